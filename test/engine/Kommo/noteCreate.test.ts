import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { runAsTool } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { bodies, byId, byUrl, numbered, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const note = runnerOf(sandbox, 'note');

const onLead = { entityType: 'leads', entityId: byId('7001') };

describe('note: create', () => {
	test('posts entity_id, note_type and params to the notes of the type (fact sheet §4.8)', async () => {
		const run = await note('create', { ...onLead, text: 'Hello' });

		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/leads/notes',
				query: {},
				body: [
					{
						entity_id: 7001,
						note_type: 'common',
						params: { text: 'Hello' },
						request_id: 'i0',
					},
				],
			},
		]);
		expect(run.items).toEqual([
			{
				json: { id: 6006, entity_id: 7001, note_type: 'common', params: { text: 'Hello' } },
				pairedItem: { item: 0 },
			},
		]);
	});

	test('sends author, time and pipeline switch under the wire names (§4.8)', async () => {
		await note('create', {
			...onLead,
			text: 'x',
			additionalFields: {
				createdAt: '2026-01-05T10:00:00Z',
				createdBy: 0,
				responsibleUserId: 'Yuki Tan',
				triggerDigitalPipeline: false,
			},
		});

		expect(bodies(sandbox(), 'POST')).toEqual([
			[
				{
					entity_id: 7001,
					note_type: 'common',
					params: { text: 'x' },
					created_at: 1_767_607_200,
					created_by: 0,
					responsible_user_id: 503,
					is_need_to_trigger_digital_pipeline: false,
					request_id: 'i0',
				},
			],
		]);
	});

	test('writes 60 items in two requests, each with its own text', async () => {
		const run = await note('create', { ...onLead, text: '={{ "Note " + $json.n }}' }, numbered(60));

		expect(bodies(sandbox(), 'POST').map((rows) => rows.length)).toEqual([50, 10]);
		expect(run.json.map(({ params }) => params)).toEqual(
			numbered(60).map(({ n }) => ({ text: `Note ${n}` })),
		);
		expect(pairing(run)).toEqual(numbered(60).map((_, item) => ({ item })));
	});

	test('writes one request for each kind of card and gives the items in input order', async () => {
		const items = [
			{ type: 'leads', id: 7001 },
			{ type: 'contacts', id: 8101 },
			{ type: 'leads', id: 7002 },
			{ type: 'companies', id: 8201 },
			{ type: 'contacts', id: 8102 },
		];
		const run = await note(
			'create',
			{
				entityType: '={{ $json.type }}',
				entityId: byId('={{ $json.id }}'),
				text: '={{ $json.type }}',
			},
			items,
		);

		const groups = sent(sandbox()).map(({ path }, i) => [
			path,
			bodies(sandbox(), 'POST')[i]?.map(({ entity_id, request_id }) => [entity_id, request_id]),
		]);
		expect(new Map(groups as Array<[string, unknown]>)).toEqual(
			new Map([
				[
					'/api/v4/leads/notes',
					[
						[7001, 'i0'],
						[7002, 'i2'],
					],
				],
				[
					'/api/v4/contacts/notes',
					[
						[8101, 'i1'],
						[8102, 'i4'],
					],
				],
				['/api/v4/companies/notes', [[8201, 'i3']]],
			]),
		);
		expect(run.json.map(({ entity_id }) => entity_id)).toEqual(items.map(({ id }) => id));
		expect(pairing(run)).toEqual(items.map((_, item) => ({ item })));
	});

	test('finds the card behind its link', async () => {
		await note('create', {
			entityType: 'contacts',
			entityId: byUrl('https://acme.kommo.com/contacts/detail/8101'),
			text: 'x',
		});

		expect(bodies(sandbox(), 'POST')[0]?.[0]).toMatchObject({ entity_id: 8101 });
	});

	test.each([
		['an empty text', { text: '={{ $json.t }}' }, "'Text' is empty [item 0]"],
		[
			'a call without a phone',
			{ noteType: 'call_in', phone: '={{ $json.p }}' },
			"'Phone' is empty [item 0]",
		],
		[
			'a duration that is no whole number',
			{ noteType: 'call_in', phone: '1', duration: '={{ "1:30" }}' },
			"'Duration (Seconds)' is not a whole number: 1:30 [item 0]",
		],
		[
			'a duration that an expression leaves empty',
			{ noteType: 'call_in', phone: '1', duration: '={{ $json.d }}' },
			"'Duration (Seconds)' is empty [item 0]",
		],
		[
			'a message of no service',
			{ noteType: 'service_message', text: 'x' },
			"'Service' is empty [item 0]",
		],
		[
			'a place without coordinates',
			{ noteType: 'geolocation', text: 'x', address: 'y', latitude: '1' },
			"'Longitude' is empty [item 0]",
		],
		[
			'a stored file without its UUID',
			{ noteType: 'attachment', fileSource: 'stored', fileName: 'offer.pdf' },
			"'File UUID' is empty [item 0]",
		],
		[
			'a stored file without a name',
			{
				noteType: 'attachment',
				fileSource: 'stored',
				fileUuid: '7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d',
			},
			"'File Name' is empty [item 0]",
		],
		[
			'a file that is not named by a UUID',
			{ noteType: 'attachment', fileSource: 'stored', fileUuid: 'offer', fileName: 'offer.pdf' },
			"'File UUID' is not a UUID: offer [item 0]",
		],
		[
			'an email, which v4 only reads',
			{ noteType: '={{ "amomail_message" }}', text: 'x' },
			"'Note Type' cannot be written: amomail_message [item 0]",
		],
		[
			'a card that is none',
			{ text: 'x', entityId: byId('={{ "seven" }}') },
			"'Entity' is not an ID: seven [item 0]",
		],
		['an object as text', { text: '={{ { a: 1 } }}' }, "'Text' is not a text [item 0]"],
	])('refuses %s before sending', async (_what, form, message) => {
		const { error } = await note('create', { ...onLead, ...form });

		expect(error?.message).toBe(message);
		expect(error?.itemIndex).toBe(0);
		expect(sent(sandbox())).toEqual([]);
	});

	test('reports a card that does not exist on its own item and writes the others (§3.3)', async () => {
		const run = await note(
			'create',
			{ entityType: 'leads', entityId: byId('={{ $json.id }}'), text: 'x' },
			[{ id: 7001 }, { id: 99999 }, { id: 7002 }, { id: '' }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.json.map(({ entity_id }) => entity_id)).toEqual([7001, 7002]);
		expect(run.outputs[1]?.map(({ pairedItem, json }) => [pairedItem, json.error])).toEqual([
			[{ item: 1 }, "'Entity': '99999' does not exist in this account [item 1]"],
			[{ item: 3 }, "'Entity' is empty [item 3]"],
		]);
	});

	test.each(['direct', 'engine'] as const)('works as the tool of an agent (%s)', async (caller) => {
		const { response, error } = await runAsTool({
			nodeType: new Kommo(),
			credentials: apiTokenCredentials(sandbox()),
			caller,
			parameters: {
				authentication: 'apiToken',
				resource: 'note',
				operation: 'create',
				entityType: 'leads',
				entityId: byId("={{ $fromAI('lead', 'ID of the lead', 'number') }}"),
				text: "={{ $fromAI('text', 'What to write', 'string') }}",
			},
			args: { lead: 7002, text: 'From the agent' },
		});

		expect(error).toBeNull();
		expect(response).toEqual([
			{ id: 6006, entity_id: 7002, note_type: 'common', params: { text: 'From the agent' } },
		]);
		expect(bodies(sandbox(), 'POST')).toEqual([
			[
				{
					entity_id: 7002,
					note_type: 'common',
					params: { text: 'From the agent' },
					request_id: 'i0',
				},
			],
		]);
	});
});
