import type { Gate } from '../../../nodes/shared/acquireAll';
import { acquireAll } from '../../../nodes/shared/acquireAll';
import { RateLimiter } from '../../../nodes/shared/rateLimiter';
import { FakeClock } from '../../support/fakeClock';

interface Start {
	caller: string;
	at: number;
}

function twoAccounts() {
	const clock = new FakeClock();
	const [acme, other, everybody] = [0, 1, 2].map(() => new RateLimiter(clock));
	if (!acme || !other || !everybody) throw new Error('three limiters expected');
	const starts: Start[] = [];
	const began = clock.now();
	const ask = async (
		caller: string,
		host: RateLimiter,
		perSecond: number,
		options: { signal?: AbortSignal; maxWaitMs?: number } = {},
	) => {
		const gates: Gate[] = [
			{ limiter: host, perSecond },
			{ limiter: everybody, perSecond: 7 },
		];
		await acquireAll(gates, { clock, ...options });
		starts.push({ caller, at: clock.now() - began });
	};
	return { clock, acme, other, everybody, starts, ask };
}

describe('acquireAll', () => {
	test('two accounts together keep the limit of the whole process', async () => {
		const { clock, acme, other, starts, ask } = twoAccounts();
		for (let index = 0; index < 7; index++) {
			void ask('acme', acme, 7);
			void ask('other', other, 7);
		}
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([
			...Array<number>(7).fill(0),
			...Array<number>(7).fill(1_110),
		]);
	});

	test('the accounts take turns instead of one waiting for all of the other', async () => {
		const { clock, acme, other, starts, ask } = twoAccounts();
		for (let index = 0; index < 6; index++) void ask('acme', acme, 7);
		for (let index = 0; index < 6; index++) void ask('other', other, 7);
		await clock.advance(0);
		const first = starts.map(({ caller }) => caller);
		expect(first.filter((caller) => caller === 'other').length).toBeGreaterThanOrEqual(3);
		await clock.runAll();
		expect(starts).toHaveLength(12);
	});

	test('a slow account keeps its own ceiling, also when it waited at the common gate', async () => {
		const { clock, acme, everybody, starts, ask } = twoAccounts();
		everybody.throttled(10_000);
		for (let index = 0; index < 4; index++) {
			void ask('acme', acme, 2);
			await clock.advance(1_200);
		}
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([10_000, 10_000, 11_110, 11_110]);
	});

	test('a paused account does not hold up another one', async () => {
		const { clock, acme, other, starts, ask } = twoAccounts();
		acme.throttled(30_000);
		void ask('acme', acme, 7);
		void ask('other', other, 7);
		await clock.runAll();
		expect(starts).toEqual([
			{ caller: 'other', at: 0 },
			{ caller: 'acme', at: 30_000 },
		]);
	});

	test('an account paused while it waits at the common gate gives its place there back', async () => {
		const { clock, acme, other, everybody, starts, ask } = twoAccounts();
		everybody.throttled(1_000);
		void ask('acme', acme, 7);
		await clock.advance(500);
		acme.throttled(20_000);
		void ask('other', other, 7);
		await clock.runAll();
		expect(starts).toEqual([
			{ caller: 'other', at: 1_000 },
			{ caller: 'acme', at: 20_500 },
		]);
	});

	test('a cancel while waiting at the common gate frees both places', async () => {
		const { clock, acme, other, everybody, starts, ask } = twoAccounts();
		everybody.throttled(1_000);
		const stop = new AbortController();
		const reason = new Error('cancelled by the user');
		const cancelled = expect(ask('acme', acme, 1, { signal: stop.signal })).rejects.toBe(reason);
		await clock.advance(100);
		void ask('acme again', acme, 1);
		void ask('other', other, 7);
		stop.abort(reason);
		await cancelled;
		await clock.runAll();
		expect(starts.map(({ at }) => at)).toEqual([1_000, 1_000]);
		await clock.advance(1_110);
		expect([acme.idle, everybody.idle]).toEqual([true, true]);
	});

	test('the longest wait covers both gates together', async () => {
		const { clock, acme, everybody, ask } = twoAccounts();
		acme.throttled(4_000);
		everybody.throttled(8_000);
		const refused = expect(ask('acme', acme, 7, { maxWaitMs: 5_000 })).rejects.toMatchObject({
			name: 'RateLimitWait',
			waitMs: 4_000,
		});
		await clock.advance(4_000);
		await refused;
		await clock.runAll();
		expect(acme.idle).toBe(true);
	});

	test('without a gate it grants at once, unless cancelled', async () => {
		const clock = new FakeClock();
		await expect(acquireAll([], { clock })).resolves.toBeUndefined();
		const reason = new Error('cancelled before');
		const signal = AbortSignal.abort(reason);
		await expect(acquireAll([], { clock, signal })).rejects.toBe(reason);
	});
});
