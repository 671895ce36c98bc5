import type { IDataObject } from 'n8n-workflow';

import {
	answerEnd,
	causeOf,
	exceptionEnd,
	FINAL,
	isSuccess,
	parseBody,
	statusOutcome,
	type HttpEnd,
	type RawAnswer,
} from '../../shared/httpAttempt';
import type { Attempt } from '../../shared/sendWithRetry';
import type { HttpMethod, WireAnswer } from '../../shared/wire';

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

/** n8n's OAuth2 client: the token endpoint answered something else than a token. */
const TOKEN_CODES = new Set(['ESTATUS', 'EAUTH']);

/** Sorts an attempt's end: an answer, a refusal, a broken connection. */
export function classify(
	end: { answer: RawAnswer } | { error: unknown },
	method: HttpMethod,
): Attempt<WireAnswer, TransportFailure> {
	const ended = 'answer' in end ? answerEnd(end.answer) : exceptionEnd(end.error);
	if (ended.kind === 'answer') {
		// what is not there is a 204 (fact sheet §3.2): a read without a body has lost its answer
		const isLost = method === 'GET' && 'answer' in end && hasNoBody(end.answer);
		return fromAnswer(isLost ? { ...ended, isJson: false } : ended);
	}
	const { code, message, outcome } = ended;
	const failure = { status: null, code, body: null, headers: {}, message };
	if ('error' in end && TOKEN_CODES.has(code ?? '')) {
		return { ok: false, outcome: FINAL, failure: { ...failure, ...tokenAnswer(end.error) } };
	}
	return { ok: false, outcome, failure: { ...failure, sent: outcome.kind === 'unknown' } };
}

const hasNoBody = ({ statusCode, body }: RawAnswer): boolean => statusCode === 200 && body === '';

function fromAnswer(
	end: Extract<HttpEnd, { kind: 'answer' }>,
): Attempt<WireAnswer, TransportFailure> {
	const { status, body, headers, isJson } = end;
	const failure: TransportFailure = { status, body, headers, sent: true };
	if (!isSuccess(status)) {
		return { ok: false, outcome: statusOutcome(end, Date.now()), failure };
	}
	if (isJson || status === 202) return { ok: true, value: { status, body, headers } };
	// cut off or not JSON: the work may be done, but nobody can read the answer
	return { ok: false, outcome: { kind: 'unknown' }, failure: { ...failure, code: 'BAD_ANSWER' } };
}

/** What the token endpoint said, from the exception of n8n's OAuth2 client. */
function tokenAnswer(error: unknown): Pick<TransportFailure, 'status' | 'body' | 'sent'> {
	const { status, body } = causeOf(error);
	return {
		status: typeof status === 'number' ? status : null,
		body: parseBody(body).body,
		sent: true,
	};
}
