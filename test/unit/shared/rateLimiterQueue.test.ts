import { RateLimiter, RateLimitWait } from '../../../nodes/shared/rateLimiter';
import { askLimiter } from '../../support/askLimiter';
import { FakeClock } from '../../support/fakeClock';

describe('RateLimiter: the queue', () => {
	test('callers start in the order in which they asked', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const { starts } = askLimiter(clock, limiter, 10, 3, [], 'a');
		askLimiter(clock, limiter, 10, 3, starts, 'b');
		await clock.runAll();
		const expected = ['a', 'b'].flatMap((name) =>
			Array.from({ length: 10 }, (_, index) => `${name} ${index}`),
		);
		expect(starts.map(({ caller }) => caller)).toEqual(expected);
	});

	test('two ceilings: all starts count, each caller by its own ceiling, none starves', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const { starts } = askLimiter(clock, limiter, 5, 7, [], 'fast');
		askLimiter(clock, limiter, 2, 2, starts, 'slow');
		askLimiter(clock, limiter, 6, 7, starts, 'late');
		await clock.runAll();
		expect(starts.map(({ caller, at }) => `${caller} at ${at}`)).toEqual([
			...[0, 1, 2, 3, 4].map((index) => `fast ${index} at 0`),
			'slow 0 at 1110',
			'slow 1 at 1110',
			...[0, 1, 2, 3, 4].map((index) => `late ${index} at 1110`),
			'late 5 at 2220',
		]);
	});

	test('a slow caller is not let in before fewer starts than its ceiling lie in the window', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		askLimiter(clock, limiter, 1, 7);
		await clock.advance(600);
		askLimiter(clock, limiter, 1, 7);
		const { starts } = askLimiter(clock, limiter, 2, 2);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([510, 1110]);
	});

	test('who can start at once is let in, even after the own deadline', async () => {
		const limiter = new RateLimiter(new FakeClock());
		await expect(limiter.acquire(7, { maxWaitMs: -1 })).resolves.toBeUndefined();
	});

	test.each([
		['the first', 0],
		['a later one', 1],
	])('%s of the waiting leaves when aborted, and the others move up', async (_, leaving) => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		await limiter.acquire(1);
		const began = clock.now();
		const controllers = [0, 1, 2].map(() => new AbortController());
		const ends = controllers.map(async ({ signal }) => {
			await limiter.acquire(1, { signal });
			return clock.now() - began;
		});
		const settled = Promise.allSettled(ends);
		await clock.advance(100);
		const reason = new Error('cancelled by the user');
		controllers[leaving]?.abort(reason);
		await clock.runAll();
		const outcomes = await settled;
		expect(outcomes[leaving]).toEqual({ status: 'rejected', reason });
		const started = outcomes.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
		expect(started).toEqual([1110, 2220]);
	});

	test('who is aborted before asking takes no place', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const reason = new Error('cancelled before');
		await expect(limiter.acquire(7, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
		expect(limiter.idle).toBe(true);
	});

	test('many callers with the same signal listen to it once', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const { signal } = new AbortController();
		const listen = jest.spyOn(signal, 'addEventListener');
		for (let caller = 0; caller < 20; caller++) void limiter.acquire(7, { signal });
		await clock.runAll();
		for (let caller = 0; caller < 20; caller++) void limiter.acquire(7, { signal });
		await clock.runAll();
		expect(listen).toHaveBeenCalledTimes(1);
	});

	test('an abort after the start changes nothing', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const controller = new AbortController();
		await limiter.acquire(1, { signal: controller.signal });
		controller.abort();
		const { starts } = askLimiter(clock, limiter, 1, 1);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([1110]);
	});

	test('a wait known to be too long is refused at once, with the time to come back', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		askLimiter(clock, limiter, 4, 1);
		await clock.advance(0);
		const refusal = await limiter
			.acquire(1, { maxWaitMs: 4_000 })
			.catch((reason: unknown) => reason);
		expect(refusal).toBeInstanceOf(RateLimitWait);
		expect(refusal).toMatchObject({
			waitMs: 4_440,
			message: 'The next request is possible in 5 s',
		});
		expect(clock.now()).toBe(1_000_000);
		const { starts } = askLimiter(clock, limiter, 1, 1);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([4_440]);
	});

	test('a wait as long as allowed is waited', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		await limiter.acquire(1);
		const waiting = limiter.acquire(1, { maxWaitMs: 1_110 });
		await clock.runAll();
		await expect(waiting).resolves.toBeUndefined();
	});

	test('who would start behind a slow caller is refused, although it could start alone', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		askLimiter(clock, limiter, 1, 1);
		askLimiter(clock, limiter, 1, 1);
		await clock.advance(0);
		const refusal = limiter.acquire(7, { maxWaitMs: 1_000 });
		await expect(refusal).rejects.toMatchObject({ waitMs: 1_110 });
	});

	test('who is refused late, because of a start that asked nobody, leaves the queue', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		await limiter.acquire(1);
		const late = limiter.acquire(1, { maxWaitMs: 1_110 });
		const refused = expect(late).rejects.toMatchObject({ name: 'RateLimitWait', waitMs: 500 });
		await clock.advance(500);
		limiter.countStart();
		await clock.advance(610);
		await refused;
		await clock.advance(500);
		expect(limiter.idle).toBe(true);
	});

	test('a slow caller that gave up does not make the limiter forget starts', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		askLimiter(clock, limiter, 6, 7);
		await clock.advance(0);
		const stop = new AbortController();
		const slow = expect(limiter.acquire(2, { signal: stop.signal })).rejects.toThrow();
		limiter.countStart();
		stop.abort();
		await slow;
		const { starts } = askLimiter(clock, limiter, 1, 7);
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([1_110]);
	});
});

describe('RateLimiter: a held turn', () => {
	test('is not granted to who is aborted already', async () => {
		const reason = new Error('cancelled before');
		const turn = new RateLimiter(new FakeClock()).reserve(7, { signal: AbortSignal.abort(reason) });
		await expect(turn).rejects.toBe(reason);
	});

	test('closes when its holder is aborted, and the next caller starts', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const stop = new AbortController();
		const turn = await limiter.reserve(7, { signal: stop.signal });
		const { starts } = askLimiter(clock, limiter, 1);
		await clock.advance(100);
		expect([turn.open(), starts.length]).toEqual([true, 0]);
		stop.abort(new Error('cancelled by the user'));
		expect(turn.open()).toBe(false);
		await expect(turn.untilOpen()).rejects.toThrow('cancelled by the user');
		await clock.advance(0);
		expect(starts).toHaveLength(1);
	});
});
