import { useSandbox } from '../../support/sandbox';
import { pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const task = runnerOf(sandbox, 'task');

const queries = () => sent(sandbox()).map(({ query }) => query);
const ids = (json: Array<{ id?: unknown }>) => json.map(({ id }) => id);

describe('task: search', () => {
	test('without filters gives open and done tasks (fact sheet §4.7: is_completed is not sent)', async () => {
		const run = await task('search');

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/tasks', query: { limit: '50' }, body: undefined },
		]);
		expect(ids(run.json)).toEqual([4001, 4002, 4003, 4004, 4005]);
		expect(run.json.map(({ is_completed }) => is_completed)).toEqual([
			false,
			false,
			false,
			false,
			true,
		]);
		expect(pairing(run)).toEqual(Array.from({ length: 5 }, () => ({ item: 0 })));
	});

	test('simplified gives ten flat fields, times in ISO 8601 and the result as a text', async () => {
		const { json } = await task('search', { filters: { ids: '4004, 4005' } });

		expect(json).toEqual([
			{
				id: 4004,
				text: 'Congratulate on the birthday',
				task_type_id: 1,
				complete_till: '2026-02-11T09:00:00.000Z',
				is_completed: false,
				responsible_user_id: 501,
				entity_type: 'contacts',
				entity_id: 8103,
				result: null,
				created_at: '2026-01-05T09:00:00.000Z',
			},
			{
				id: 4005,
				text: 'First call',
				task_type_id: 1,
				complete_till: '2026-01-09T09:00:00.000Z',
				is_completed: true,
				responsible_user_id: 501,
				entity_type: 'leads',
				entity_id: 7005,
				result: 'Agreed on a visit',
				created_at: '2026-01-06T09:00:00.000Z',
			},
		]);
	});

	test('raw gives the record as it is, with the empty list for no result (§0.2 no. 15)', async () => {
		const { json } = await task('search', { simplify: false, filters: { ids: 4001 } });

		expect(json).toMatchObject([{ id: 4001, result: [], duration: 0, account_id: 30001 }]);
	});

	test.each([
		['open ones', { isCompleted: '0' }, { 'filter[is_completed]': '0' }, [4001, 4002, 4003, 4004]],
		['done ones', { isCompleted: '1' }, { 'filter[is_completed]': '1' }, [4005]],
		['true', { isCompleted: '={{ true }}' }, { 'filter[is_completed]': '1' }, [4005]],
		['a type', { taskTypes: [2] }, { 'filter[task_type][]': '2' }, [4002]],
		[
			'types by name and code',
			{ taskTypes: ['Send offer', 'MEETING'] },
			{ 'filter[task_type][]': ['2101', '2'] },
			[4002, 4003],
		],
		['a kind of card', { entityType: 'contacts' }, { 'filter[entity_type]': 'contacts' }, [4004]],
		[
			'cards',
			{ entityType: 'leads', entityIds: '7001, 7002' },
			{ 'filter[entity_type]': 'leads', 'filter[entity_id][]': ['7001', '7002'] },
			[4001, 4002],
		],
		['ids', { ids: '={{ [4001, 4003] }}' }, { 'filter[id][]': ['4001', '4003'] }, [4001, 4003]],
		[
			'its author',
			{ createdBy: [501] },
			{ 'filter[created_by][]': '501' },
			[4001, 4002, 4003, 4004, 4005],
		],
		[
			'users',
			{ responsibleUsers: [502, 503] },
			{ 'filter[responsible_user_id][]': ['502', '503'] },
			[],
		],
		[
			'the time of the last change',
			{ updatedFrom: '2026-01-03T09:00:00Z', updatedTo: '2026-01-04T09:00:00Z' },
			{
				'filter[updated_at][from]': '1767430800',
				'filter[updated_at][to]': '1767517200',
			},
			[4002, 4003],
		],
	])('filters by %s (§4.7)', async (_what, filters, query, found) => {
		const { json } = await task('search', { filters });

		expect(queries().at(-1)).toEqual({ ...query, limit: '50' });
		expect(ids(json)).toEqual(found);
	});

	test('takes users of filters by name', async () => {
		await task('search', { filters: { responsibleUsers: '={{ "Marco Silva, Yuki Tan" }}' } });

		expect(queries().at(-1)).toEqual({
			'filter[responsible_user_id][]': ['502', '503'],
			limit: '50',
		});
	});

	test('gives no item when nothing is found (204)', async () => {
		const run = await task('search', { filters: { ids: '99999' } });

		expect([run.error, run.items]).toEqual([null, []]);
	});

	test.each([
		['created_at', 'desc', [4005, 4004, 4003, 4002, 4001]],
		['complete_till', 'asc', [4005, 4003, 4001, 4002, 4004]],
		['id', 'desc', [4005, 4004, 4003, 4002, 4001]],
	])('sorts by %s %s (§4.7)', async (field, direction, found) => {
		const { json } = await task('search', { sort: { by: { field, direction } } });

		expect(queries()).toEqual([{ [`order[${field}]`]: direction, limit: '50' }]);
		expect(ids(json)).toEqual(found);
	});

	test('Return All reads page after page, by id', async () => {
		sandbox().setSwitches({ maxPageSize: 2 });
		const { json } = await task('search', { returnAll: true });

		expect(ids(json)).toEqual([4001, 4002, 4003, 4004, 4005]);
		expect(queries()).toEqual(
			[undefined, '2', '3'].map((page) => ({
				'order[id]': 'asc',
				limit: page ? '2' : '250',
				...(page ? { page } : {}),
			})),
		);
	});

	test('Limit may span pages and stops at its number', async () => {
		sandbox().setSwitches({ maxPageSize: 2 });
		const { json } = await task('search', { limit: 3 });

		expect(ids(json)).toEqual([4001, 4002, 4003]);
		expect(queries()).toHaveLength(2);
	});

	test('gives every item what its own filters find', async () => {
		const run = await task('search', { filters: { ids: '={{ $json.id }}' } }, [
			{ id: '4002' },
			{ id: '4001,4003' },
		]);

		expect(ids(run.json)).toEqual([4002, 4001, 4003]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 1 }]);
	});

	test.each([
		[
			'card ids without their kind, which share their numbers (§4.7)',
			{ filters: { entityIds: '7001' } },
			"'Entity IDs' needs 'Entity Type' [item 0]",
		],
		['ids that are none', { filters: { ids: '4001, x' } }, "'IDs' is not an ID: x [item 0]"],
		[
			'a state that is none',
			{ filters: { isCompleted: '={{ "maybe" }}' } },
			"'Completed' is neither true nor false: maybe [item 0]",
		],
		[
			'an unknown type',
			{ filters: { taskTypes: ['Lunch'] } },
			'\'Task Type\' does not exist: "Lunch" [item 0]',
		],
		['a limit below 1', { limit: '={{ 0 }}' }, "'Limit' is not a whole number above 0: 0 [item 0]"],
	])('refuses %s', async (_what, parameters, message) => {
		const { error } = await task('search', parameters);

		expect(error?.message).toBe(message);
		expect(sandbox().requests({ path: '/api/v4/tasks' })).toEqual([]);
	});

	test('passes nothing on from a server that ignores the filter', async () => {
		sandbox().addFault({
			path: '/api/v4/tasks',
			action: {
				type: 'status',
				status: 200,
				body: { _embedded: { tasks: [{ id: 4001, is_completed: false }] } },
			},
		});
		const { error, items } = await task('search', { filters: { isCompleted: '1' } });

		expect(error?.message).toBe("The account ignores the filter 'Completed' [item 0]");
		expect(items).toEqual([]);
	});

	test('works on amoCRM without the filter add-on, which tasks do not need (§4.1, §4.7)', async () => {
		sandbox().setSwitches({ apiFilterEnabled: false });
		const { json } = await task('search', { filters: { isCompleted: '1' } }, [{}], {
			account: 'amocrm',
		});

		expect(json).toMatchObject([{ id: 1_004_003, result: 'Адрес записан' }]);
	});
});
