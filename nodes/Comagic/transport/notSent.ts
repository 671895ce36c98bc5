import type { Attempt } from '../../shared/sendWithRetry';
import type { Failure } from './failure';
import { PointsSpent } from './points';
import { failureOf, type Asked } from './readRpc';

/** Nothing left the machine: the points are spent, or the run was cancelled. */
export function notSent(
	asked: Asked,
	reason: unknown,
	signal: AbortSignal | undefined,
): Attempt<never, Failure> {
	const isPoints = reason instanceof PointsSpent;
	if (!isPoints && signal?.aborted !== true) throw reason;
	const points = isPoints && reason.period === 'day' ? 'POINTS_DAY' : 'POINTS_MINUTE';
	const code = isPoints ? points : 'ERR_CANCELED';
	const retryAfterMs = isPoints ? reason.waitMs : null;
	const failure = failureOf(asked, { code, retryAfterMs, sent: false });
	return {
		ok: false,
		outcome: { kind: 'status', status: 400, retryAfterMs: null },
		failure,
	};
}
