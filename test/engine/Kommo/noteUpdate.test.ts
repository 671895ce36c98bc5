import { useSandbox } from '../../support/sandbox';
import { bodies, byId, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const note = runnerOf(sandbox, 'note');
const notes = () => sandbox().accounts.kommo.store.notes;

/** Stores a note of a lead as if another program had written it. */
function store(id: number, noteType: string, params: Record<string, unknown>): void {
	const model = notes().get(6001);
	if (model) notes().set(id, { ...model, id, note_type: noteType, params });
}

const change = async (entityType: string, noteId: string | number, updateFields: object) =>
	await note('update', {
		entityType,
		noteId: byId(noteId),
		updateFields: { ...updateFields },
	});

describe('note: update', () => {
	test('reads the note, then sends its type and card again with the change (fact sheet §4.8)', async () => {
		const run = await change('leads', '6001', { text: 'Got a discount' });

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/leads/notes/6001', query: {}, body: undefined },
			{
				method: 'PATCH',
				path: '/api/v4/leads/notes',
				query: {},
				body: [
					{
						id: 6001,
						entity_id: 7001,
						note_type: 'common',
						params: { text: 'Got a discount' },
					},
				],
			},
		]);
		expect(run.json).toMatchObject([
			{ id: 6001, entity_id: 7001, params: { text: 'Got a discount' } },
		]);
		expect(pairing(run)).toEqual([{ item: 0 }]);
		expect(notes().get(6001)?.params).toEqual({ text: 'Got a discount' });
	});

	test('keeps the params that are not changed', async () => {
		await change('leads', '6002', { callResult: 'Sold', callStatus: '2' });

		expect(bodies(sandbox(), 'PATCH')).toEqual([
			[
				{
					id: 6002,
					entity_id: 7002,
					note_type: 'call_in',
					params: {
						uniq: 'c-1001',
						duration: 42,
						source: 'my_pbx',
						phone: '+12025550143',
						link: 'https://pbx.example/rec/c-1001.mp3',
						call_status: 2,
						call_result: 'Sold',
					},
				},
			],
		]);
	});

	test('sends every param that can be changed under its wire name (§4.8)', async () => {
		await change('leads', '6002', {
			phone: '+1',
			duration: '={{ 0 }}',
			uniq: 'u',
			source: 's',
			link: '',
			callResult: 'r',
			callStatus: '1',
			callResponsible: 502,
		});

		expect(bodies(sandbox(), 'PATCH')[0]?.[0]?.params).toEqual({
			phone: '+1',
			duration: 0,
			uniq: 'u',
			source: 's',
			link: '',
			call_result: 'r',
			call_status: 1,
			call_responsible: 502,
		});
	});

	test.each([
		['service_message', { service: 'A', text: 'b' }, { service: 'B' }, { service: 'B', text: 'b' }],
		[
			'geolocation',
			{ text: 't', address: 'a', longitude: '1', latitude: '2' },
			{ address: 'c', longitude: '3', latitude: '={{ 4.5 }}' },
			{ text: 't', address: 'c', longitude: '3', latitude: '4.5' },
		],
		['sms_out', { text: 't', phone: '+1' }, { text: 'u' }, { text: 'u', phone: '+1' }],
	])('changes a note of type %s', async (noteType, before, fields, after) => {
		store(6100, noteType, before);
		const { error } = await change('leads', 6100, fields);

		expect(error).toBeNull();
		expect(bodies(sandbox(), 'PATCH')[0]?.[0]).toMatchObject({
			note_type: noteType,
			params: after,
		});
	});

	test.each([
		['leads', '6001', { duration: 42 }, "'Duration (Seconds)' does not belong to the note 6001"],
		['leads', '6002', { text: 'Hello' }, "'Text' does not belong to the note 6002"],
	])('refuses what a note of its type does not have: %s %s', async (type, id, fields, message) => {
		const { error } = await change(type, id, fields);

		expect(error?.message).toContain(message);
		expect(sent(sandbox(), 'PATCH')).toEqual([]);
	});

	test('does not send back nulls and params that are only read (§4.8, §7 no. 19)', async () => {
		store(6100, 'call_in', {
			phone: '+1',
			duration: 1,
			source: 'x',
			link: null,
			call_status: null,
		});
		store(6101, 'attachment', {
			file_uuid: '7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d',
			file_name: 'a.pdf',
			original_name: 'a.pdf',
			is_drive_attachment: true,
		});
		const run = await note(
			'update',
			{
				entityType: 'leads',
				noteId: byId('={{ $json.id }}'),
				updateFields: { uniq: '={{ $json.uniq }}', text: '={{ $json.text }}' },
			},
			[
				{ id: 6100, uniq: 'new' },
				{ id: 6101, text: 'New' },
			],
			{ settings: { onError: 'continueRegularOutput' } },
		);

		expect(bodies(sandbox(), 'PATCH')[0]?.map(({ params }) => params)).toEqual([
			{ phone: '+1', duration: 1, source: 'x', uniq: 'new' },
			{ file_uuid: '7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d', file_name: 'a.pdf', text: 'New' },
		]);
		expect(run.json[0]).toMatchObject({ id: 6100 });
	});

	test('reads several notes in one request and writes one for each kind of card', async () => {
		const items = [
			{ type: 'leads', id: 6001 },
			{ type: 'contacts', id: 6003 },
			{ type: 'leads', id: 6002 },
			{ type: 'contacts', id: 6004 },
		];
		const run = await note(
			'update',
			{
				entityType: '={{ $json.type }}',
				noteId: byId('={{ $json.id }}'),
				updateFields: {
					phone: '={{ $json.id === 6001 || $json.id === 6003 ? null : "+5" }}',
					text: '={{ $json.id % 2 ? "T" + $json.id : null }}',
				},
			},
			items,
		);

		expect(sent(sandbox(), 'GET').map(({ path, query }) => [path, query])).toEqual([
			['/api/v4/leads/notes', { 'filter[id][]': ['6001', '6002'], limit: '2' }],
			['/api/v4/contacts/notes', { 'filter[id][]': ['6003', '6004'], limit: '2' }],
		]);
		expect(
			sent(sandbox(), 'PATCH')
				.map(({ path }) => path)
				.sort(),
		).toEqual(['/api/v4/contacts/notes', '/api/v4/leads/notes']);
		expect(run.json.map(({ id }) => id)).toEqual([6001, 6003, 6002, 6004]);
		expect(notes().get(6003)?.params).toEqual({ text: 'T6003' });
		expect(notes().get(6004)?.params).toEqual({ text: 'See you on Monday', phone: '+5' });
	});

	test('writes 60 changes in two requests after one read for every 100', async () => {
		for (let id = 6101; id <= 6160; id++) store(id, 'common', { text: 'old' });
		const items = Array.from({ length: 60 }, (_, i) => ({ id: 6101 + i }));
		await note(
			'update',
			{
				entityType: 'leads',
				noteId: byId('={{ $json.id }}'),
				updateFields: { text: '={{ "T" + $json.id }}' },
			},
			items,
		);

		expect(sent(sandbox(), 'GET')).toHaveLength(1);
		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.length)).toEqual([50, 10]);
		expect(notes().get(6160)?.params).toEqual({ text: 'T6160' });
	});

	test('two changes of one note are carried out one after the other', async () => {
		await note(
			'update',
			{
				entityType: 'leads',
				noteId: byId(6002),
				updateFields: { uniq: '={{ $json.uniq }}', callResult: '={{ $json.result }}' },
			},
			[{ uniq: 'u-1' }, { result: 'r-2' }],
		);

		expect(bodies(sandbox(), 'PATCH').map(([row]) => row?.params)).toMatchObject([
			{ uniq: 'u-1' },
			{ uniq: 'u-1', call_result: 'r-2' },
		]);
	});

	test('says that a note does not exist and changes the others', async () => {
		const run = await note(
			'update',
			{ entityType: 'leads', noteId: byId('={{ $json.id }}'), updateFields: { text: 'x' } },
			[{ id: 99999 }, { id: 6001 }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.json.map(({ id }) => id)).toEqual([6001]);
		expect(run.outputs[1]?.map(({ json }) => json.error)).toEqual([
			'The note with the ID 99999 was not found [item 0]',
		]);
	});

	test('leaves notes alone that can only be read, says so, and changes the others (§4.8)', async () => {
		store(6100, 'amomail_message', { subject: 'Hello', thread_id: 't-1' });
		const run = await note(
			'update',
			{ entityType: 'leads', noteId: byId('={{ $json.id }}'), updateFields: { text: 'x' } },
			[{ id: 6001 }, { id: 6100 }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.json.map(({ id }) => id)).toEqual([6001]);
		expect(run.outputs[1]?.map(({ json }) => json.error)).toEqual([
			'The note 6100 cannot be changed: notes of the type amomail_message can only be read [item 1]',
		]);
		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.map(({ id }) => id))).toEqual([[6001]]);
		expect(notes().get(6100)?.params).toEqual({ subject: 'Hello', thread_id: 't-1' });
	});

	test.each([
		['no field', 6001, {}, "'Update Fields' is empty: there is nothing to change [item 0]"],
		['no id', '={{ $json.id }}', { text: 'x' }, "'Note' is empty [item 0]"],
		['an id that is none', '={{ "n1" }}', { text: 'x' }, "'Note' is not an ID: n1 [item 0]"],
		[
			'a status that is none',
			6002,
			{ callStatus: '={{ "good" }}' },
			"'Call Status' is not a whole number: good [item 0]",
		],
	])('refuses %s before reading anything', async (_what, id, fields, message) => {
		const { error } = await change('leads', id, fields);

		expect(error?.message).toBe(message);
		expect(sent(sandbox())).toEqual([]);
	});
});
