import { useSandbox } from '../../support/sandbox';
import { byId, byList, byUrl, numbered, pairing, runnerOf, sent, bodies } from './kommoRunner';

const sandbox = useSandbox();
const task = runnerOf(sandbox, 'task');

/** 1 December 2026, 00:00 UTC */
const FIRST_OF_DECEMBER = 1_796_083_200;
const due = { completeTill: '2026-12-01' };
const noCard = { entityType: '' };

describe('task: create', () => {
	test('posts a row with text, due date, card and request_id (fact sheet §4.7)', async () => {
		const run = await task('create', {
			text: 'Call back',
			...due,
			entityType: 'leads',
			entityId: byId('7001'),
		});

		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/tasks',
				query: {},
				body: [
					{
						text: 'Call back',
						complete_till: FIRST_OF_DECEMBER,
						entity_type: 'leads',
						entity_id: 7001,
						request_id: 'i0',
					},
				],
			},
		]);
		expect(run.items).toEqual([
			{
				json: {
					id: 4006,
					text: 'Call back',
					complete_till: FIRST_OF_DECEMBER,
					entity_type: 'leads',
					entity_id: 7001,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(sandbox().accounts.kommo.store.tasks.get(4006)).toMatchObject({
			text: 'Call back',
			entity_type: 'leads',
			entity_id: 7001,
		});
	});

	test('without a card sends neither entity_id nor entity_type (§4.7: a task can be unbound)', async () => {
		await task('create', { text: 'Tidy up', ...due, ...noCard });

		expect(bodies(sandbox(), 'POST')).toEqual([
			[{ text: 'Tidy up', complete_till: FIRST_OF_DECEMBER, request_id: 'i0' }],
		]);
	});

	test.each([
		['leads', byList(7001), 7001],
		['contacts', byId('8101'), 8101],
		['companies', byUrl('https://acme.kommo.com/companies/detail/8201'), 8201],
		['contacts', byUrl('https://romashka.amocrm.ru/contacts/detail/8102/'), 8102],
	])('takes the card of %s as %j', async (entityType, entityId, id) => {
		await task('create', { text: 'x', ...due, entityType, entityId });

		expect(bodies(sandbox(), 'POST')[0]?.[0]).toMatchObject({
			entity_type: entityType,
			entity_id: id,
		});
	});

	test('binds only the items that name a card', async () => {
		const run = await task(
			'create',
			{
				text: 'x',
				...due,
				entityType: '={{ $json.type }}',
				entityId: byId('={{ $json.id }}'),
			},
			[{ type: 'leads', id: 7001 }, {}, { type: '', id: '' }, { id: 7002 }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(bodies(sandbox(), 'POST')[0]?.map(({ entity_id }) => entity_id)).toEqual([
			7001,
			undefined,
			undefined,
		]);
		expect(run.outputs[1]?.map(({ json }) => json.error)).toEqual([
			"'Entity Type' is empty, but 'Entity' is not [item 3]",
		]);
	});

	test('sends every additional field under its wire name (§4.7)', async () => {
		await task('create', {
			text: 'Meet',
			...due,
			...noCard,
			additionalFields: {
				createdAt: '2026-01-05T10:00:00Z',
				createdBy: 502,
				duration: 5400,
				isCompleted: true,
				responsibleUserId: 503,
				resultText: 'Agreed',
				taskTypeId: 2,
				updatedAt: '2026-01-06T10:00:00+03:00',
				updatedBy: 501,
			},
		});

		expect(bodies(sandbox(), 'POST')).toEqual([
			[
				{
					text: 'Meet',
					complete_till: FIRST_OF_DECEMBER,
					created_at: 1_767_607_200,
					created_by: 502,
					duration: 5400,
					is_completed: true,
					responsible_user_id: 503,
					result: { text: 'Agreed' },
					task_type_id: 2,
					updated_at: 1_767_682_800,
					updated_by: 501,
					request_id: 'i0',
				},
			],
		]);
	});

	test.each([
		['a name', 'Send offer', 2101],
		['a name in other letter case', 'send OFFER', 2101],
		['a code', 'meeting', 2],
		['a code as the account spells it', 'FOLLOW_UP', 1],
		['an id', 2101, 2101],
		['an id as text', '2', 2],
	])('takes the task type as %s', async (_what, taskTypeId, id) => {
		await task('create', { text: 'x', ...due, ...noCard, additionalFields: { taskTypeId } });

		expect(bodies(sandbox(), 'POST')[0]?.[0]).toMatchObject({ task_type_id: id });
	});

	test('reads the task types once for all items', async () => {
		const items = ['Meeting', 'Send offer', 'Follow-up'].map((type) => ({ type }));
		await task(
			'create',
			{ text: 'x', ...due, ...noCard, additionalFields: { taskTypeId: '={{ $json.type }}' } },
			items,
		);

		expect(sent(sandbox(), 'GET')).toHaveLength(1);
		expect(bodies(sandbox(), 'POST')[0]?.map((row) => row.task_type_id)).toEqual([2, 2101, 1]);
	});

	test('takes users by name and e-mail address, reading them once', async () => {
		await task('create', {
			text: 'x',
			...due,
			...noCard,
			additionalFields: { responsibleUserId: 'marco silva', createdBy: 'yuki@acme.example' },
		});

		expect(sent(sandbox(), 'GET').map(({ path }) => path)).toEqual(['/api/v4/users']);
		expect(bodies(sandbox(), 'POST')[0]?.[0]).toMatchObject({
			responsible_user_id: 502,
			created_by: 503,
		});
	});

	test('reads a due date without a zone in the zone of the workflow', async () => {
		await task('create', { text: 'x', completeTill: '2026-12-01T18:00:00', ...noCard }, [{}], {
			timezone: 'Europe/Moscow',
		});

		expect(bodies(sandbox(), 'POST')[0]?.[0]).toMatchObject({
			complete_till: FIRST_OF_DECEMBER + 15 * 3600,
		});
	});

	test('writes 60 items in two requests of 50 and 10, each with its own text, paired', async () => {
		const run = await task(
			'create',
			{ text: '={{ "Task " + $json.n }}', ...due, ...noCard },
			numbered(60),
		);

		const rows = bodies(sandbox(), 'POST');
		expect(rows.map((batch) => batch.length)).toEqual([50, 10]);
		expect(rows.flat().map((row) => row.request_id)).toEqual(numbered(60).map((_, i) => `i${i}`));
		expect(run.json.map(({ text }) => text)).toEqual(numbered(60).map(({ n }) => `Task ${n}`));
		expect(pairing(run)).toEqual(numbered(60).map((_, item) => ({ item })));
	});

	test('does not take empty optional values for values', async () => {
		await task('create', {
			text: 'x',
			...due,
			...noCard,
			additionalFields: { createdAt: '', isCompleted: '={{ $json.nothing }}', taskTypeId: '' },
		});

		expect(bodies(sandbox(), 'POST')).toEqual([
			[{ text: 'x', complete_till: FIRST_OF_DECEMBER, request_id: 'i0' }],
		]);
	});
});
