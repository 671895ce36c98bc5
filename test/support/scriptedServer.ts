import type { Outcome } from '../../nodes/shared/retryPolicy';
import type { Attempt } from '../../nodes/shared/sendWithRetry';
import type { FakeClock } from './fakeClock';

export type Answer = 'done' | Outcome;

export const status = (code: number, retryAfterMs: number | null = null): Outcome => ({
	kind: 'status',
	status: code,
	retryAfterMs,
});
export const unknown: Outcome = { kind: 'unknown' };
export const notSent: Outcome = { kind: 'notSent' };

/** A server that gives these answers in turn, each after `latencyMs`, and notes when it was asked. */
export function scriptedServer(clock: FakeClock, answers: Answer[], latencyMs = 100) {
	const began = clock.now();
	const asked: number[] = [];
	const attemptOnce = async (attempt: number): Promise<Attempt<string, string>> => {
		asked.push(clock.now() - began);
		await clock.sleep(latencyMs);
		const answer = answers[attempt - 1];
		if (!answer) throw new Error(`attempt ${attempt} was not expected`);
		if (answer === 'done') return { ok: true, value: 'stored' };
		return { ok: false, outcome: answer, failure: `attempt ${attempt}` };
	};
	return { asked, attemptOnce };
}
