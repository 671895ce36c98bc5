import fc from 'fast-check';

import { RateLimiter } from '../../../nodes/shared/rateLimiter';
import { askLimiter } from '../../support/askLimiter';
import { FakeClock } from '../../support/fakeClock';

/** The largest number of times within any `windowMs`, both ends included. */
function mostWithin(times: number[], windowMs: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	let oldest = 0;
	return sorted.reduce((most, time, index) => {
		while (time - (sorted[oldest] ?? time) > windowMs) oldest++;
		return Math.max(most, index - oldest + 1);
	}, 0);
}

describe('RateLimiter: the window', () => {
	test('the first seven start at once, the eighth when the window with its margin has passed', async () => {
		const clock = new FakeClock();
		const { starts } = askLimiter(clock, new RateLimiter(clock), 15);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([
			...Array<number>(7).fill(0),
			...Array<number>(7).fill(1110),
			2220,
		]);
	});

	test('a process that stalls between the grant and the sending counts from the sending', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		await askLimiter(clock, limiter, 7).done;
		// other work keeps the event loop for 300 ms: only then do the requests leave
		clock.set(clock.now() + 300);
		const { starts } = askLimiter(clock, limiter, 1);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([1_110]);
	});

	test('after a quiet second the whole rate is there again', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		askLimiter(clock, limiter, 7);
		await clock.advance(1_110);
		const { starts } = askLimiter(clock, limiter, 7);
		await clock.advance(0);
		expect(starts).toHaveLength(7);
	});

	test.each([
		[1, 1_110],
		[0.5, 2_220],
		[0.25, 4_440],
	])('a ceiling of %p a second leaves %p ms between starts', async (perSecond, gap) => {
		const clock = new FakeClock();
		const { starts } = askLimiter(clock, new RateLimiter(clock), 3, perSecond);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([0, gap, 2 * gap]);
	});

	test.each([0, -1, Number.NaN, Infinity])('a ceiling of %p is refused', async (perSecond) => {
		const limiter = new RateLimiter(new FakeClock());
		await expect(limiter.acquire(perSecond)).rejects.toThrow(RangeError);
	});

	test('another window can be chosen', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock, { windowMs: 60_000 });
		const { starts } = askLimiter(clock, limiter, 3, 2);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([0, 0, 60_000]);
	});

	test('a start that asked nobody takes a place in the window', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		askLimiter(clock, limiter, 6);
		await clock.advance(0);
		limiter.countStart();
		const { starts } = askLimiter(clock, limiter, 1);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([1110]);
	});

	test('a clock set back by an hour does not lock the queue', async () => {
		const clock = new FakeClock(10_000_000);
		const limiter = new RateLimiter(clock);
		askLimiter(clock, limiter, 7);
		await clock.advance(0);
		limiter.throttled(5_000);
		clock.set(clock.now() - 3_600_000);
		const { starts } = askLimiter(clock, limiter, 1);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([5_000]);
	});

	test('any arrivals, each start 50 ms early or late: never more than 7 in 1000 ms', async () => {
		const gap = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }));
		const jitter = fc.constantFrom(-50, 50, 0, 13);
		const arrivals = fc.array(fc.tuple(gap, jitter), { minLength: 8, maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(arrivals, async (calls) => {
				const clock = new FakeClock();
				const limiter = new RateLimiter(clock);
				const reached: number[] = [];
				for (const [wait, late] of calls) {
					await clock.advance(wait);
					void limiter.acquire(7).then(() => reached.push(clock.now() + late));
				}
				await clock.runAll();
				expect(reached).toHaveLength(calls.length);
				expect(mostWithin(reached, 1_000)).toBeLessThanOrEqual(7);
			}),
			{ numRuns: 60 },
		);
	});
});
