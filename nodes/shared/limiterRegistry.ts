import type { Clock } from './clock';
import { systemClock } from './clock';
import { RateLimiter } from './rateLimiter';

const IDLE_LIFE_MS = 600_000;

// Per clock, so that tests with clocks of their own share nothing.
const limitersOf = new WeakMap<Clock, Map<string, RateLimiter>>();

/**
 * The limiter of a key (account host, or a name for the whole process), the same for all
 * nodes, workflows, dropdowns and triggers of this process. Ask for it per request instead of
 * keeping it: one that was idle for ten minutes is forgotten.
 */
export function limiterFor(key: string, clock: Clock = systemClock): RateLimiter {
	const limiters = limitersOf.get(clock) ?? new Map<string, RateLimiter>();
	limitersOf.set(clock, limiters);
	for (const [name, limiter] of limiters) {
		if (limiter.idleMs >= IDLE_LIFE_MS) limiters.delete(name);
	}
	const limiter = limiters.get(key) ?? new RateLimiter(clock);
	limiters.set(key, limiter);
	return limiter;
}
