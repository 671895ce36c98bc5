import type { IDataObject } from 'n8n-workflow';

import { FINAL, isSuccess, statusOutcome, type HttpEnd } from '../../shared/httpAttempt';
import type { Outcome } from '../../shared/retryPolicy';
import type { Attempt } from '../../shared/sendWithRetry';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { Failure } from './failure';
import { failureOf, type Asked } from './readRpc';

/** What the Session API says of a key that is unknown or expired (fact sheet §A.2). */
export const UNAUTHORIZED = '102401';

/** Sorts the end of an exchange with the Session API; refusals come with HTTP 200 (§A.1). */
export function readLegacy(end: HttpEnd, asked: Asked): Attempt<unknown, Failure> {
	if (end.kind === 'exception') {
		const { code, message, outcome } = end;
		const failure = failureOf(asked, { code, said: message, sent: outcome.kind === 'unknown' });
		return { ok: false, outcome, failure };
	}
	const { status, body } = end;
	if (isRecord(body) && isFalse(body.success)) return refused(asked, end, body);
	const said = typeof body === 'string' ? body : '';
	const failure = failureOf(asked, { status, body, said });
	if (!isSuccess(status)) {
		const mnemonic = status === 401 ? UNAUTHORIZED : undefined;
		return {
			ok: false,
			outcome: statusOutcome(end, Date.now()),
			failure: { ...failure, mnemonic },
		};
	}
	if (isRecord(body) && isTrue(body.success)) return { ok: true, value: body.data ?? {} };
	return { ok: false, outcome: { kind: 'unknown' }, failure: { ...failure, code: 'BAD_ANSWER' } };
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';
const isFalse = (value: unknown): boolean => value === false || value === 'false';

function refused(
	asked: Asked,
	end: Extract<HttpEnd, { kind: 'answer' }>,
	body: IDataObject,
): Attempt<unknown, Failure> {
	const message = shown(body.message);
	const [, code, text] = /^(\d+)(?::\s*(.*))?$/s.exec(message) ?? [];
	const failure = failureOf(asked, {
		status: end.status,
		body,
		mnemonic: code,
		said: text === undefined || text === '' ? message : text,
	});
	// a status that says more than the words do, e.g. of what stands before the service
	const isStatus = end.status === 429 || end.status >= 500;
	const outcome = isStatus ? statusOutcome(end, Date.now()) : outcomeOf(code);
	const retryAfterMs = outcome.kind === 'status' ? outcome.retryAfterMs : null;
	return { ok: false, outcome, failure: { ...failure, retryAfterMs } };
}

/** The last three digits look like an HTTP status (fact sheet §A.1, unverified). */
function outcomeOf(code: string | undefined): Outcome {
	const status = code?.length === 6 ? Number(code.slice(3)) : 0;
	if (status === 429 || status >= 500) return { kind: 'status', status, retryAfterMs: null };
	return FINAL;
}
