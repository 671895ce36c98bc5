import type { KommoSwitches } from '../../../sandbox/kommo';
import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const task = runnerOf(sandbox, 'task');
const note = runnerOf(sandbox, 'note');
const tag = runnerOf(sandbox, 'tag');
const store = () => sandbox().accounts.kommo.store;

const goOn = { settings: { onError: 'continueErrorOutput' as const } };
const ids = (json: Array<{ id?: unknown }>) => json.map(({ id }) => id);

/** Positions the fact sheet leaves open (§3.1, §3.2, §4.7, §8), other than the sandbox's own. */
const POSITIONS: Array<Partial<KommoSwitches>> = [
	{ echoRequestId: false },
	{ requestIdType: 'number-for-digits' },
	{ nextLink: 'onFullPage' },
	{ rejectReadOnlyKeys: true },
	{ kommoTaskById: 'missing' },
	{ missingIdNamesRow: false },
	{ missingIdOnWrite: 404 },
];

describe.each(POSITIONS)('where the account has %j', (position) => {
	beforeEach(() => sandbox().setSwitches(position));

	test('tasks are created, changed and completed, each with its own values', async () => {
		const created = await task(
			'create',
			{
				text: '={{ $json.text }}',
				completeTill: '2026-12-01',
				entityType: 'leads',
				entityId: byId('={{ $json.lead }}'),
			},
			[
				{ text: 'one', lead: 7001 },
				{ text: 'two', lead: 7002 },
			],
		);
		await task(
			'update',
			{ taskId: byId('={{ $json.id }}'), updateFields: { duration: 60 } },
			created.json,
		);
		await task(
			'complete',
			{ taskId: byId('={{ $json.id }}'), resultText: '={{ $json.text }}' },
			created.json,
		);
		const { json } = await task('get', { taskId: byId('={{ $json.id }}') }, created.json);

		expect(json.map(({ text, entity_id, result }) => [text, entity_id, result])).toEqual([
			['one', 7001, 'one'],
			['two', 7002, 'two'],
		]);
	});

	test('notes are created and changed, keeping what is not changed', async () => {
		const created = await note(
			'create',
			{
				entityType: 'contacts',
				entityId: byId('={{ $json.id }}'),
				noteType: 'sms_in',
				text: '={{ $json.text }}',
				phone: '+1',
			},
			[
				{ id: 8101, text: 'one' },
				{ id: 8102, text: 'two' },
			],
		);
		await note(
			'update',
			{
				entityType: 'contacts',
				noteId: byId('={{ $json.id }}'),
				updateFields: { phone: '={{ "+" + $json.id }}' },
			},
			created.json,
		);

		expect(ids(created.json).map((id) => store().notes.get(Number(id))?.params)).toEqual([
			{ text: 'one', phone: '+6006' },
			{ text: 'two', phone: '+6007' },
		]);
	});

	test('tags are created, given and taken', async () => {
		const created = await tag('create', { entityType: 'leads', name: '={{ $json.name }}' }, [
			{ name: 'hot' },
			{ name: 'vip' },
		]);
		const card = { entityType: 'leads', entityId: byId(7002) };
		await tag('addToEntity', { ...card, tags: '={{ $json.id }}' }, created.json);
		await tag('removeFromEntity', { ...card, tagsByName: 'vip' });

		expect(created.json).toMatchObject([{ name: 'hot' }, { id: 14, name: 'vip' }]);
		expect(store().leads.get(7002)?.tags).toEqual([15, created.json[0]?.id]);
	});

	test('lists are read to their end', async () => {
		const { json } = await task('search', { returnAll: true });

		expect(ids(json)).toEqual([4001, 4002, 4003, 4004, 4005]);
	});

	test('a task that does not exist stops only its own item', async () => {
		const run = await task(
			'complete',
			{ taskId: byId('={{ $json.id }}') },
			[{ id: 4001 }, { id: 99999 }, { id: 4002 }, { id: 4003 }],
			goOn,
		);

		expect(ids(run.json)).toEqual([4001, 4002, 4003]);
		expect(run.outputs[1]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});
});

test('a row missing from the answer is reported on its own item', async () => {
	sandbox().setSwitches({ omitRowInAnswer: 1 });
	const run = await tag(
		'create',
		{ entityType: 'leads', name: '={{ $json.name }}' },
		[{ name: 'one' }, { name: 'two' }],
		goOn,
	);

	expect(run.json.map(({ name }) => name)).toEqual(['one']);
	expect(run.outputs[1]).toMatchObject([
		{ json: { error: 'The answer has no row for this tag' }, pairedItem: { item: 1 } },
	]);
});

describe('cards of customers, which the sandbox does not have (§4.7, §4.8, §4.9)', () => {
	const aCustomer = { entityType: 'customers', entityId: byId(12) };

	test.each([
		[
			'a task',
			async () => await task('create', { ...aCustomer, text: 'x', completeTill: 1_767_312_000 }),
			'/api/v4/tasks',
			{ entity_type: 'customers', entity_id: 12, text: 'x', complete_till: 1_767_312_000 },
		],
		[
			'a note',
			async () => await note('create', { ...aCustomer, text: 'x' }),
			'/api/v4/customers/notes',
			{ entity_id: 12, note_type: 'common', params: { text: 'x' } },
		],
		[
			'tags',
			async () => await tag('addToEntity', { ...aCustomer, tags: ['x'] }),
			'/api/v4/customers',
			{ id: 12, tags_to_add: [{ name: 'x' }] },
		],
	])('%s', async (_what, write, path, row) => {
		const records = [{ id: 12, request_id: 'i0' }];
		const body = { _embedded: { customers: records, tasks: records, notes: records } };
		sandbox().addFault({ path, action: { type: 'status', status: 200, body } });
		const { error } = await write();

		expect(error).toBeNull();
		expect(sent(sandbox()).map((one) => [one.path, one.body])).toEqual([
			[path, [{ ...row, request_id: 'i0' }]],
		]);
	});

	test('tasks of one are searched by kind and id', async () => {
		await task('search', { filters: { entityType: 'customers', entityIds: '12' } });

		expect(sent(sandbox())[0]?.query).toMatchObject({
			'filter[entity_type]': 'customers',
			'filter[entity_id][]': '12',
		});
	});
});
