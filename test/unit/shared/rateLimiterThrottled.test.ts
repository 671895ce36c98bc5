import { RateLimiter, RateLimitWait } from '../../../nodes/shared/rateLimiter';
import { FakeClock } from '../../support/fakeClock';

/** How many of many callers start within the next `ms`, at 8 a second without a 429. */
async function startsIn(clock: FakeClock, limiter: RateLimiter, ms: number): Promise<number> {
	const stop = new AbortController();
	let started = 0;
	const callers = Array.from({ length: 200 }, async () => {
		await limiter.acquire(8, { signal: stop.signal });
		started++;
	});
	const settled = Promise.allSettled(callers);
	await clock.advance(ms - 1);
	stop.abort();
	await settled;
	await clock.advance(1_110);
	return started;
}

function throttledLimiter(waitMs: number) {
	const clock = new FakeClock();
	const limiter = new RateLimiter(clock);
	limiter.throttled(waitMs);
	return { clock, limiter };
}

describe('RateLimiter: after a 429', () => {
	test('nobody starts before the pause is over, neither who waits already nor who comes later', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const began = clock.now();
		const starts: number[] = [];
		const note = () => starts.push(clock.now() - began);
		void limiter.acquire(1).then(note);
		void limiter.acquire(1).then(note);
		await clock.advance(500);
		limiter.throttled(2_000);
		await clock.advance(500);
		void limiter.acquire(7).then(note);
		await clock.runAll();
		expect(starts[0]).toBe(0);
		expect(starts.slice(1).every((start) => start >= 2_500)).toBe(true);
		expect(starts).toHaveLength(3);
	});

	test('a shorter pause does not end a longer one', async () => {
		const { clock, limiter } = throttledLimiter(5_000);
		limiter.throttled(1_000);
		const began = clock.now();
		const start = limiter.acquire(7).then(() => clock.now() - began);
		await clock.runAll();
		expect(await start).toBe(5_000);
	});

	test('a pause longer than the caller would wait is refused before waiting', async () => {
		const { limiter } = throttledLimiter(300_000);
		const refusal = limiter.acquire(7, { maxWaitMs: 60_000 });
		await expect(refusal).rejects.toMatchObject({ name: 'RateLimitWait', waitMs: 300_000 });
	});

	test('who waits already is refused as soon as the pause is known to be too long', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		await limiter.acquire(1);
		const patient = limiter.acquire(1);
		const hasty = [10_000, 10_000].map(async (maxWaitMs) => {
			await limiter.acquire(1, { maxWaitMs });
		});
		const refused = Promise.allSettled(hasty);
		await clock.advance(100);
		limiter.throttled(60_000);
		const refusals = (await refused).filter(
			(end) => end.status === 'rejected' && end.reason instanceof RateLimitWait,
		);
		expect(refusals).toHaveLength(2);
		await clock.runAll();
		await expect(patient).resolves.toBeUndefined();
		expect(clock.now()).toBe(1_060_100);
	});

	test('a server that asks for a year is asked again after an hour', async () => {
		const { clock, limiter } = throttledLimiter(31_536_000_000);
		const began = clock.now();
		const start = limiter.acquire(7).then(() => clock.now() - began);
		await clock.runAll();
		expect(await start).toBe(3_600_000);
	});

	test('the rate is halved', async () => {
		const { clock, limiter } = throttledLimiter(1_000);
		await clock.advance(1_000);
		expect(await startsIn(clock, limiter, 1_110)).toBe(4);
	});

	test('each further 429 halves it again, down to a sixteenth', async () => {
		const { clock, limiter } = throttledLimiter(0);
		const rates: number[] = [];
		for (let refusals = 0; refusals < 6; refusals++) {
			rates.push(await startsIn(clock, limiter, 2_000));
			limiter.throttled(0);
		}
		expect(rates).toEqual([8, 4, 2, 1, 1, 1]);
	});

	test('refusals of requests that were in flight together halve it once', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const startedAt = clock.now();
		await clock.advance(150);
		for (let refusals = 0; refusals < 7; refusals++) {
			limiter.throttled(1_000, startedAt);
			await clock.advance(10);
		}
		await clock.advance(1_000);
		expect(await startsIn(clock, limiter, 1_110)).toBe(4);
	});

	test.each([
		[0, 4],
		[80_000, 5],
		[160_000, 6],
		[230_000, 7],
		[301_000, 8],
	])('%p ms after the pause %p of 8 start in a window', async (later, expected) => {
		const { clock, limiter } = throttledLimiter(60_000);
		await clock.advance(60_000 + later);
		expect(await startsIn(clock, limiter, 1_110)).toBe(expected);
	});

	test('a clock set back neither hides the next 429 nor delays the recovery', async () => {
		const { clock, limiter } = throttledLimiter(0);
		clock.set(clock.now() - 3_600_000);
		limiter.inFlight(8);
		await clock.advance(1);
		limiter.throttled(0);
		expect(await startsIn(clock, limiter, 1_110)).toBe(2);
		clock.set(clock.now() - 3_600_000);
		limiter.inFlight(8);
		await clock.advance(310_000);
		expect(await startsIn(clock, limiter, 1_110)).toBe(6);
	});

	test('the rate does not recover while the pause lasts', async () => {
		const { clock, limiter } = throttledLimiter(3_600_000);
		await clock.advance(3_600_000);
		expect(await startsIn(clock, limiter, 1_110)).toBe(4);
	});
});

