import { useSandbox } from '../../support/sandbox';
import { byId, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const task = runnerOf(sandbox, 'task');

const queries = () => sent(sandbox()).map(({ query }) => query);
const ids = (json: Array<{ id?: unknown }>) => json.map(({ id }) => id);

describe('task: get', () => {
	test('asks for one task by its address (§4.7)', async () => {
		const run = await task('get', { taskId: byId('4005') });

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/tasks/4005', query: {}, body: undefined },
		]);
		expect(run.json).toMatchObject([{ id: 4005, result: 'Agreed on a visit' }]);
		expect(pairing(run)).toEqual([{ item: 0 }]);
	});

	test('asks for several tasks in one request, in the order of the items', async () => {
		const run = await task('get', { taskId: byId('={{ $json.id }}') }, [
			{ id: 4003 },
			{ id: 4001 },
			{ id: 4003 },
		]);

		expect(queries()).toEqual([{ 'filter[id][]': ['4003', '4001'], limit: '2' }]);
		expect(ids(run.json)).toEqual([4003, 4001, 4003]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('finds a task by the filter where Kommo has no address for one (unverified in §4.7)', async () => {
		sandbox().setSwitches({ kommoTaskById: 'missing' });
		const { json } = await task('get', { taskId: byId('4002') });

		expect(ids(json)).toEqual([4002]);
		expect(queries()).toEqual([{}, { 'filter[id][]': '4002', limit: '1' }]);
	});

	test.each(['works', 'missing'] as const)(
		'stops at a task that does not exist (its address %s)',
		async (kommoTaskById) => {
			sandbox().setSwitches({ kommoTaskById });
			const { error } = await task('get', { taskId: byId('99999') });

			expect(error?.message).toBe('No task has the ID 99999 [item 0]');
			expect(error?.description).toContain("'When Not Found'");
		},
	);

	test('gives an empty item for a missing task when asked to', async () => {
		const run = await task(
			'get',
			{ taskId: byId('={{ $json.id }}'), options: { whenNotFound: 'empty' } },
			[{ id: 99999 }, { id: 4001 }],
		);

		expect(ids(run.json)).toEqual([undefined, 4001]);
		expect(run.json[0]).toEqual({});
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('reports missing tasks on their own items when it continues on fail', async () => {
		const run = await task(
			'get',
			{ taskId: byId('={{ $json.id }}') },
			[{ id: 99999 }, { id: 4001 }],
			{
				settings: { onError: 'continueRegularOutput' },
			},
		);

		expect(run.json[0]).toMatchObject({ error: 'No task has the ID 99999 [item 0]' });
		expect(run.json[1]).toMatchObject({ id: 4001 });
	});
});
