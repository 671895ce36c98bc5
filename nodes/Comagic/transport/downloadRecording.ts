import type { IBinaryData, IHttpRequestOptions } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import type { TransportSettings } from '../../shared/transportSettings';
import { isRecord } from '../../shared/wire';
import type { ComagicContext } from './http';

const TIMEOUT_MS = 120_000;

/**
 * Loads one recording without any credentials: whether the link opens without a log-in is a setting
 * of the account (fact sheet §B.8, unverified).
 * @param settings how the run's other requests travel
 * @returns the file, or the reason why there is none
 */
export async function downloadRecording(
	context: ComagicContext,
	url: string,
	fileName: string,
	signal: AbortSignal | undefined,
	settings: TransportSettings,
): Promise<IBinaryData | string> {
	if (!('prepareBinaryData' in context.helpers)) return 'files exist in executions only';
	const options: IHttpRequestOptions = {
		method: 'GET',
		url,
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: settings.timeoutMs ?? TIMEOUT_MS,
		proxy: settings.proxy,
		skipSslCertificateValidation: settings.skipSslCertificateValidation ?? false,
		...(signal ? { abortSignal: signal } : {}),
	};
	try {
		const answer: unknown = await context.helpers.httpRequest(options);
		if (!isRecord(answer)) return 'the answer cannot be read';
		const headers = isRecord(answer.headers) ? answer.headers : {};
		const type = shown(headers['content-type']);
		if (answer.statusCode !== 200) return `the server answered ${shown(answer.statusCode)}`;
		if (/^text\/html/i.test(type)) return 'the link asks for a log-in to the cabinet';
		const data: unknown = answer.body;
		if (!Buffer.isBuffer(data)) return 'the answer is no file';
		return await context.helpers.prepareBinaryData(data, fileName, type || undefined);
	} catch (error) {
		signal?.throwIfAborted();
		return error instanceof Error ? error.message : 'the connection was lost';
	}
}