describe('RateLimiter: several processes without a shared store', () => {
	/** The rule of fact sheet §2.1: 7 in a second over all processes, else 429. */
	class Server {
		refusals: number[] = [];
		private answered: number[] = [];

		constructor(private readonly clock: FakeClock) {}

		accepts(): boolean {
			const now = this.clock.now();
			this.answered = this.answered.filter((time) => time > now - 1_000);
			const accepted = this.answered.length < 7;
			if (accepted) this.answered.push(now);
			else this.refusals.push(now);
			return accepted;
		}
	}

	test('four settle: after the first half minute few requests are refused and work goes on', async () => {
		const clock = new FakeClock();
		const server = new Server(clock);
		const stop = new AbortController();
		let done = 0;
		const processes = Array.from({ length: 4 }, async () => {
			const limiter = new RateLimiter(clock);
			while (!stop.signal.aborted) {
				await limiter.acquire(7, { signal: stop.signal });
				if (server.accepts()) done++;
				else limiter.throttled(1_000);
			}
		});
		const settled = Promise.allSettled(processes);
		await clock.advance(30_000);
		const early = { done, refused: server.refusals.length };
		await clock.advance(270_000);
		stop.abort();
		await settled;
		const refused = server.refusals.length - early.refused;
		const accepted = done - early.done;
		expect(refused / (refused + accepted)).toBeLessThan(0.03);
		expect(accepted / 270).toBeGreaterThan(2);
	});
});

describe('RateLimiter: advice', () => {
	test.each([
		['nothing measured yet', [], 7, 4],
		['quick answers: a short run takes one round trip', [100], 7, 4],
		['rate times latency, rounded up', [800], 7, 6],
		['slow answers', [30_000], 7, 8],
		['one slow answer among quick ones moves the average little', [200, 200, 2_000], 7, 4],
		['a low ceiling', [1_000], 2.5, 3],
	])('requests in flight: %s', (_, durations, perSecond, expected) => {
		const limiter = new RateLimiter(new FakeClock());
		for (const duration of durations) limiter.observe(duration);
		expect(limiter.inFlight(perSecond)).toBe(expected);
	});

	test('requests in flight: fewer while the rate is halved', () => {
		const limiter = new RateLimiter(new FakeClock());
		limiter.observe(1_000);
		expect(limiter.inFlight(7)).toBe(7);
		limiter.throttled(0);
		expect(limiter.inFlight(7)).toBe(4);
	});

	test('idle: only when nobody waits, no start lies in the window and no pause lasts', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		expect(limiter.idle).toBe(true);
		await limiter.acquire(1);
		expect(limiter.idle).toBe(false);
		const second = limiter.acquire(1);
		await clock.advance(1_110);
		await second;
		await clock.advance(1_109);
		expect([limiter.idle, limiter.idleMs]).toEqual([false, 0]);
		await clock.advance(11);
		expect([limiter.idle, limiter.idleMs]).toEqual([true, 10]);
		limiter.throttled(500);
		expect(limiter.idle).toBe(false);
		await clock.advance(700);
		expect([limiter.idle, limiter.idleMs]).toEqual([true, 200]);
	});
});
