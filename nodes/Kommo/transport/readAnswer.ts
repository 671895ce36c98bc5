import type { IDataObject } from 'n8n-workflow';

import { parseRetryAfter } from '../../shared/parseRetryAfter';
import type { Outcome } from '../../shared/retryPolicy';
import type { Attempt } from '../../shared/sendWithRetry';
import { isRecord, type WireAnswer } from '../../shared/wire';

/** What n8n's request helper gives with `returnFullResponse` and `encoding: 'text'`. */
export interface RawAnswer {
	body: unknown;
	headers: IDataObject;
	statusCode: number;
}

/** What the error table needs to explain a failed attempt. */
export interface TransportFailure {
	status: number | null;
	/** `ECONNRESET`, `BAD_ANSWER`, … */
	code?: string;
	/** Parsed JSON, or the text. */
	body: unknown;
	headers: IDataObject;
	/** The message of an exception without a status, e.g. of the token endpoint. */
	message?: string;
	/** Whether the request left the machine. */
	sent: boolean;
}

/** Connection codes after which the server cannot have acted. */
const NOT_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Sorts an attempt's end: an answer, a refusal, a broken connection. */
export function classify(
	end: { answer: RawAnswer } | { error: unknown },
): Attempt<WireAnswer, TransportFailure> {
	return 'answer' in end ? fromAnswer(end.answer) : fromException(end.error);
}

function fromAnswer(raw: RawAnswer): Attempt<WireAnswer, TransportFailure> {
	const status = raw.statusCode;
	const parsed = parse(raw.body);
	if (status >= 200 && status < 300) {
		if (parsed.ok || status === 202) {
			return { ok: true, value: { status, body: parsed.value, headers: raw.headers } };
		}
		// cut off or not JSON: the work may be done, but nobody can read the answer
		const failure = {
			status,
			code: 'BAD_ANSWER',
			body: raw.body,
			headers: raw.headers,
			sent: true,
		};
		return { ok: false, outcome: { kind: 'unknown' }, failure };
	}
	return refused(status, parsed.value, raw.headers);
}

function refused(
	status: number,
	body: unknown,
	headers: IDataObject,
): Attempt<WireAnswer, TransportFailure> {
	const retryAfterMs = parseRetryAfter(body, headers, Date.now());
	const outcome: Outcome = { kind: 'status', status, retryAfterMs };
	return { ok: false, outcome, failure: { status, body, headers, sent: true } };
}

function fromException(error: unknown): Attempt<WireAnswer, TransportFailure> {
	const cause = causeOf(error);
	const response = isRecord(cause.response) ? cause.response : null;
	const status = typeof response?.status === 'number' ? response.status : null;
	if (response && status !== null && status >= 400) {
		const headers = isRecord(response.headers) ? response.headers : {};
		return refused(status, parse(response.data).value, headers);
	}
	const code = typeof cause.code === 'string' ? cause.code : undefined;
	if (TOKEN_CODES.has(code ?? '')) return tokenRefused(cause, code, error);
	const sent = isHttpException(cause) && !NOT_SENT.has(code ?? '');
	const message = error instanceof Error ? error.message : String(error);
	const failure = { status: null, code, body: null, headers: {}, message, sent };
	// an exception of n8n itself (no token yet, refresh refused) will not go away by repeating
	if (!isHttpException(cause)) return { ok: false, outcome: FINAL, failure };
	return { ok: false, outcome: { kind: sent ? 'unknown' : 'notSent' }, failure };
}

/** n8n's OAuth2 client: the token endpoint answered something else than a token. */
const TOKEN_CODES = new Set(['ESTATUS', 'EAUTH']);

function tokenRefused(
	cause: IDataObject,
	code: string | undefined,
	error: unknown,
): Attempt<WireAnswer, TransportFailure> {
	const status = typeof cause.status === 'number' ? cause.status : null;
	const message = error instanceof Error ? error.message : undefined;
	const body = parse(cause.body).value;
	return {
		ok: false,
		outcome: FINAL,
		failure: { status, code, body, headers: {}, message, sent: true },
	};
}

const FINAL: Outcome = { kind: 'status', status: 400, retryAfterMs: null };

function isHttpException(cause: IDataObject): boolean {
	return cause.isAxiosError === true || typeof cause.syscall === 'string';
}

/**
 * n8n wraps the HTTP client's exception, which wraps the socket's: the client's has the answer and
 * the code; without one, the innermost tells most.
 */
function causeOf(error: unknown): IDataObject {
	let found: unknown = error;
	for (let depth = 0; depth < 4; depth++) {
		if (!isRecord(found) || found.isAxiosError === true || !isRecord(found.cause)) break;
		found = found.cause;
	}
	return isRecord(found) ? found : {};
}

function parse(body: unknown): { ok: boolean; value: unknown } {
	if (body === undefined || body === null || body === '') return { ok: true, value: null };
	if (typeof body !== 'string') return { ok: true, value: body };
	try {
		return { ok: true, value: JSON.parse(body) as unknown };
	} catch {
		return { ok: false, value: body };
	}
}
