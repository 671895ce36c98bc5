import type { IDataObject } from 'n8n-workflow';

import {
	answerEnd,
	exceptionEnd,
	FINAL,
	isSuccess,
	statusOutcome,
	type HttpEnd,
	type RawAnswer,
} from '../../shared/httpAttempt';
import type { Attempt } from '../../shared/sendWithRetry';
import { isRecord, type HttpMethod, type WireAnswer } from '../../shared/wire';

/** What the error table needs to explain a failed attempt. */
export interface TransportFailure {
	status: number | null;
	/** `ECONNRESET`, `BAD_ANSWER`, … */
	code?: string;
	body: unknown;
	headers: IDataObject;
	/** The message of an exception without a status. */
	message?: string;
	/** Whether the request left the machine. */
	sent: boolean;
}

/** What was asked: a raw request takes any JSON for an answer. */
interface Asked {
	method: HttpMethod;
	isRaw: boolean;
}

/**
 * Sorts an attempt's end: an answer, a refusal, a broken connection. Success is 200 with
 * `status: "OK"` and, but for DELETE and perhaps PUT, `content` (fact sheet §3); the record that was
 * created may stand there without the list around it.
 */
export function classify(
	end: { answer: RawAnswer } | { error: unknown },
	asked: Asked,
): Attempt<WireAnswer, TransportFailure> {
	const ended = 'answer' in end ? answerEnd(end.answer) : exceptionEnd(end.error);
	if (ended.kind === 'answer') return fromAnswer(ended, asked);
	const { code, message, outcome } = ended;
	const sent = outcome.kind === 'unknown';
	return {
		ok: false,
		outcome,
		failure: { status: null, code, body: null, headers: {}, message, sent },
	};
}

function fromAnswer(
	end: Extract<HttpEnd, { kind: 'answer' }>,
	asked: Asked,
): Attempt<WireAnswer, TransportFailure> {
	const { status, body, headers } = end;
	const failure: TransportFailure = { status, body, headers, sent: true };
	if (!isSuccess(status)) {
		// 501 says that the operation does not exist: no repetition mends that
		const outcome = status === 501 ? FINAL : statusOutcome(end, Date.now());
		return { ok: false, outcome, failure };
	}
	if (isRecord(body) && body.status === 'ERROR') {
		return { ok: false, outcome: FINAL, failure: { ...failure, status: 400 } };
	}
	if (end.isJson && isAnswer(body, asked)) return { ok: true, value: { status, body, headers } };
	// cut off or something else: the work may be done, but nobody can read the answer
	return { ok: false, outcome: { kind: 'unknown' }, failure: { ...failure, code: 'BAD_ANSWER' } };
}

function isAnswer(body: unknown, { method, isRaw }: Asked): boolean {
	// the vendor's client takes whatever a DELETE answers (§3)
	if (isRaw || method === 'DELETE') return true;
	if (!isRecord(body)) return false;
	// how much a PUT answers is not settled (§3); the record is read back where something is missing
	if (Array.isArray(body.content)) return true;
	return method === 'POST'
		? isRecord(body.content) && body.content.id !== undefined
		: method === 'PUT' && body.status === 'OK';
}
