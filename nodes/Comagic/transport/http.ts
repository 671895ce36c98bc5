import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { answerEnd, exceptionEnd, type HttpEnd, type RawAnswer } from '../../shared/httpAttempt';
import type { TransportSettings } from '../../shared/transportSettings';
import type { Endpoint } from './host';

/** Where the node runs: an execution, a dropdown of its form, or a delivery to the trigger. */
export type ComagicContext = IExecuteFunctions | ILoadOptionsFunctions | IWebhookFunctions;

/** One exchange; credentials are in its body or query already. */
export interface HttpCall {
	endpoint: Endpoint;
	method: 'GET' | 'POST';
	/** Below the endpoint's URL, with query; empty for the URL itself. */
	path: string;
	/** An object travels as JSON, a text as a form. */
	body?: IDataObject | string;
	/** Cuts the exchange off; only for what may be asked again. */
	signal?: AbortSignal | undefined;
	/** Instead of the run's own time-out, ms. */
	timeoutMs?: number | undefined;
}

/** The end of a run does not wait longer for a log-out. */
export const LOGOUT_TIMEOUT_MS = 10_000;

/** A report of 10,000 rows takes its time. */
const DEFAULT_TIMEOUT_MS = 120_000;

/** The only way to the network: host pin, no redirects, the answer as text. */
export class ComagicHttp {
	/** @param request n8n's request helper */
	constructor(
		private readonly request: (options: IHttpRequestOptions) => Promise<unknown>,
		private readonly settings: TransportSettings,
	) {}

	/** Never rejects for what the network or the server does. */
	async exchange(call: HttpCall): Promise<HttpEnd> {
		try {
			const answer = (await this.request(this.options(call))) as RawAnswer;
			return answerEnd(answer);
		} catch (error) {
			return exceptionEnd(error);
		}
	}

	private options({
		endpoint,
		method,
		path,
		body,
		signal,
		timeoutMs,
	}: HttpCall): IHttpRequestOptions {
		const type =
			typeof body === 'string'
				? 'application/x-www-form-urlencoded; charset=UTF-8'
				: 'application/json; charset=UTF-8';
		return {
			method,
			url: `${endpoint.url}${path}`,
			// §A.1: without an acceptable type the Session API answers 111406
			headers: {
				Accept: 'application/json',
				...(body === undefined ? {} : { 'Content-Type': type }),
			},
			...(body === undefined ? {} : { body }),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			// requests of a node's code are not pinned to the credential's domains by the core
			allowedDomains: endpoint.hostname,
			timeout: timeoutMs ?? this.settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			proxy: this.settings.proxy,
			skipSslCertificateValidation: this.settings.skipSslCertificateValidation ?? false,
			...(signal ? { abortSignal: signal } : {}),
		};
	}
}
