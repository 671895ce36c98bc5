import { RateLimiter } from '../../../nodes/shared/rateLimiter';
import { RETRY_DEFAULTS } from '../../../nodes/shared/retryPolicy';
import type { SendOptions, Sent } from '../../../nodes/shared/sendWithRetry';
import { sendWithRetry } from '../../../nodes/shared/sendWithRetry';
import { FakeClock } from '../../support/fakeClock';
import type { Answer } from '../../support/scriptedServer';
import { notSent, scriptedServer, status, unknown } from '../../support/scriptedServer';

async function send(answers: Answer[], options: Partial<SendOptions> = {}) {
	const clock = new FakeClock();
	const limiter = new RateLimiter(clock);
	const { asked, attemptOnce } = scriptedServer(clock, answers);
	const gates = [{ limiter, perSecond: 7 }];
	const sending = sendWithRetry(attemptOnce, {
		clock,
		gates,
		method: 'GET',
		limits: RETRY_DEFAULTS,
		...options,
	});
	await clock.runAll();
	return { sent: await sending, asked, limiter, clock };
}

describe('sendWithRetry', () => {
	test('a success is handed on with its report', async () => {
		const { sent, asked } = await send(['done']);
		expect(sent).toEqual({
			ok: true,
			value: 'stored',
			attempts: 1,
			waitedMs: 0,
			unansweredAttempts: 0,
			fateUnknown: false,
		});
		expect(asked).toEqual([0]);
	});

	type Row = [string, string, Answer[], Partial<Sent<string, string>>];
	const rows: Row[] = [
		[
			'429, then success',
			'POST',
			[status(429, 2_000), 'done'],
			{ ok: true, attempts: 2, fateUnknown: false },
		],
		[
			'429 four times',
			'GET',
			Array<Answer>(4).fill(status(429, 1_000)),
			{ ok: false, reason: 'attempts', attempts: 4, comeBackMs: 1_000 },
		],
		[
			'500, 504, then success',
			'GET',
			[status(500), status(504), 'done'],
			{ ok: true, attempts: 3 },
		],
		[
			'reset, then success',
			'PATCH',
			[unknown, 'done'],
			{ ok: true, attempts: 2, unansweredAttempts: 1, fateUnknown: false },
		],
		['truncated answer', 'DELETE', [unknown, 'done'], { ok: true, attempts: 2 }],
		[
			'time-out of a create',
			'POST',
			[unknown],
			{
				ok: false,
				reason: 'unsafe',
				attempts: 1,
				fateUnknown: true,
				comeBackMs: null,
				failure: 'attempt 1',
			},
		],
		[
			'gateway time-out of a create',
			'POST',
			[status(504)],
			{ ok: false, reason: 'unsafe', attempts: 1, fateUnknown: true },
		],
		[
			'refused connection of a create',
			'POST',
			[notSent, 'done'],
			{ ok: true, attempts: 2, fateUnknown: false },
		],
		[
			'never reachable',
			'POST',
			Array<Answer>(4).fill(notSent),
			{ ok: false, reason: 'attempts', attempts: 4, fateUnknown: false },
		],
		['block', 'GET', [status(403)], { ok: false, reason: 'final', attempts: 1, comeBackMs: null }],
		[
			'validation',
			'POST',
			[status(400)],
			{ ok: false, reason: 'final', attempts: 1, fateUnknown: false },
		],
		[
			'a delay beyond the longest wait',
			'GET',
			[status(429, 300_000)],
			{ ok: false, reason: 'budget', attempts: 1, comeBackMs: 300_000 },
		],
		[
			'delays that add up',
			'GET',
			[status(429, 40_000), status(429, 40_000)],
			{ ok: false, reason: 'budget', attempts: 2, comeBackMs: 40_000, waitedMs: 40_000 },
		],
	];
	test.each(rows)('%s (%s)', async (_, method, answers, expected) => {
		const { sent, asked } = await send(answers, { method });
		expect(sent).toMatchObject(expected);
		expect(asked).toHaveLength(answers.length);
	});

	test('a repeated create says that it may have been stored twice', async () => {
		const limits = { ...RETRY_DEFAULTS, retryCreates: true };
		const { sent } = await send([unknown, 'done'], { method: 'POST', limits });
		expect(sent).toMatchObject({ ok: true, attempts: 2, fateUnknown: true });
	});

	test('after a 5xx it waits its back-off', async () => {
		const { asked, sent } = await send([status(500), status(500), 'done']);
		expect(asked).toEqual([0, 600, 1_450]);
		expect(sent.waitedMs).toBe(1_250);
	});

	test('after a 429 it waits as long as the server asks, and so do all others', async () => {
		const clock = new FakeClock();
		const began = clock.now();
		const host = { limiter: new RateLimiter(clock), perSecond: 7 };
		const everybody = { limiter: new RateLimiter(clock), perSecond: 7 };
		const { asked, attemptOnce } = scriptedServer(clock, [status(429, 2_000), 'done']);
		const sending = sendWithRetry(attemptOnce, {
			clock,
			gates: [host, everybody],
			method: 'GET',
			limits: RETRY_DEFAULTS,
		});
		await clock.advance(150);
		const others = [host, everybody].map(async ({ limiter }) => {
			await limiter.acquire(7);
			return clock.now() - began;
		});
		await clock.runAll();
		expect(await sending).toMatchObject({ ok: true, waitedMs: 2_000 });
		expect(asked).toEqual([0, 2_100]);
		expect(await Promise.all(others)).toEqual([2_100, 2_100]);
	});

	test('the duration of a success is noted for the advice on requests in flight', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const { attemptOnce } = scriptedServer(clock, ['done'], 900);
		const gates = [{ limiter, perSecond: 7 }];
		void sendWithRetry(attemptOnce, { clock, gates, method: 'GET', limits: RETRY_DEFAULTS });
		await clock.runAll();
		expect(limiter.inFlight(7)).toBe(7);
	});

	test('a refused request keeps its place before those who ask later', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const { asked, attemptOnce } = scriptedServer(clock, [status(429, 2_000), 'done']);
		const gates = [{ limiter, perSecond: 1 }];
		void sendWithRetry(attemptOnce, { clock, gates, method: 'GET', limits: RETRY_DEFAULTS });
		await clock.advance(200);
		const later = limiter.acquire(1).then(() => clock.now() - 1_000_000);
		await clock.runAll();
		expect(asked[1]).toBe(2_220);
		expect(await later).toBeGreaterThan(4_000);
	});

	test('the longest wait covers all waits of a request, also those that others cause', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const answers = [status(429, 30_000), status(429, 20_000), 'done' as const];
		const { asked, attemptOnce } = scriptedServer(clock, answers);
		const gates = [{ limiter, perSecond: 7 }];
		const sending = sendWithRetry(attemptOnce, {
			clock,
			gates,
			method: 'GET',
			limits: RETRY_DEFAULTS,
		});
		await clock.advance(30_300);
		limiter.throttled(35_000);
		expect(await sending).toMatchObject({ ok: false, reason: 'budget', comeBackMs: 35_000 });
		expect(asked).toHaveLength(2);
	});

	test('the others wait, too, when the refused request gives up', async () => {
		const { limiter } = await send([status(429, 300_000)]);
		const later = limiter.acquire(7, { maxWaitMs: 60_000 });
		await expect(later).rejects.toMatchObject({ waitMs: 300_000 });
	});

	test('without a gate it waits by itself', async () => {
		const { asked } = await send([status(429, 2_000), 'done'], { gates: [] });
		expect(asked).toEqual([0, 2_100]);
	});

	test('nothing is sent when the limiters cannot grant a start in time', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		limiter.throttled(120_000);
		const { asked, attemptOnce } = scriptedServer(clock, []);
		const sent = await sendWithRetry(attemptOnce, {
			clock,
			gates: [{ limiter, perSecond: 7 }],
			method: 'POST',
			limits: RETRY_DEFAULTS,
		});
		expect(sent).toMatchObject({
			ok: false,
			reason: 'budget',
			attempts: 0,
			failure: null,
			comeBackMs: 120_000,
			fateUnknown: false,
		});
		expect(asked).toEqual([]);
	});

	test('seven requests refused together halve the rate once and all end well', async () => {
		const clock = new FakeClock();
		const limiter = new RateLimiter(clock);
		const requests = Array.from({ length: 7 }, async (_, index) => {
			const answers = [status(429, 1_000), 'done' as const];
			const { attemptOnce } = scriptedServer(clock, answers, 100 + 10 * index);
			const gates = [{ limiter, perSecond: 8 }];
			return await sendWithRetry(attemptOnce, {
				clock,
				gates,
				method: 'POST',
				limits: RETRY_DEFAULTS,
			});
		});
		await clock.runAll();
		for (const sent of await Promise.all(requests)) expect(sent).toMatchObject({ ok: true });
		for (let more = 0; more < 40; more++) limiter.observe(1_000);
		expect(limiter.inFlight(8)).toBe(5);
	});

	test('what the attempt throws by itself is handed on', async () => {
		const clock = new FakeClock();
		const bug = new Error('not a matter of the network');
		const sending = sendWithRetry(async () => await Promise.reject(bug), {
			clock,
			gates: [],
			method: 'GET',
			limits: RETRY_DEFAULTS,
		});
		await expect(sending).rejects.toBe(bug);
	});
});
