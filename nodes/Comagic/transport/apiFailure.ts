import type { RetryLimits } from '../../shared/retryPolicy';
import { mayHaveWritten, type Sent } from '../../shared/sendWithRetry';
import { ApiFailure, type WireRequest } from '../../shared/wire';
import { explain, type Surroundings } from './errorTable';
import type { Failure } from './failure';
import { failureOf, type Asked } from './readRpc';

/** Methods that make a phone ring: never repeated, whatever the options say (fact sheet §C.1). */
const RINGS = /^(?:start\.|make\.call$)/;

/** Operations of the Session API whose forms have no 'Retry Creates' (fact sheet §A.5). */
const TAGGING = /^v1\/(?:un)?tag_communicati/;

const LOST_CALL =
	"The answer was lost on the way, so the phone may be ringing already: look at 'List Calls' or the report of calls before starting the call again; a call that was given an 'External ID' has it there as external_id and call_api_external_id. It was not repeated, because that could call people twice.";
const LOST_WRITE =
	"The answer to this request was lost on the way, so it may or may not have been carried out: look in the account before sending this item again. It was not repeated, because that could do it twice ('Retry Creates' in the options allows it).";
const LOST_COMMAND =
	'The answer to this request was lost on the way, so it may or may not have been carried out: look in the account before sending this item again. It was not repeated, because that could do it twice.';

export const makesPhonesRing = (method: string): boolean => RINGS.test(method);

/** The limits for one method: what rings is not repeated, even when creates are. */
export function limitsFor(asked: Pick<Asked, 'api' | 'method'>, limits: RetryLimits): RetryLimits {
	return asked.api === 'call' ? { ...limits, retryCreates: false } : limits;
}

/** A refusal that keeps its short name, for those who branch on it. */
export class ComagicFailure extends ApiFailure {
	constructor(
		details: ConstructorParameters<typeof ApiFailure>[0],
		/** As in fact sheet §B.6 and §C.4; null when the service named none. */
		readonly mnemonic: string | null,
	) {
		super(details);
	}
}

/** What the engine gets of a request that did not end well: explained, without secrets. */
export function apiFailure(
	request: WireRequest,
	asked: Asked,
	sent: Extract<Sent<unknown, Failure>, { ok: false }>,
	retryCreates: boolean,
	around: Surroundings,
): ComagicFailure {
	const isCancelled = sent.reason === 'cancelled';
	const known = sent.failure ?? failureOf(asked, { sent: false });
	const failure: Failure = {
		...known,
		...(isCancelled ? { code: 'ERR_CANCELED' } : {}),
		retryAfterMs: sent.comeBackMs ?? known.retryAfterMs,
	};
	const isLost = sent.fateUnknown && !retryCreates;
	const { message, description, endsRun } = explain(failure, around, !isLost);
	const details = {
		message: isLost ? `${message} – ${lostWhat(asked)}` : message,
		description: isLost ? `${lostText(asked)} ${description}`.trim() : description,
		status: failure.status,
		request: { method: request.method, path: request.path },
		fateUnknown: isLost,
		mayBeWritten: mayHaveWritten(request, sent),
		stopsRun: endsRun || isCancelled || sent.reason === 'budget' || !known.sent,
	};
	return new ComagicFailure(details, failure.mnemonic ?? null);
}

function lostWhat({ method }: Asked): string {
	return makesPhonesRing(method)
		? 'whether the call was started is unknown'
		: 'whether it was carried out is unknown';
}

function lostText({ api, method }: Asked): string {
	if (makesPhonesRing(method)) return LOST_CALL;
	return api === 'call' || TAGGING.test(method) ? LOST_COMMAND : LOST_WRITE;
}
