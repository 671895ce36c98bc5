import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { systemClock } from '../../shared/clock';
import { InvalidValue } from '../../shared/invalidValue';
import { ApiFailure, isRecord } from '../../shared/wire';
import { API_LABELS, type ApiName } from '../transport/brands';
import { secretsOf, userIdOf } from '../transport/credentials';
import { ComagicHttp } from '../transport/http';
import { PROBES } from '../transport/probes';
import type { AccessSettings } from '../transport/rpcAccess';

/** Nobody waits longer for a green tick. */
const TIMEOUT_MS = 20_000;

/** Asks the APIs that the credential names for something harmless, and tells what each says. */
export async function comagicApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const apis: ApiName[] =
		data.testApi === 'both'
			? ['data', 'call']
			: data.testApi === 'call' || data.testApi === 'session'
				? [data.testApi]
				: ['data'];
	const refusals: string[] = [];
	for (const api of apis) {
		const refusal = await refusalOf(this, data, api);
		if (refusal !== null) refusals.push(`${API_LABELS[api]}: ${refusal}`);
	}
	return refusals.length === 0
		? { status: 'OK', message: 'Connection tested successfully' }
		: { status: 'Error', message: refusals.join(' — ') };
}

async function refusalOf(
	context: ICredentialTestFunctions,
	data: ICredentialDataDecryptedObject,
	api: ApiName,
): Promise<string | null> {
	try {
		await PROBES[api](accessSettings(context, data));
		return null;
	} catch (error) {
		return textOf(error);
	}
}

function textOf(error: unknown): string {
	if (error instanceof ApiFailure || error instanceof InvalidValue) {
		return [error.message, error.description].filter(Boolean).join('. ');
	}
	return error instanceof Error ? error.message : String(error);
}

function accessSettings(
	{ helpers }: ICredentialTestFunctions,
	credentials: ICredentialDataDecryptedObject,
): AccessSettings {
	// a credential test has n8n's old request helper only
	const request = async ({ method, url, headers, body, timeout }: IHttpRequestOptions) =>
		(await helpers.request({
			method,
			uri: url,
			headers,
			body: isRecord(body) ? JSON.stringify(body) : body,
			timeout,
			simple: false,
			resolveWithFullResponse: true,
			followRedirect: false,
		})) as unknown;
	return {
		credentials,
		userId: userIdOf(credentials.userId, 'User ID'),
		http: new ComagicHttp(request, { timeoutMs: TIMEOUT_MS }),
		clock: systemClock,
		limits: { maxRetries: 0, maxWaitMs: 0, retryCreates: false },
		around: { secrets: secretsOf(credentials), labelOf: () => null },
	};
}
