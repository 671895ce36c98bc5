import { useSandbox } from '../../support/sandbox';
import { bodies, byId, byList, numbered, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const task = runnerOf(sandbox, 'task');
const stored = (id: number) => sandbox().accounts.kommo.store.tasks.get(id);

describe('task: complete', () => {
	test('patches is_completed with the result (fact sheet §4.7)', async () => {
		const run = await task('complete', { taskId: byId('4001'), resultText: 'Agreed' });

		expect(sent(sandbox())).toEqual([
			{
				method: 'PATCH',
				path: '/api/v4/tasks',
				query: {},
				body: [{ id: 4001, result: { text: 'Agreed' }, is_completed: true, request_id: 'i0' }],
			},
		]);
		expect(run.json).toEqual([
			{
				id: 4001,
				result: { text: 'Agreed' },
				is_completed: true,
				updated_at: stored(4001)?.updated_at,
			},
		]);
		expect(stored(4001)).toMatchObject({ is_completed: true, result: { text: 'Agreed' } });
	});

	test('without a result sends none', async () => {
		await task('complete', { taskId: byList(4002), resultText: '' });

		expect(bodies(sandbox(), 'PATCH')).toEqual([
			[{ id: 4002, is_completed: true, request_id: 'i0' }],
		]);
		expect(stored(4002)).toMatchObject({ is_completed: true, result: null });
	});

	test('closes 60 tasks in two requests, each with its own result, paired', async () => {
		const { store } = sandbox().accounts.kommo;
		const model = stored(4001);
		for (let id = 5001; id <= 5060; id++) if (model) store.tasks.set(id, { ...model, id });
		const run = await task(
			'complete',
			{ taskId: byId('={{ 5000 + $json.n }}'), resultText: '={{ "Result " + $json.n }}' },
			numbered(60),
		);

		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.length)).toEqual([50, 10]);
		expect(run.json.map(({ id }) => id)).toEqual(numbered(60).map(({ n }) => 5000 + n));
		expect(pairing(run)).toEqual(numbered(60).map((_, item) => ({ item })));
		expect(stored(5033)?.result).toEqual({ text: 'Result 33' });
	});

	test('refuses an id that is none before sending', async () => {
		const { error } = await task('complete', { taskId: byId('={{ $json.id }}') });

		expect(error?.message).toBe("'Task' is empty [item 0]");
		expect(sent(sandbox())).toEqual([]);
	});

	test('reports a task that does not exist on its own item and closes the others', async () => {
		const run = await task(
			'complete',
			{ taskId: byId('={{ $json.id }}') },
			[{ id: 4001 }, { id: 99999 }, { id: 4002 }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.json.map(({ id }) => id)).toEqual([4001, 4002]);
		expect(run.outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(stored(4002)?.is_completed).toBe(true);
	});
});

describe('task: update', () => {
	test('patches what was added, under the wire names (§4.7)', async () => {
		const run = await task('update', {
			taskId: byId('4001'),
			updateFields: {
				completeTill: '2026-12-01',
				createdAt: '2026-01-05T10:00:00Z',
				createdBy: 502,
				duration: 0,
				isCompleted: false,
				responsibleUserId: 'Yuki Tan',
				resultText: 'Moved',
				taskTypeId: 'Meeting',
				text: 'Call again',
				updatedAt: '2026-01-06T10:00:00Z',
				updatedBy: 0,
			},
		});

		expect(sent(sandbox(), 'PATCH')).toEqual([
			{
				method: 'PATCH',
				path: '/api/v4/tasks',
				query: {},
				body: [
					{
						id: 4001,
						complete_till: 1_796_083_200,
						created_at: 1_767_607_200,
						created_by: 502,
						duration: 0,
						is_completed: false,
						responsible_user_id: 503,
						result: { text: 'Moved' },
						task_type_id: 2,
						text: 'Call again',
						updated_at: 1_767_693_600,
						updated_by: 0,
						request_id: 'i0',
					},
				],
			},
		]);
		expect(run.json).toMatchObject([{ id: 4001, text: 'Call again', updated_at: 1_767_693_600 }]);
		expect(pairing(run)).toEqual([{ item: 0 }]);
	});

	test('opens a closed task again', async () => {
		await task('update', { taskId: byId('4005'), updateFields: { isCompleted: '={{ false }}' } });

		expect(bodies(sandbox(), 'PATCH')).toEqual([
			[{ id: 4005, is_completed: false, request_id: 'i0' }],
		]);
		expect(stored(4005)?.is_completed).toBe(false);
	});

	test.each([
		['no field was added', {}],
		['the only expression gave nothing', { isCompleted: '={{ $json.none }}' }],
	])('says so when %s', async (_when, updateFields) => {
		const { error } = await task('update', { taskId: byId('4001'), updateFields });

		expect(error?.message).toBe("'Update Fields' is empty: there is nothing to change [item 0]");
		expect(sent(sandbox())).toEqual([]);
	});

	test('writes 60 items in two requests', async () => {
		const { store } = sandbox().accounts.kommo;
		const model = stored(4001);
		for (let id = 5001; id <= 5060; id++) if (model) store.tasks.set(id, { ...model, id });
		await task(
			'update',
			{ taskId: byId('={{ 5000 + $json.n }}'), updateFields: { text: '={{ "T" + $json.n }}' } },
			numbered(60),
		);

		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.length)).toEqual([50, 10]);
		expect([stored(5001)?.text, stored(5060)?.text]).toEqual(['T1', 'T60']);
	});

	test('carries out two changes of one task in the order of the items', async () => {
		await task('update', { taskId: byId('4001'), updateFields: { text: '={{ $json.text }}' } }, [
			{ text: 'first' },
			{ text: 'second' },
		]);

		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.map(({ text }) => text))).toEqual([
			['first'],
			['second'],
		]);
		expect(stored(4001)?.text).toBe('second');
	});

	test('names the field when the account does not take its value (§3.3)', async () => {
		const { error } = await task('update', { taskId: byId('4001'), updateFields: { text: '' } });

		expect(error?.message).toBe("'Text' must not be empty [item 0]");
		expect(error?.itemIndex).toBe(0);
	});

	test.each(['works', 'missing'] as const)(
		'gives the full record when asked to (GET /tasks/{id} %s on Kommo, unverified in §4.7)',
		async (kommoTaskById) => {
			sandbox().setSwitches({ kommoTaskById });
			const { json } = await task('update', {
				taskId: byId('4001'),
				updateFields: { text: 'New' },
				options: { return: 'entity' },
			});

			expect(json).toMatchObject([{ id: 4001, text: 'New', entity_id: 7001, result: [] }]);
		},
	);
});
