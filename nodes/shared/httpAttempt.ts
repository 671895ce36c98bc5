import type { IDataObject } from 'n8n-workflow';

import { parseRetryAfter } from './parseRetryAfter';
import type { Outcome } from './retryPolicy';
import { isRecord } from './wire';

/** What n8n's request helper gives with `returnFullResponse` and `encoding: 'text'`. */
export interface RawAnswer {
	body: unknown;
	headers: IDataObject;
	statusCode: number;
}

/** How one attempt over HTTP ended, before the vendor judges it. */
export type HttpEnd =
	| { kind: 'answer'; status: number; body: unknown; headers: IDataObject; isJson: boolean }
	| { kind: 'exception'; code: string | undefined; message: string; outcome: Outcome };

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

/** A repetition would meet the same. */
export const FINAL: Outcome = { kind: 'status', status: 400, retryAfterMs: null };

/** An answer of the request helper, its text parsed. */
export function answerEnd(raw: RawAnswer): HttpEnd {
	return { kind: 'answer', status: raw.statusCode, headers: raw.headers, ...parseBody(raw.body) };
}

/**
 * An exception of the request helper: an answer it threw, a broken connection, or n8n's own
 * refusal to send (which does not go away by repeating).
 */
export function exceptionEnd(error: unknown): HttpEnd {
	const cause = causeOf(error);
	const message = error instanceof Error ? error.message : String(error);
	const response = isRecord(cause.response) ? cause.response : null;
	if (response && typeof response.status === 'number') {
		// a success that is thrown broke off half-way: what came of its body says nothing
		if (isSuccess(response.status)) {
			return { kind: 'exception', code: 'BAD_ANSWER', message, outcome: { kind: 'unknown' } };
		}
		const headers = isRecord(response.headers) ? response.headers : {};
		return { kind: 'answer', status: response.status, headers, ...parseBody(response.data) };
	}
	const code = typeof cause.code === 'string' ? cause.code : undefined;
	const isHttp = cause.isAxiosError === true || typeof cause.syscall === 'string';
	if (!isHttp) return { kind: 'exception', code, message, outcome: FINAL };
	const kind = NOT_SENT.has(code ?? '') ? 'notSent' : 'unknown';
	return { kind: 'exception', code, message, outcome: { kind } };
}

export const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

/** The outcome of an answered refusal, with the delay the server asks for. */
export function statusOutcome(
	{ status, body, headers }: { status: number; body: unknown; headers: IDataObject },
	nowMs: number,
): Outcome {
	return { kind: 'status', status, retryAfterMs: parseRetryAfter(body, headers, nowMs) };
}

/**
 * n8n wraps the HTTP client's exception, which wraps the socket's: the client's has the answer and
 * the code; without one, the innermost tells most.
 */
export function causeOf(error: unknown): IDataObject {
	let found: unknown = error;
	for (let depth = 0; depth < 4; depth++) {
		if (!isRecord(found) || found.isAxiosError === true || !isRecord(found.cause)) break;
		found = found.cause;
	}
	return isRecord(found) ? found : {};
}

/** An empty body is read as null. */
export function parseBody(body: unknown): { body: unknown; isJson: boolean } {
	if (body === undefined || body === null || body === '') return { body: null, isJson: true };
	if (typeof body !== 'string') return { body, isJson: true };
	try {
		return { body: JSON.parse(body) as unknown, isJson: true };
	} catch {
		return { body, isJson: false };
	}
}
