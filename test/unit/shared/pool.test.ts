import { runPool } from '../../../nodes/shared/pool';

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

function tasksOf(count: number, whileRunning: (index: number) => void = () => undefined) {
	const log = { started: [] as number[], open: 0, most: 0 };
	const tasks = Array.from({ length: count }, (_, index) => async () => {
		log.started.push(index);
		log.open += 1;
		log.most = Math.max(log.most, log.open);
		await turn();
		whileRunning(index);
		log.open -= 1;
	});
	return { tasks, log };
}

describe('runPool', () => {
	test.each([
		[1, 1],
		[3, 3],
		[20, 5],
	])('with a limit of %i at most %i of 5 run together, all in order', async (limit, most) => {
		const { tasks, log } = tasksOf(5);
		await runPool(
			tasks,
			() => limit,
			() => false,
		);

		expect(log.started).toEqual([0, 1, 2, 3, 4]);
		expect(log.most).toBe(most);
	});

	test('the limit is asked anew for every start', async () => {
		let limit = 1;
		const { tasks, log } = tasksOf(9, () => {
			limit = 4;
		});
		await runPool(
			tasks,
			() => limit,
			() => false,
		);

		expect(log.most).toBe(4);
	});

	test('once stopped nothing starts, what is under way is awaited', async () => {
		let stopped = false;
		const { tasks, log } = tasksOf(9, (index) => {
			stopped ||= index === 1;
		});
		await runPool(
			tasks,
			() => 3,
			() => stopped,
		);

		expect(log.started.length).toBeLessThanOrEqual(5);
		expect(log.open).toBe(0);
	});

	test('no task is no work', async () => {
		await expect(
			runPool(
				[],
				() => 2,
				() => false,
			),
		).resolves.toBeUndefined();
	});
});
