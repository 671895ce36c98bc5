/** What clients sent, for assertions; secrets are masked. */
import type { LoggedRequest, RequestFilter } from './contract';
import { matchesRequest } from './faults';
import { isRecord } from './guards';

const secretKeys = new Set(['client_secret', 'refresh_token', 'code', 'access_token']);

export class RequestLog {
	private entries: LoggedRequest[] = [];

	add(entry: LoggedRequest): void {
		this.entries.push(entry);
	}

	clear(): void {
		this.entries = [];
	}

	find(filter: RequestFilter = {}): LoggedRequest[] {
		return this.entries.filter((entry) => matchesRequest(filter, entry));
	}
}

/** Last four characters of the credentials, e.g. `Bearer …oken`. */
export function maskAuthorization(value: string): string {
	const [scheme = '', credentials = ''] = value.split(' ');
	return `${scheme} …${credentials.slice(-4)}`;
}

export function maskSecrets(body: unknown): unknown {
	if (Buffer.isBuffer(body)) return { bytes: body.length };
	if (!isRecord(body)) return body;
	return Object.fromEntries(
		Object.entries(body).map(([key, value]) => [
			key,
			secretKeys.has(key) && typeof value === 'string' ? `…${value.slice(-4)}` : value,
		]),
	);
}
