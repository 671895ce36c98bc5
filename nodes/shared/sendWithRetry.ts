import type { Gate } from './acquireAll';
import { acquireAll } from './acquireAll';
import type { Clock } from './clock';
import { RateLimitWait } from './rateLimiter';
import type { Outcome, RetryDecision, RetryLimits } from './retryPolicy';
import { decideRetry, isRateLimited, isRepeatable, mayHaveActed } from './retryPolicy';

/**
 * One request, sent once by the vendor. `failure` is what the vendor needs later to explain it
 * (status, body, code). Attempts do not throw, except for bugs and after an abort.
 */
export type Attempt<T, F> = { ok: true; value: T } | { ok: false; outcome: Outcome; failure: F };

export interface SendReport {
	/** Requests that were sent, 0 when none got a turn. */
	attempts: number;
	/** Time spent in queues and delays, ms. */
	waitedMs: number;
	/** Attempts that the server may have carried out without telling. */
	unansweredAttempts: number;
	/** A POST may have been carried out (once more), and nobody can tell. */
	fateUnknown: boolean;
}

export type Sent<T, F> = SendReport &
	(
		| { ok: true; value: T }
		| {
				ok: false;
				/** Why no other attempt follows. */
				reason: 'final' | 'attempts' | 'budget' | 'unsafe' | 'cancelled';
				/** The last attempt's failure; null when there was no answer to any attempt. */
				failure: F | null;
				/** When to come back, ms from now; null when waiting does not help. */
				comeBackMs: number | null;
		  }
	);

/** Whether a write may have been carried out although it ended as a failure. */
export function mayHaveWritten(
	{ method }: { method: string },
	{ unansweredAttempts }: SendReport,
): boolean {
	return method !== 'GET' && unansweredAttempts > 0;
}

export interface SendOptions {
	clock: Clock;
	/** All must grant every attempt: account host first, then what is wider. */
	gates: readonly Gate[];
	/** HTTP method. */
	method: string;
	limits: RetryLimits;
	signal?: AbortSignal;
}

type Stop = {
	reason: 'final' | 'attempts' | 'budget' | 'unsafe' | 'cancelled';
	comeBackMs: number | null;
};

const CANCELLED: Stop = { reason: 'cancelled', comeBackMs: null };

/**
 * Sends a request under the limiters, and again where the policy allows it. Never rejects for
 * what the server, the network or the rate limit does; a cancel is a result, too, because the
 * caller has to know whether something may have been written.
 * @param attemptOnce sends the request once; gets the number of the attempt, from 1
 */
export async function sendWithRetry<T, F>(
	attemptOnce: (attempt: number) => Promise<Attempt<T, F>>,
	options: SendOptions,
): Promise<Sent<T, F>> {
	return await new RetriedRequest(attemptOnce, options).run();
}

class RetriedRequest<T, F> {
	private attempts = 0;
	private waitedMs = 0;
	private unansweredAttempts = 0;
	private failure: F | null = null;

	constructor(
		private readonly attemptOnce: (attempt: number) => Promise<Attempt<T, F>>,
		private readonly options: SendOptions,
	) {}

	async run(): Promise<Sent<T, F>> {
		let delayMs = 0;
		for (;;) {
			const refused = await this.waitForTurn(delayMs);
			if (refused) return this.stopped(refused);
			const startedAt = this.options.clock.now();
			const attempt = await this.attempt();
			if (attempt?.ok) return this.succeeded(attempt.value, startedAt);
			if (!attempt) return this.stopped(CANCELLED);
			const decision = this.decide(attempt.outcome, startedAt);
			if (!decision.retry) {
				const comeBackMs = 'delayMs' in decision ? decision.delayMs : null;
				return this.stopped({ reason: decision.reason, comeBackMs });
			}
			// after a 429 the limiters make all wait, this request among them
			const pausedByLimiter = isRateLimited(attempt.outcome) && this.options.gates.length > 0;
			delayMs = pausedByLimiter ? 0 : decision.delayMs;
		}
	}

	/** Sends once; null when it threw because of the abort. */
	private async attempt(): Promise<Attempt<T, F> | null> {
		this.attempts++;
		try {
			const attempt = await this.attemptOnce(this.attempts);
			if (attempt.ok) return attempt;
			this.failure = attempt.failure;
			if (mayHaveActed(attempt.outcome)) this.unansweredAttempts++;
			return attempt;
		} catch (reason) {
			if (!this.options.signal?.aborted) throw reason;
			this.unansweredAttempts++;
			return null;
		}
	}

	private decide(outcome: Outcome, startedAt: number): RetryDecision {
		const { clock, gates, limits, method } = this.options;
		const settings = { ...limits, random: () => clock.random() };
		const decision = decideRetry(this.attempts, method, outcome, this.waitedMs, settings);
		// also when this request gives up: the others must leave the server alone
		if (isRateLimited(outcome) && 'delayMs' in decision) {
			for (const { limiter } of gates) limiter.throttled(decision.delayMs, startedAt);
		}
		return decision;
	}

	/** Waits for delay and limiters; tells why not when the request must not start. */
	private async waitForTurn(delayMs: number): Promise<Stop | null> {
		const { clock, gates, limits, signal } = this.options;
		const began = clock.now();
		try {
			if (delayMs > 0) await clock.sleep(delayMs, signal);
			const maxWaitMs = limits.maxWaitMs - this.waitedMs - (clock.now() - began);
			await acquireAll(gates, { clock, signal, maxWaitMs });
			return null;
		} catch (reason) {
			if (signal?.aborted) return CANCELLED;
			if (reason instanceof RateLimitWait) return { reason: 'budget', comeBackMs: reason.waitMs };
			throw reason;
		} finally {
			this.waitedMs += clock.now() - began;
		}
	}

	private succeeded(value: T, startedAt: number): Sent<T, F> {
		const { clock, gates } = this.options;
		for (const { limiter } of gates) limiter.observe(clock.now() - startedAt);
		return { ok: true, value, ...this.report() };
	}

	private stopped(stop: Stop): Sent<T, F> {
		return { ok: false, failure: this.failure, ...stop, ...this.report() };
	}

	private report(): SendReport {
		return {
			attempts: this.attempts,
			waitedMs: this.waitedMs,
			unansweredAttempts: this.unansweredAttempts,
			fateUnknown: this.unansweredAttempts > 0 && !isRepeatable(this.options.method),
		};
	}
}
