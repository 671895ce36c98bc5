import { limiterFor } from '../../../nodes/shared/limiterRegistry';
import { FakeClock } from '../../support/fakeClock';

describe('limiterFor', () => {
	test('gives the same limiter for the same key, another for another', () => {
		const clock = new FakeClock();
		const acme = limiterFor('acme.kommo.com', clock);
		expect(limiterFor('acme.kommo.com', clock)).toBe(acme);
		expect(limiterFor('other.kommo.com', clock)).not.toBe(acme);
	});

	test('uses the real clock when none is given', () => {
		expect(limiterFor('real.test')).toBe(limiterFor('real.test'));
		expect(limiterFor('real.test')).not.toBe(limiterFor('real.test', new FakeClock()));
	});

	test('forgets a limiter that was idle for ten minutes, whichever key is asked for', async () => {
		const clock = new FakeClock();
		const acme = limiterFor('acme.kommo.com', clock);
		await acme.acquire(7);
		await clock.advance(601_109);
		limiterFor('other.kommo.com', clock);
		expect(limiterFor('acme.kommo.com', clock)).toBe(acme);
		await clock.advance(1);
		limiterFor('other.kommo.com', clock);
		expect(limiterFor('acme.kommo.com', clock)).not.toBe(acme);
	});

	test('keeps one that pauses or has waiting callers, however long', async () => {
		const clock = new FakeClock();
		const paused = limiterFor('paused.kommo.com', clock);
		paused.throttled(1_200_000);
		const busy = limiterFor('busy.kommo.com', clock);
		busy.throttled(1_200_000);
		const waiting = busy.acquire(7);
		await clock.advance(1_100_000);
		expect(limiterFor('paused.kommo.com', clock)).toBe(paused);
		expect(limiterFor('busy.kommo.com', clock)).toBe(busy);
		await clock.runAll();
		await waiting;
	});
});
