import type { Clock } from './clock';
import type { LimiterTurn, RateLimiter, WaitOptions } from './rateLimiter';

/** A limiter that must grant the start, and the caller's ceiling there (starts per second). */
export interface Gate {
	limiter: RateLimiter;
	perSecond: number;
}

/**
 * Waits until all gates grant the same start, and counts it in all of them at that moment.
 * Order of gates: the narrow one first (account host, then whole process), the same everywhere.
 * @throws RateLimitWait when the wait would exceed `maxWaitMs`; the signal's reason when aborted
 */
export async function acquireAll(
	gates: readonly Gate[],
	options: WaitOptions & { clock: Clock },
): Promise<void> {
	const { clock, signal, maxWaitMs = Infinity } = options;
	signal?.throwIfAborted();
	const deadline = clock.now() + maxWaitMs;
	const turns: LimiterTurn[] = [];
	try {
		for (;;) {
			const gate = gates[turns.length];
			const closed = turns.findIndex((turn) => !turn.open());
			if (closed >= 0) {
				// What lies behind a closed gate is given back: others must not wait for this wait.
				releaseAll(turns.splice(closed + 1));
				await turns[closed]?.untilOpen();
			} else if (gate) {
				const left = deadline - clock.now();
				turns.push(await gate.limiter.reserve(gate.perSecond, { signal, maxWaitMs: left }));
			} else {
				for (const turn of turns) turn.start();
				return;
			}
		}
	} catch (reason) {
		releaseAll(turns);
		throw reason;
	}
}

function releaseAll(turns: readonly LimiterTurn[]): void {
	for (const turn of turns) turn.release();
}
