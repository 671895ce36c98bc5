/** How one attempt ended when it did not succeed. */
export type Outcome =
	/** The server answered; `retryAfterMs` is the delay it asked for, see `parseRetryAfter`. */
	| { kind: 'status'; status: number; retryAfterMs: number | null }
	/** Connection refused or no such host: the server cannot have acted. */
	| { kind: 'notSent' }
	/** Reset, time-out or truncated answer: the server may have acted. */
	| { kind: 'unknown' };

export interface RetryLimits {
	/** Repetitions after the first attempt. */
	maxRetries: number;
	/** Longest total wait for one request, queue and delays together, in ms. */
	maxWaitMs: number;
	/** Whether a POST is repeated although the server may have acted ("Retry Creates"). */
	retryCreates: boolean;
}

export interface RetrySettings extends RetryLimits {
	/** A number in [0, 1), for jitter. */
	random(): number;
}

export const RETRY_DEFAULTS: RetryLimits = {
	maxRetries: 3,
	maxWaitMs: 60_000,
	retryCreates: false,
};

/** `delayMs` is how long to wait; where the policy gives up, how long the user should wait. */
export type RetryDecision =
	| { retry: true; delayMs: number }
	/** No attempt left, or the delay does not fit into the total wait any more. */
	| { retry: false; reason: 'attempts' | 'budget'; delayMs: number }
	/** A repetition would get the same answer, or could do the work twice. */
	| { retry: false; reason: 'final' | 'unsafe' };

const TOO_MANY_REQUESTS = 429;
const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 30_000;
const BACKOFF_FLOOR_MS = 250;
// The server counts by the second: an earlier start is refused again and brings the block nearer.
const RATE_FLOOR_MS = 1_000;

// A repetition leaves the same state as one request.
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/**
 * Whether a failed attempt is repeated, and after how many milliseconds. 429 for every method;
 * 5xx, time-outs and broken connections unless the method is POST; nothing else.
 * @param attempt number of the attempt that failed, from 1
 * @param waitedMs what this request has waited so far
 * Source: fact sheet §2.1 (429, then 403 for everything), §3.3 (status codes).
 */
export function decideRetry(
	attempt: number,
	method: string,
	outcome: Outcome,
	waitedMs: number,
	settings: RetrySettings,
): RetryDecision {
	if (!isPassing(outcome)) return { retry: false, reason: 'final' };
	if (mayHaveActed(outcome) && !isRepeatable(method) && !settings.retryCreates) {
		return { retry: false, reason: 'unsafe' };
	}
	const delayMs = retryDelay(attempt, outcome, settings);
	if (attempt > settings.maxRetries) return { retry: false, reason: 'attempts', delayMs };
	if (waitedMs + delayMs > settings.maxWaitMs) return { retry: false, reason: 'budget', delayMs };
	return { retry: true, delayMs };
}

/** Whether the outcome is the server's "too many requests". */
export function isRateLimited(outcome: Outcome): boolean {
	return outcome.kind === 'status' && outcome.status === TOO_MANY_REQUESTS;
}

/** Whether the work may have been done although no success was answered. */
export function mayHaveActed(outcome: Outcome): boolean {
	return outcome.kind === 'unknown' || (outcome.kind === 'status' && outcome.status >= 500);
}

/** Whether repeating the method is harmless. */
export function isRepeatable(method: string): boolean {
	return REPEATABLE.has(method.toUpperCase());
}

function isPassing(outcome: Outcome): boolean {
	return outcome.kind === 'notSent' || isRateLimited(outcome) || mayHaveActed(outcome);
}

function retryDelay(attempt: number, outcome: Outcome, settings: RetrySettings): number {
	const asked = outcome.kind === 'status' ? outcome.retryAfterMs : null;
	// 0 says nothing: three repetitions at once would help nobody
	if (asked !== null && asked > 0) return asked;
	const floor = isRateLimited(outcome) ? RATE_FLOOR_MS : BACKOFF_FLOOR_MS;
	const spread = BACKOFF_BASE_MS * 2 ** (attempt - 1);
	return Math.min(BACKOFF_CAP_MS, Math.round(floor + settings.random() * spread));
}
