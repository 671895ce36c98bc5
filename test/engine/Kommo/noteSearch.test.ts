import { useSandbox } from '../../support/sandbox';
import { byId, byUrl, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const note = runnerOf(sandbox, 'note');
const ids = (json: Array<{ id?: unknown }>) => json.map(({ id }) => id);

/** 6001 on lead 7001, 6002 on lead 7002 and three more common notes on lead 7001. */
const LEAD_NOTES = [6001, 6002, 6101, 6102, 6103];

function storeMore(): void {
	const { notes } = sandbox().accounts.kommo.store;
	const model = notes.get(6001);
	for (const id of LEAD_NOTES.slice(2)) if (model) notes.set(id, { ...model, id });
}

describe('note: search', () => {
	test('of one card reads the notes below it (fact sheet §4.8)', async () => {
		const run = await note('search', { entityType: 'leads', entityId: byId('7001') });

		expect(sent(sandbox())).toEqual([
			{
				method: 'GET',
				path: '/api/v4/leads/7001/notes',
				query: { limit: '50' },
				body: undefined,
			},
		]);
		expect(ids(run.json)).toEqual([6001]);
		expect(pairing(run)).toEqual([{ item: 0 }]);
	});

	test('of a whole kind of card reads the notes of the kind (§4.8)', async () => {
		const run = await note('search', { entityType: 'contacts', scope: 'all' });

		expect(sent(sandbox())).toMatchObject([
			{ path: '/api/v4/contacts/notes', query: { limit: '50' } },
		]);
		expect(ids(run.json)).toEqual([6003, 6004]);
	});

	test('reads the card behind its link', async () => {
		await note('search', {
			entityType: 'companies',
			entityId: byUrl('https://acme.kommo.com/companies/detail/8202'),
		});

		expect(sent(sandbox())).toMatchObject([{ path: '/api/v4/companies/8202/notes' }]);
	});

	test('simplified gives the text beside the id and what else there is under params', async () => {
		const { json } = await note('search', { entityType: 'leads', scope: 'all' });

		expect(json).toEqual([
			{
				id: 6001,
				entity_id: 7001,
				note_type: 'common',
				created_by: 501,
				responsible_user_id: 501,
				created_at: '2026-01-04T09:00:00.000Z',
				updated_at: '2026-01-04T09:00:00.000Z',
				text: 'Asked for a discount',
			},
			{
				id: 6002,
				entity_id: 7002,
				note_type: 'call_in',
				created_by: 501,
				responsible_user_id: 501,
				created_at: '2026-01-05T09:00:00.000Z',
				updated_at: '2026-01-05T09:00:00.000Z',
				params: {
					uniq: 'c-1001',
					duration: 42,
					source: 'my_pbx',
					phone: '+12025550143',
					link: 'https://pbx.example/rec/c-1001.mp3',
					call_status: 4,
				},
			},
		]);
	});

	test('raw gives the record as it is', async () => {
		const { json } = await note('search', {
			entityType: 'leads',
			entityId: byId(7001),
			simplify: false,
		});

		expect(json).toMatchObject([
			{ id: 6001, params: { text: 'Asked for a discount' }, account_id: 30001, group_id: 0 },
		]);
	});

	test.each([
		['ids', { ids: '6002' }, { 'filter[id][]': '6002' }, [6002]],
		[
			'cards',
			{ entityIds: '7001, 7003' },
			{ 'filter[entity_id][]': ['7001', '7003'] },
			[6001, 6101, 6102, 6103],
		],
		['a type', { noteTypes: ['call_in'] }, { 'filter[note_type][]': 'call_in' }, [6002]],
		[
			'types from an expression',
			{ noteTypes: '={{ "call_in, call_out" }}' },
			{ 'filter[note_type][]': ['call_in', 'call_out'] },
			[6002],
		],
		[
			'the time of the last change',
			{ updatedFrom: '2026-01-05T00:00:00Z', updatedTo: '2026-01-06T00:00:00Z' },
			{ 'filter[updated_at][from]': '1767571200', 'filter[updated_at][to]': '1767657600' },
			[6002],
		],
	])('of a kind filters by %s (§4.8)', async (_what, filters, query, found) => {
		storeMore();
		const { json } = await note('search', { entityType: 'leads', scope: 'all', filters });

		expect(sent(sandbox()).map((request) => request.query)).toEqual([{ ...query, limit: '50' }]);
		expect(ids(json)).toEqual(found);
	});

	test.each([
		['ids', { ids: '6102,6103' }, { 'filter[id][]': ['6102', '6103'] }, [6102, 6103]],
		['types', { noteTypes: ['sms_in'] }, { 'filter[note_type][]': 'sms_in' }, []],
		[
			'a time',
			{ updatedTo: '2026-01-01T00:00:00Z' },
			{ 'filter[updated_at][to]': '1767225600' },
			[],
		],
	])('of one card filters by %s', async (_what, filters, query, found) => {
		storeMore();
		const { json } = await note('search', { entityType: 'leads', entityId: byId(7001), filters });

		expect(sent(sandbox()).map((request) => request.query)).toEqual([{ ...query, limit: '50' }]);
		expect(ids(json)).toEqual(found);
	});

	test('of one card has no filter for cards', async () => {
		await note('search', {
			entityType: 'leads',
			entityId: byId(7001),
			filters: { entityIds: '7002' },
		});

		expect(sent(sandbox())).toMatchObject([{ query: { limit: '50' } }]);
	});

	test.each([
		['updated_at', 'desc', [6002, 6001]],
		['id', 'desc', [6002, 6001]],
		['id', 'asc', [6001, 6002]],
	])('sorts by %s %s (§4.8)', async (field, direction, found) => {
		const { json } = await note('search', {
			entityType: 'leads',
			scope: 'all',
			sort: { by: { field, direction } },
		});

		expect(sent(sandbox()).map(({ query }) => query)).toEqual([
			{ [`order[${field}]`]: direction, limit: '50' },
		]);
		expect(ids(json)).toEqual(found);
	});

	test('shows whether notes are pinned when asked to (§4.8, with=is_pinned)', async () => {
		const { json } = await note('search', {
			entityType: 'leads',
			entityId: byId(7001),
			options: { include: ['is_pinned'] },
		});

		expect(sent(sandbox())).toMatchObject([{ query: { with: 'is_pinned', limit: '50' } }]);
		expect(json).toMatchObject([{ id: 6001, is_pinned: false }]);
	});

	test('Return All reads all pages; Limit stops at its number', async () => {
		storeMore();
		sandbox().setSwitches({ maxPageSize: 2 });
		const all = await note('search', { entityType: 'leads', scope: 'all', returnAll: true });
		const some = await note('search', { entityType: 'leads', scope: 'all', limit: 3 });

		expect(ids(all.json)).toEqual(LEAD_NOTES);
		expect(sent(sandbox())[0]?.query).toEqual({ 'order[id]': 'asc', limit: '250' });
		expect(ids(some.json)).toEqual([6001, 6002, 6101]);
	});

	test('gives each item the notes of its own card, none where there are none', async () => {
		const run = await note(
			'search',
			{ entityType: '={{ $json.type }}', entityId: byId('={{ $json.id }}') },
			[
				{ type: 'contacts', id: 8101 },
				{ type: 'leads', id: 7003 },
				{ type: 'leads', id: 7001 },
			],
		);

		expect(ids(run.json)).toEqual([6003, 6001]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 2 }]);
	});

	test('passes nothing on from a server that ignores the filter', async () => {
		sandbox().addFault({
			path: '/api/v4/leads/notes',
			action: {
				type: 'status',
				status: 200,
				body: { _embedded: { notes: [{ id: 6001, note_type: 'common', entity_id: 7001 }] } },
			},
		});
		const { error } = await note('search', {
			entityType: 'leads',
			scope: 'all',
			filters: { entityIds: '7002' },
		});

		expect(error?.message).toBe("The account ignores the filter 'Entity IDs' [item 0]");
	});

	test.each([
		['a card without id', { entityId: byId('={{ $json.id }}') }, "'Entity' is empty [item 0]"],
		[
			'a kind of card that does not exist',
			{ entityType: '={{ "deals" }}', entityId: byId(7001) },
			"'Entity Type' does not exist: deals [item 0]",
		],
		[
			'a date that is none',
			{ entityId: byId(7001), filters: { updatedFrom: '={{ "then" }}' } },
			'\'Updated From\' takes a date, not "then" [item 0]',
		],
	])('refuses %s', async (_what, parameters, message) => {
		const { error } = await note('search', { entityType: 'leads', ...parameters });

		expect(error?.message).toBe(message);
		expect(sent(sandbox())).toEqual([]);
	});
});
