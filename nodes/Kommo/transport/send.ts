import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Gate } from '../../shared/acquireAll';
import { callerFor, cancelSignalOf } from '../../shared/cancelSignal';
import { systemClock } from '../../shared/clock';
import type { RawAnswer } from '../../shared/httpAttempt';
import { limiterFor } from '../../shared/limiterRegistry';
import { RETRY_DEFAULTS, type RetryLimits } from '../../shared/retryPolicy';
import {
	mayHaveWritten,
	sendWithRetry,
	type SendOptions,
	type Sent,
} from '../../shared/sendWithRetry';
import type { TransportSettings } from '../../shared/transportSettings';
import { ApiFailure, queryString, type WireAnswer, type WireRequest } from '../../shared/wire';
import { explain } from './errorTable';
import { withoutSecrets } from './failureFacts';
import type { KommoHost } from './host';
import { classify, type TransportFailure } from './readAnswer';
import { withoutOwnSecrets } from './secrets';
import type { CredentialType, KommoContext } from './session';

/** On kommo.com requests are counted per IP address, whatever the account (fact sheet §2.1). */
const PROCESS_WIDE = 'kommo.com: all accounts of this process';
const PER_IP = 7;

/** Statuses that the next request would get as well: token, plan, rights or block. */
const ENDS_RUN = new Set([401, 402, 403, 429]);

export interface SendSettings extends TransportSettings, Partial<RetryLimits> {
	/** Texts of the credential that must not show up in messages. */
	secrets?: readonly string[];
}

const DEFAULT_TIMEOUT_MS = 60_000;

/** A POST that leaves the same state however often it is sent: taking links away (fact sheet §4.10). */
const REPEATABLE_POST = /^\/api\/v4\/\w+\/unlink$/;

/** A request as the sender takes it. */
export interface KommoRequest extends Omit<WireRequest, 'body'> {
	/** A Buffer is sent as it is. */
	body?: WireRequest['body'] | Buffer;
	/** The caller starts anew when the answer is lost: not repeated here, whatever the options say. */
	restartable?: boolean;
}

/** The only way to the network: limiter, retries, host pin, messages. */
export class KommoSender {
	/** Names of custom fields by id, for messages about rows that were refused. */
	readonly fieldNames = new Map<number, string>();

	private readonly limits: RetryLimits;

	constructor(
		private readonly context: KommoContext,
		private readonly credentialType: CredentialType,
		private readonly host: KommoHost,
		private readonly settings: SendSettings,
	) {
		this.limits = {
			maxRetries: settings.maxRetries ?? RETRY_DEFAULTS.maxRetries,
			maxWaitMs: settings.maxWaitMs ?? RETRY_DEFAULTS.maxWaitMs,
			retryCreates: settings.retryCreates ?? RETRY_DEFAULTS.retryCreates,
		};
	}

	/**
	 * The same credential's way to another host, with that host's limiter. The token goes there: the
	 * caller has checked that it may (`driveHostAllowed`).
	 */
	toHost(host: KommoHost): KommoSender {
		return new KommoSender(this.context, this.credentialType, host, this.settings);
	}

	/** Clock, limits and cancel signal, for a task of several requests that is repeated as a whole. */
	terms(): Pick<SendOptions, 'clock' | 'limits' | 'signal'> {
		return { clock: systemClock, limits: this.limits, signal: cancelSignalOf(this.context) };
	}

	inFlight(): number {
		return limiterFor(this.host.origin).inFlight(this.host.requestsPerSecond);
	}

	/** @param signal ends the wait for a turn, beside the execution's own cancel signal */
	async send(request: KommoRequest, signal?: AbortSignal): Promise<WireAnswer> {
		const terms = this.terms();
		const signals = [terms.signal, signal].filter((one) => one !== undefined);
		const sent = await sendWithRetry(async () => await this.attempt(request), {
			...terms,
			signal: signals.length > 1 ? AbortSignal.any(signals) : signals[0],
			gates: this.gates(),
			method: request.method,
			limits: { ...this.limits, retryCreates: this.mayRepeatPost(request) },
		});
		if (sent.ok) return sent.value;
		throw this.failure(request, sent);
	}

	private mayRepeatPost(request: KommoRequest): boolean {
		if (REPEATABLE_POST.test(request.path)) return true;
		return this.limits.retryCreates && request.restartable !== true;
	}

	private gates(): Gate[] {
		const perSecond = this.host.requestsPerSecond;
		const account = { limiter: limiterFor(this.host.origin), perSecond };
		if (!this.host.hostname.endsWith('.kommo.com')) return [account];
		return [account, { limiter: limiterFor(PROCESS_WIDE), perSecond: Math.max(PER_IP, perSecond) }];
	}

