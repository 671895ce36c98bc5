import type { RateLimiter } from '../../nodes/shared/rateLimiter';
import type { FakeClock } from './fakeClock';

/** Asks `count` times at once and gathers, in order of the starts, who started when. */
export function askLimiter(
	clock: FakeClock,
	limiter: RateLimiter,
	count: number,
	perSecond = 7,
	starts: Array<{ caller: string; at: number }> = [],
	name = 'caller',
) {
	const began = clock.now();
	const done = Promise.all(
		Array.from({ length: count }, async (_, index) => {
			await limiter.acquire(perSecond);
			starts.push({ caller: `${name} ${index}`, at: clock.now() - began });
		}),
	);
	return { starts, done };
}
