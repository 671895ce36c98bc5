import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import type { Gate } from '../../shared/acquireAll';
import { callerFor, cancelSignalOf } from '../../shared/cancelSignal';
import { systemClock } from '../../shared/clock';
import { limiterFor } from '../../shared/limiterRegistry';
import type { RateLimiter } from '../../shared/rateLimiter';
import { RETRY_DEFAULTS, type RetryLimits } from '../../shared/retryPolicy';
import { mayHaveWritten, sendWithRetry, type Sent } from '../../shared/sendWithRetry';
import type { RawAnswer } from '../../shared/httpAttempt';
import type { TransportSettings } from '../../shared/transportSettings';
import { ApiFailure, queryString, type WireAnswer, type WireRequest } from '../../shared/wire';
import { addressed, kindOf } from '../kinds';
import { explain } from './errorTable';
import type { ClevertimHost } from './host';
import { classify, type TransportFailure } from './readAnswer';
import { standIn } from './standIn';

/** Where the node runs: an execution, a dropdown of its form, or a poll. */
export type ClevertimContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export const CREDENTIAL = 'clevertimApi';

/** Statuses that the next request would get as well: key, or pace. */
const ENDS_RUN = new Set([401, 429]);

/** Whole collections take their time. */
const DEFAULT_TIMEOUT_MS = 120_000;

export interface SendSettings extends TransportSettings, Partial<RetryLimits> {}

/** The only way to the network: limiter, retries, host pin, messages. */
export class ClevertimSender {
	/** Stands for address and key, which cannot be read from it. */
	readonly source: string;

	private readonly limits: RetryLimits;

	constructor(
		private readonly context: ClevertimContext,
		private readonly host: ClevertimHost,
		private readonly secrets: string[],
		private readonly settings: SendSettings,
	) {
		this.source = standIn([host.origin, host.basePath, ...secrets].join(' '));
		this.limits = {
			maxRetries: settings.maxRetries ?? RETRY_DEFAULTS.maxRetries,
			maxWaitMs: settings.maxWaitMs ?? RETRY_DEFAULTS.maxWaitMs,
			retryCreates: settings.retryCreates ?? RETRY_DEFAULTS.retryCreates,
		};
	}

	inFlight(): number {
		return this.limiter().inFlight(this.host.requestsPerSecond);
	}

	/**
	 * The answer of the service, its envelope unopened. Throws ApiFailure.
	 * @param isRaw any JSON is an answer, not only the API's envelope
	 */
	async send(request: WireRequest, isRaw = false): Promise<WireAnswer> {
		const sent = await sendWithRetry(async () => await this.attempt(request, isRaw), {
			clock: systemClock,
			gates: this.gates(),
			method: request.method,
			limits: this.limits,
			signal: cancelSignalOf(this.context),
		});
		if (sent.ok) return sent.value;
		if (isDeletedBefore(request, sent)) return { status: 200, body: null, headers: {} };
		throw this.failure(request, sent);
	}

	private gates(): Gate[] {
		return [{ limiter: this.limiter(), perSecond: this.host.requestsPerSecond }];
	}

	/** All accounts share one host: the pace is the key's, so that none waits for another (§1, §2). */
	private limiter(): RateLimiter {
		return limiterFor(`${this.host.origin} ${this.source}`);
	}

	private async attempt(request: WireRequest, isRaw: boolean) {
		const asked = { method: request.method, isRaw };
		try {
			const answer = (await this.context.helpers.httpRequestWithAuthentication.call(
				callerFor(this.context, request.method),
				CREDENTIAL,
				this.options(request),
			)) as RawAnswer;
			return classify({ answer }, asked);
		} catch (error) {
			return classify({ error }, asked);
		}
	}

	private options(request: WireRequest): IHttpRequestOptions {
		const { origin, basePath, hostname } = this.host;
		const query = queryString(request.query);
		const hasBody = request.body !== undefined;
		return {
			method: request.method,
			url: `${origin}${basePath}${request.path}${query === '' ? '' : `?${query}`}`,
			// §1: the vendor's client sends both with every request
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			...(hasBody ? { body: request.body } : {}),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			// requests of a node's code are not pinned to the credential's domains by the core
			allowedDomains: hostname,
			timeout: this.settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			proxy: this.settings.proxy,
			skipSslCertificateValidation: this.settings.skipSslCertificateValidation ?? false,
		};
	}

	private failure(
		request: WireRequest,
		sent: Extract<Sent<WireAnswer, TransportFailure>, { ok: false }>,
	): ApiFailure {
		const { failure } = sent;
		const status = failure?.status ?? null;
		const { message, description } = explain({
			status: status ?? (sent.reason === 'budget' ? 429 : null),
			code: sent.reason === 'cancelled' ? 'ERR_CANCELED' : failure?.code,
			body: failure?.body ?? null,
			message: failure?.message,
			method: request.method,
			path: request.path,
			host: this.host.hostname,
			missing: missingRecord(request.path),
			retryAfterMs: sent.comeBackMs,
			secrets: this.secrets,
		});
		const isLost = sent.fateUnknown && !this.limits.retryCreates;
		return new ApiFailure({
			message: isLost ? `${message} – whether it was carried out is unknown` : message,
			description: isLost ? `${LOST_ANSWER} ${description}` : description,
			status,
			request: { method: request.method, path: request.path },
			fateUnknown: isLost,
			mayBeWritten: mayHaveWritten(request, sent),
			stopsRun: endsRun(status, sent.reason) || failure?.sent === false,
		});
	}
}

const LOST_ANSWER =
	"The answer to this request was lost on the way, so the record may or may not exist: look in Clevertim before sending this item again. It was not repeated, because that could create it twice ('Retry Creates' in the options allows it).";

function endsRun(status: number | null, reason: string): boolean {
	return (status !== null && ENDS_RUN.has(status)) || reason === 'budget' || reason === 'cancelled';
}

/** A repeated DELETE finds nothing where the first one was carried out and its answer got lost. */
function isDeletedBefore(
	{ method }: WireRequest,
	{ failure, unansweredAttempts }: Extract<Sent<WireAnswer, TransportFailure>, { ok: false }>,
): boolean {
	return method === 'DELETE' && failure?.status === 404 && unansweredAttempts > 0;
}

/** A 404 tells which record is not there. */
function missingRecord(path: string): string | null {
	const found = addressed(path);
	if (!found || found.id === null) return null;
	return `No ${kindOf(found.name).noun} has the ID ${found.id}`;
}