	private async attempt(request: KommoRequest) {
		try {
			const raw = (await this.context.helpers.httpRequestWithAuthentication.call(
				callerFor(this.context, request.method),
				this.credentialType,
				this.options(request),
			)) as RawAnswer;
			return classify({ answer: raw }, request.method);
		} catch (error) {
			const result = classify({ error }, request.method);
			// the core repeats a request once by itself after a 401 (and a token refresh)
			if (!result.ok && result.failure.status === 401)
				for (const { limiter } of this.gates()) limiter.countStart();
			return result;
		}
	}

	private options(request: KommoRequest): IHttpRequestOptions {
		const query = queryString(request.query);
		const path = `${this.host.basePath}${request.path}`;
		return {
			method: request.method,
			url: `${this.host.origin}${path}${query === '' ? '' : `?${query}`}`,
			headers: {
				Accept: 'application/json',
				...(request.body === undefined ? {} : { 'Content-Type': contentType(request.body) }),
			},
			...(request.body === undefined ? {} : { body: request.body }),
			// the answer is application/hal+json, which n8n would not read; we parse the text
			encoding: 'text',
			returnFullResponse: true,
			// 401 has to be thrown, else the core would not refresh an OAuth2 token
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
			disableFollowRedirect: true,
			// requests of a node's code are not pinned to the credential's domains by the core
			allowedDomains: this.host.hostname,
			timeout: this.settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			proxy: this.settings.proxy,
			skipSslCertificateValidation: this.settings.skipSslCertificateValidation ?? false,
		};
	}

	private failure(
		request: KommoRequest,
		sent: Extract<Sent<WireAnswer, TransportFailure>, { ok: false }>,
	): ApiFailure {
		const failure = sent.failure && withoutOwnSecrets(sent.failure, this.settings.secrets ?? []);
		const { reason, message, description } = explain({
			status: failure?.status ?? (sent.reason === 'budget' ? 429 : null),
			code: sent.reason === 'cancelled' ? 'ERR_CANCELED' : failure?.code,
			body: failure?.body ?? null,
			headers: failure?.headers ?? {},
			method: request.method,
			// the path of an upload is a key of its own
			path: withoutSecrets(request.path),
			host: this.host.hostname,
			credentialKind: this.credentialType === 'kommoApi' ? 'apiToken' : 'oAuth2',
			retryAfterMs: sent.comeBackMs,
			message: failure?.message,
		});
		const fateUnknown = sent.fateUnknown && !this.mayRepeatPost(request);
		const isLost = fateUnknown && request.restartable !== true;
		const status = failure?.status ?? null;
		return new ApiFailure({
			message: isLost ? `${message} – whether it was carried out is unknown` : message,
			description: isLost ? `${LOST_ANSWER} ${description}` : description,
			status,
			body: failure?.body,
			request: withoutBytes(request),
			reason,
			fateUnknown,
			mayBeWritten: mayHaveWritten(request, sent),
			workEnded: hasEnded(failure),
			stopsRun: endsRun(status, sent.reason) || !isReachable(failure),
		});
	}
}

const LOST_ANSWER =
	"The answer to this request was lost on the way, so its records may or may not exist: look in the account before sending these items again. It was not repeated, because that could create everything twice ('Retry Creates' in the options allows it).";

function contentType(body: unknown): string {
	return Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
}

/** A failure is kept with the run: the part of a file is not. */
function withoutBytes({ method, path, query, body }: KommoRequest): WireRequest {
	return Buffer.isBuffer(body) ? { method, path, query } : { method, path, query, body };
}

function endsRun(status: number | null, reason: string): boolean {
	return (status !== null && ENDS_RUN.has(status)) || reason === 'budget' || reason === 'cancelled';
}

/** Gateways that gave up waiting; behind them the server may still be at work. */
const GAVE_UP_WAITING = new Set([408, 504, 524]);
const BROKEN = new Set(['ECONNRESET', 'EPIPE']);

/** Whether the server certainly works on it no more: it said so, or let go of the connection. */
function hasEnded(failure: TransportFailure | null): boolean {
	if (failure === null) return false;
	if (failure.status === null) return BROKEN.has(failure.code ?? '');
	return failure.status >= 400 && !GAVE_UP_WAITING.has(failure.status);
}

/** False when the request could not be sent at all. */
function isReachable(failure: TransportFailure | null): boolean {
	return failure === null || failure.status !== null || failure.sent;
}
