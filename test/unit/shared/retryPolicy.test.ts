import type { Outcome, RetrySettings } from '../../../nodes/shared/retryPolicy';
import { decideRetry, RETRY_DEFAULTS } from '../../../nodes/shared/retryPolicy';

const settings: RetrySettings = { ...RETRY_DEFAULTS, random: () => 0.5 };
const creating: RetrySettings = { ...settings, retryCreates: true };
const METHODS = ['GET', 'HEAD', 'PATCH', 'PUT', 'DELETE', 'POST'];

const status = (code: number, retryAfterMs: number | null = null): Outcome => ({
	kind: 'status',
	status: code,
	retryAfterMs,
});
const notSent: Outcome = { kind: 'notSent' };
const unknown: Outcome = { kind: 'unknown' };

describe('decideRetry: what is repeated', () => {
	const anyMethod: Array<[string, Outcome]> = [
		['429', status(429)],
		['refused connection or unknown host', notSent],
	];
	test.each(anyMethod)('%s: every method', (_, outcome) => {
		for (const method of METHODS) {
			expect(decideRetry(1, method, outcome, 0, settings)).toMatchObject({ retry: true });
		}
	});

	const mayHaveActed: Array<[string, Outcome]> = [
		...[500, 502, 503, 504, 520].map((code): [string, Outcome] => [String(code), status(code)]),
		['reset, time-out, truncated answer', unknown],
	];
	test.each(mayHaveActed)('%s: every method but POST', (_, outcome) => {
		for (const method of METHODS) {
			const decision = decideRetry(1, method, outcome, 0, settings);
			if (method === 'POST') expect(decision).toEqual({ retry: false, reason: 'unsafe' });
			else expect(decision).toMatchObject({ retry: true });
		}
	});

	test.each(mayHaveActed)('%s: POST, too, when creates may be repeated', (_, outcome) => {
		expect(decideRetry(1, 'POST', outcome, 0, creating)).toMatchObject({ retry: true });
	});

	test.each([204, 301, 302, 400, 401, 402, 403, 404, 405, 408, 409, 415, 422, 425])(
		'%p: never, whatever the method and even with a delay from the server',
		(code) => {
			for (const method of METHODS) {
				const decision = decideRetry(1, method, status(code, 1_000), 0, creating);
				expect(decision).toEqual({ retry: false, reason: 'final' });
			}
		},
	);

	test('the case of the method does not matter', () => {
		expect(decideRetry(1, 'get', unknown, 0, settings)).toMatchObject({ retry: true });
		expect(decideRetry(1, 'post', unknown, 0, settings)).toMatchObject({ reason: 'unsafe' });
	});
});

describe('decideRetry: how often and how long', () => {
	test('three repetitions, then no attempt is left and the delay says when to come back', () => {
		const decisions = [1, 2, 3, 4].map((attempt) =>
			decideRetry(attempt, 'GET', status(429, 2_000), 0, settings),
		);
		expect(decisions).toEqual([
			...Array<unknown>(3).fill({ retry: true, delayMs: 2_000 }),
			{ retry: false, reason: 'attempts', delayMs: 2_000 },
		]);
	});

	test.each([
		[0, 60_000, true],
		[0, 60_001, false],
		[58_000, 2_000, true],
		[58_001, 2_000, false],
		[0, 300_000, false],
	])('having waited %p ms, a delay of %p ms fits: %p', (waitedMs, asked, retry) => {
		const decision = decideRetry(1, 'GET', status(429, asked), waitedMs, settings);
		expect(decision).toEqual(
			retry ? { retry, delayMs: asked } : { retry, reason: 'budget', delayMs: asked },
		);
	});

	test('a 503 waits as long as the server asks, too', () => {
		const decision = decideRetry(1, 'GET', status(503, 7_000), 0, settings);
		expect(decision).toEqual({ retry: true, delayMs: 7_000 });
	});

	test.each([
		['5xx', status(500), 0, [250, 250, 250]],
		['5xx', status(500), 0.5, [500, 750, 1_250]],
		['5xx', status(500), 0.9999, [750, 1_250, 2_250]],
		['unknown', unknown, 0.5, [500, 750, 1_250]],
		['not sent', notSent, 0.5, [500, 750, 1_250]],
		['429 without a delay', status(429), 0, [1_000, 1_000, 1_000]],
		['429 without a delay', status(429), 0.5, [1_250, 1_500, 2_000]],
		['429 with a delay of 0', status(429, 0), 0.5, [1_250, 1_500, 2_000]],
	])('%s: exponential back-off with jitter (%#)', (_, outcome, random, expected) => {
		const delays = [1, 2, 3].map((attempt) =>
			decideRetry(attempt, 'GET', outcome, 0, { ...settings, random: () => random }),
		);
		expect(delays).toEqual(expected.map((delayMs) => ({ retry: true, delayMs })));
	});

	test('back-off never exceeds 30 s', () => {
		const many = { ...settings, maxRetries: 20, random: () => 0.99 };
		expect(decideRetry(15, 'GET', unknown, 0, many)).toEqual({ retry: true, delayMs: 30_000 });
	});
});
