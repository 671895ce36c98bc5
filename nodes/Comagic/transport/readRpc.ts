import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';

import { FINAL, isSuccess, statusOutcome, type HttpEnd } from '../../shared/httpAttempt';
import type { Outcome } from '../../shared/retryPolicy';
import type { Attempt } from '../../shared/sendWithRetry';
import { shown } from '../../shared/shown';
import { at, isRecord } from '../../shared/wire';
import type { Failure } from './failure';
import type { PointLimits } from './points';

/** What was asked, as far as a failure repeats it. */
export type Asked = Pick<Failure, 'api' | 'method' | 'kind' | 'host' | 'brand'>;

export interface RpcAnswer {
	/** The record, the list of records, or an object without anything in it. */
	data: unknown;
	/** `total_items`, `limits`, … */
	metadata: IDataObject;
}

type HttpAnswer = Extract<HttpEnd, { kind: 'answer' }>;

const A_MINUTE_MS = 60_000;

/** Sorts the end of a JSON-RPC exchange; errors come with HTTP 200 as well (fact sheet §B.6). */
export function readRpc(end: HttpEnd, asked: Asked): Attempt<RpcAnswer, Failure> {
	if (end.kind === 'exception') {
		const { code, message, outcome } = end;
		const sent = outcome.kind === 'unknown';
		const failure = failureOf(asked, { code, said: message, sent });
		return { ok: false, outcome, failure };
	}
	const { status, body } = end;
	if (isRecord(body) && isRecord(body.error)) return refused(asked, end, body, body.error);
	const failure = failureOf(asked, { status, body, said: textOf(body) });
	if (!isSuccess(status)) {
		const outcome = statusOutcome(end, Date.now());
		const retryAfterMs = outcome.kind === 'status' ? outcome.retryAfterMs : null;
		return { ok: false, outcome, failure: { ...failure, retryAfterMs } };
	}
	if (isRecord(body) && 'result' in body) {
		const value = opened(body.result);
		if (!isDenied(value, asked)) return { ok: true, value };
		return { ok: false, outcome: FINAL, failure };
	}
	// cut off or something else: the work may be done, but nobody can read the answer
	return { ok: false, outcome: { kind: 'unknown' }, failure: { ...failure, code: 'BAD_ANSWER' } };
}

/** Codes that stand for one refusal only (fact sheet §B.6), for answers that do not name it. */
const NAME_OF_CODE: Record<string, string> = {
	'-32700': 'parse_error',
	'-32600': 'invalid_request',
	'-32601': 'method_not_found',
	'-32603': 'internal_error',
	'-32009': 'account_inactive',
	'-32029': 'limit_exceeded',
};

function refused(
	asked: Asked,
	end: HttpAnswer,
	body: IDataObject,
	error: IDataObject,
): Attempt<RpcAnswer, Failure> {
	const data = isRecord(error.data) ? error.data : {};
	const mnemonic = typeof data.mnemonic === 'string' ? data.mnemonic : undefined;
	const failure = failureOf(asked, {
		status: end.status,
		body,
		mnemonic: mnemonic ?? NAME_OF_CODE[shown(error.code)],
		said: shown(error.message),
		field: typeof data.field === 'string' && data.field !== '' ? data.field : undefined,
		value: data.value,
		params: isRecord(data.params) ? data.params : {},
	});
	if (failure.mnemonic === 'limit_exceeded') {
		const retryAfterMs = resetMs(failure);
		const isSoon = spentPeriod(failure) === 'minute';
		const outcome: Outcome = isSoon ? { kind: 'status', status: 429, retryAfterMs } : FINAL;
		return { ok: false, outcome, failure: { ...failure, retryAfterMs } };
	}
	const outcome = outcomeOf(failure, end);
	const retryAfterMs = outcome.kind === 'status' ? outcome.retryAfterMs : null;
	return { ok: false, outcome, failure: { ...failure, retryAfterMs } };
}

/** A server's own fault, or one of what stands before it, may have done the work or not. */
function outcomeOf({ mnemonic }: Failure, end: HttpAnswer): Outcome {
	if (mnemonic === 'internal_error') return { kind: 'status', status: 500, retryAfterMs: null };
	const isNameless = mnemonic === undefined && end.status >= 500;
	return isNameless || end.status === 429 ? statusOutcome(end, Date.now()) : FINAL;
}

/** Which budget a `limit_exceeded` is about (fact sheet §B.3). */
export function spentPeriod({ params, said }: Failure): 'day' | 'minute' {
	const type = shown(params.limit_type) || said;
	return /day/i.test(type) ? 'day' : 'minute';
}

function resetMs(failure: Failure): number | null {
	const period = spentPeriod(failure);
	const seconds = Number(limitsIn(failure.body)?.[`${period}_reset`]);
	if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000;
	return period === 'minute' ? A_MINUTE_MS : null;
}

/** The budgets an answer tells about: of a result, or of a refusal. */
export function limitsIn(body: unknown): PointLimits | null {
	const found = at(body, 'error.data.metadata.limits') ?? at(body, 'limits');
	return isRecord(found) ? found : null;
}

/** The documented shapes of a result, made one (fact sheet §B.5). */
function opened(result: unknown): RpcAnswer {
	if (!isRecord(result)) return { data: result ?? {}, metadata: {} };
	const metadata = isRecord(result.metadata) ? result.metadata : {};
	return { data: withTruth(result.data ?? omit(result, ['metadata', 'data'])), metadata };
}

/** Whether a write to the Data API is answered with the contrary of the documented "true" (§B.5). */
function isDenied({ data }: RpcAnswer, { api, kind }: Asked): boolean {
	if (api !== 'data' || kind === 'GET' || !isRecord(data)) return false;
	return data.success === false || data.success === 'false';
}

/** Some methods answer the text "true" (fact sheet §B.5, §C.1). */
function withTruth(data: unknown): unknown {
	return isRecord(data) && data.success === 'true' ? { ...data, success: true } : data;
}

function textOf(body: unknown): string {
	return typeof body === 'string' ? body : '';
}

export function failureOf(asked: Asked, more: Partial<Failure>): Failure {
	return {
		...asked,
		status: null,
		said: '',
		params: {},
		body: null,
		retryAfterMs: null,
		sent: true,
		...more,
	};
}
