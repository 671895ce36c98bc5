import { masked } from '../../shared/masked';
import { isRecord } from '../../shared/wire';
import type { TransportFailure } from './readAnswer';

/** Fields of a credential that nobody else may see; n8n keeps OAuth2 tokens in a record of their own. */
const SECRET_FIELDS = ['accessToken', 'clientSecret', 'access_token', 'refresh_token'];

/** The secrets of a decrypted credential, as they may turn up in a text. */
export function secretsOf(credentials: unknown): string[] {
	if (!isRecord(credentials)) return [];
	return Object.entries(credentials).flatMap(([name, value]) => {
		if (!SECRET_FIELDS.includes(name) || typeof value !== 'string') return secretsOf(value);
		return [value.trim().replace(/^Bearer\s+/i, '')];
	});
}

/** The failure as it may be told: a server may repeat the token it did not like. */
export function withoutOwnSecrets(
	failure: TransportFailure,
	secrets: readonly string[],
): TransportFailure {
	const { body, message } = failure;
	return {
		...failure,
		body: typeof body === 'string' ? masked(body, secrets) : maskedInside(body, secrets),
		...(message === undefined ? {} : { message: masked(message, secrets) }),
	};
}

function maskedInside(body: unknown, secrets: readonly string[]): unknown {
	if (body === null || body === undefined) return body;
	const text = JSON.stringify(body);
	const safe = masked(text, secrets);
	return safe === text ? body : JSON.parse(safe);
}
