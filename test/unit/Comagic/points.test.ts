import {
	budgetFor,
	MOST_AT_ONCE,
	PointBudget,
	PointsSpent,
} from '../../../nodes/Comagic/transport/points';
import { FakeClock } from '../../support/fakeClock';

const limits = (minute: number, day: number, minuteReset = 40, dayReset = 40_000) => ({
	...{ minute_limit: 10, minute_remaining: minute, minute_reset: minuteReset },
	...{ day_limit: 100, day_remaining: day, day_reset: dayReset },
});

const MAX_WAIT_MS = 60_000;

/** A budget that has been told what is left. */
async function toldBudget(clock: FakeClock, told = limits(10, 100)): Promise<PointBudget> {
	const budget = new PointBudget(clock);
	await budget.enter(1, MAX_WAIT_MS);
	budget.leave(1, told);
	return budget;
}

/** Starts entering and notes when it was let in (ms since now), or why not. */
function enter(clock: FakeClock, budget: PointBudget, weight = 1, maxWaitMs = MAX_WAIT_MS) {
	const began = clock.now();
	const seen: { at: number | null; refused: unknown } = { at: null, refused: null };
	void budget.enter(weight, maxWaitMs).then(
		() => {
			seen.at = clock.now() - began;
		},
		(reason: unknown) => {
			seen.refused = reason;
		},
	);
	return seen;
}

describe('points of the minute', () => {
	it('let requests in while there are some', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(3, 100));
		const seen = [1, 2, 3].map(() => enter(clock, budget));
		await clock.advance(0);
		expect(seen.map(({ at }) => at)).toEqual([0, 0, 0]);
	});

	it('that are promised to requests under way are not given twice', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(2, 100));
		const seen = [1, 2, 3].map(() => enter(clock, budget));
		await clock.advance(39_000);
		expect(seen.map(({ at }) => at)).toEqual([0, 0, null]);
		await clock.advance(2_000);
		expect(seen[2]?.at).toBe(40_500);
	});

	it('are waited for by a request that needs more than are left', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(4, 100));
		const seen = enter(clock, budget, 5);
		await clock.advance(39_000);
		expect(seen.at).toBeNull();
		await clock.advance(2_000);
		expect(seen.at).toBe(40_500);
	});

	it('that come back later than the caller wants to wait refuse him at once', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(0, 100));
		const seen = enter(clock, budget, 1, 5_000);
		await clock.advance(0);
		expect(seen.refused).toEqual(new PointsSpent('minute', 40_000));
		expect((seen.refused as PointsSpent).period).toBe('minute');
	});

	it('never lock a request out that needs more than a whole minute has', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, { ...limits(3, 100), minute_limit: 3 });
		const seen = enter(clock, budget, 5);
		await clock.advance(0);
		expect(seen.at).toBe(0);
	});

	it('told by an answer that was overtaken do not come back', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(3, 100));
		await Promise.all([1, 2].map(async () => await budget.enter(1, MAX_WAIT_MS)));
		budget.leave(1, limits(0, 98));
		budget.leave(1, limits(1, 99));
		const seen = enter(clock, budget);
		await clock.advance(39_000);
		expect(seen.at).toBeNull();
	});
});

describe('points of the day', () => {
	it('that are used up refuse at once, and say when they come back', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(10, 0));
		const seen = enter(clock, budget);
		await clock.advance(0);
		expect(seen.refused).toMatchObject({ period: 'day', waitMs: 40_000_000 });
	});

	it('that do not suffice for a heavy request refuse that one only', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(10, 3));
		const heavy = enter(clock, budget, 5);
		const light = enter(clock, budget, 1);
		await clock.advance(0);
		expect([heavy.at, light.at]).toEqual([null, 0]);
	});

	it('are asked for again after an hour: the tariff may have been changed', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(10, 0));
		await clock.advance(3_600_000);
		const seen = enter(clock, budget);
		await clock.advance(0);
		expect(seen.at).toBe(0);
	});

	it('that a refusal tells of are known to everybody', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock);
		budget.spent('day', 7_200_000);
		const seen = enter(clock, budget);
		await clock.advance(0);
		expect(seen.refused).toMatchObject({ period: 'day', waitMs: 7_200_000 });
	});
});

describe('places', () => {
	it('are for five at once; the others come in order', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock);
		const seen = Array.from({ length: MOST_AT_ONCE + 2 }, () => enter(clock, budget));
		await clock.advance(0);
		expect(seen.filter(({ at }) => at !== null)).toHaveLength(MOST_AT_ONCE);
		await clock.advance(100);
		budget.leave(1, null);
		await clock.advance(0);
		expect(seen.map(({ at }) => at).slice(MOST_AT_ONCE)).toEqual([100, null]);
	});

	it('are left by whoever gives up waiting', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock);
		const holders = Array.from({ length: MOST_AT_ONCE }, () => enter(clock, budget));
		await clock.advance(0);
		const stopper = new AbortController();
		const given = budget.enter(1, MAX_WAIT_MS, stopper.signal);
		const next = enter(clock, budget);
		stopper.abort(new Error('enough'));
		await expect(given).rejects.toThrow('enough');
		budget.leave(1, null);
		await clock.advance(0);
		expect(holders).toHaveLength(MOST_AT_ONCE);
		expect(next.at).toBe(0);
	});

	it('are given back by whoever is refused for lack of points', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(10, 0));
		for (let turn = 0; turn < MOST_AT_ONCE + 1; turn++) {
			await expect(budget.enter(1, MAX_WAIT_MS)).rejects.toThrow(PointsSpent);
		}
		await clock.advance(3_600_000);
		const seen = enter(clock, budget);
		await clock.advance(0);
		expect(seen.at).toBe(0);
	});

	it('a wait for the minute ends with the signal', async () => {
		const clock = new FakeClock();
		const budget = await toldBudget(clock, limits(0, 100));
		const stopper = new AbortController();
		const waiting = budget.enter(1, MAX_WAIT_MS, stopper.signal);
		await clock.advance(1_000);
		stopper.abort(new Error('cancelled'));
		await expect(waiting).rejects.toThrow();
	});
});

describe('budgets by credential', () => {
	it('are the same for the same key, and others for others', () => {
		const clock = new FakeClock();
		expect(budgetFor('a', clock)).toBe(budgetFor('a', clock));
		expect(budgetFor('b', clock)).not.toBe(budgetFor('a', clock));
	});

	it('are forgotten after an idle hour', async () => {
		const clock = new FakeClock();
		const first = budgetFor('a', clock);
		await clock.advance(3_600_000);
		expect(budgetFor('a', clock)).not.toBe(first);
	});

	it('are kept while a request is under way', async () => {
		const clock = new FakeClock();
		const first = budgetFor('a', clock);
		await first.enter(1, MAX_WAIT_MS);
		await clock.advance(7_200_000);
		expect(budgetFor('a', clock)).toBe(first);
	});
});
