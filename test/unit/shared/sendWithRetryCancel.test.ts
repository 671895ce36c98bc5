import { RateLimiter } from '../../../nodes/shared/rateLimiter';
import { RETRY_DEFAULTS } from '../../../nodes/shared/retryPolicy';
import { sendWithRetry } from '../../../nodes/shared/sendWithRetry';
import { FakeClock } from '../../support/fakeClock';
import type { Answer } from '../../support/scriptedServer';
import { scriptedServer, status } from '../../support/scriptedServer';

describe('sendWithRetry: cancel', () => {
	async function cancelledAt(ms: number, method: string, answers: Answer[]) {
		const clock = new FakeClock();
		const stop = new AbortController();
		const gates = [{ limiter: new RateLimiter(clock), perSecond: 7 }];
		const { asked, attemptOnce } = scriptedServer(clock, answers);
		const sending = sendWithRetry(
			async (attempt) => {
				const answer = await attemptOnce(attempt);
				stop.signal.throwIfAborted();
				return answer;
			},
			{ clock, gates, method, limits: RETRY_DEFAULTS, signal: stop.signal },
		);
		await clock.advance(ms);
		stop.abort(new Error('cancelled by the user'));
		await clock.runAll();
		return { sent: await sending, asked };
	}

	test.each([
		[
			'in the back-off',
			200,
			'GET',
			[status(500)],
			{ attempts: 1, fateUnknown: false, failure: 'attempt 1' },
		],
		[
			'in the pause after a 429',
			200,
			'POST',
			[status(429, 9_000)],
			{ attempts: 1, fateUnknown: false },
		],
		[
			'while a create is under way',
			50,
			'POST',
			['done' as const],
			{ attempts: 1, fateUnknown: true },
		],
	])('%s: a result that says what is known', async (_, ms, method, answers, expected) => {
		const { sent, asked } = await cancelledAt(ms, method, answers);
		expect(sent).toMatchObject({ ok: false, reason: 'cancelled', comeBackMs: null, ...expected });
		expect(asked).toHaveLength(1);
	});

	test('before the first attempt: nothing is sent', async () => {
		const clock = new FakeClock();
		const { asked, attemptOnce } = scriptedServer(clock, []);
		const gates = [{ limiter: new RateLimiter(clock), perSecond: 7 }];
		const signal = AbortSignal.abort();
		const options = { clock, gates, method: 'POST', limits: RETRY_DEFAULTS, signal };
		const sent = await sendWithRetry(attemptOnce, options);
		expect(sent).toMatchObject({ reason: 'cancelled', attempts: 0, fateUnknown: false });
		expect(asked).toEqual([]);
	});
});
