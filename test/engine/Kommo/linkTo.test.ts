import type { INodeParameters } from 'n8n-workflow';

import { useSandbox } from '../../support/sandbox';
import { bodies, byId, numbered, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');
const contact = runnerOf(sandbox, 'contact');

const GO_ON = { settings: { onError: 'continueRegularOutput' as const } };
const ELEMENT = { catalogId: '2001', elementId: '5501', quantity: 2, priceId: '3301' };
const METADATA = { catalog_id: 2001, quantity: 2, price_id: 3301 };

const writes = () =>
	sent(sandbox())
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, body }) => [`${method} ${path}`, body]);
const paths = () => writes().map(([path]) => path);

/** Contacts that are each linked to the lead their item names. */
const contactsOf = (leads: string): INodeParameters => ({
	name: '={{ $json.name }}',
	additionalFields: { leadIds: leads },
});

describe('Link To on leads', () => {
	test('a new lead takes its cards along, list elements follow (fact sheet §4.1, §4.10)', async () => {
		const run = await lead(
			'create',
			{
				name: 'Roof {{ $json.n }}',
				additionalFields: {
					contactIds: '8101, 8102',
					companyId: '8201',
					linkElements: { element: [ELEMENT] },
				},
			},
			numbered(2),
		);

		expect(run.error).toBeNull();
		const element = { to_entity_type: 'catalog_elements', to_entity_id: 5501, metadata: METADATA };
		expect(paths()).toEqual(['POST /api/v4/leads', 'POST /api/v4/leads/link']);
		expect(bodies(sandbox(), 'POST')[0]?.[0]?._embedded).toEqual({
			contacts: [
				{ id: 8101, is_main: true },
				{ id: 8102, is_main: false },
			],
			companies: [{ id: 8201 }],
		});
		expect(bodies(sandbox(), 'POST')[1]).toEqual([
			{ entity_id: 7013, ...element },
			{ entity_id: 7014, ...element },
		]);
		expect(run.json.map(({ id }) => id)).toEqual([7013, 7014]);
	});

	test('a stored lead is changed, then linked: PATCH takes no links (§4.1)', async () => {
		const { error } = await lead('update', {
			leadId: byId(7001),
			updateFields: {
				name: 'Roof',
				contactIds: '8104',
				mainContactId: '8105',
				companyId: '8202',
				linkElements: { element: [{ ...ELEMENT, priceId: '' }] },
			},
		});

		expect(error).toBeNull();
		expect(writes()).toEqual([
			['PATCH /api/v4/leads', [{ id: 7001, name: 'Roof', request_id: 'i0' }]],
			[
				'POST /api/v4/leads/link',
				expect.arrayContaining([
					{ entity_id: 7001, to_entity_type: 'contacts', to_entity_id: 8104 },
					{
						...{ entity_id: 7001, to_entity_type: 'contacts', to_entity_id: 8105 },
						metadata: { is_main: true },
					},
					{ entity_id: 7001, to_entity_type: 'companies', to_entity_id: 8202 },
					{
						...{ entity_id: 7001, to_entity_type: 'catalog_elements', to_entity_id: 5501 },
						metadata: { catalog_id: 2001, quantity: 2 },
					},
				]),
			],
		]);
	});

	test('a lead has one main contact: two are refused instead of the last one winning', async () => {
		const { error } = await lead('update', {
			leadId: byId(7001),
			updateFields: { name: 'Roof', mainContactId: '8104, 8105' },
		});

		expect(error?.message).toContain("'Main Contact ID' is not an ID: 8104, 8105");
		expect(writes()).toEqual([]);
	});

	test('links alone are no change of the lead: the message names the resource for them', async () => {
		const { error } = await lead('update', {
			leadId: byId(7001),
			updateFields: { companyId: '8202' },
		});

		expect(error?.description).toContain('use the resource Link');
		expect(writes()).toEqual([]);
	});
});

describe('Link To on contacts', () => {
	test.each(['accept', 'reject'] as const)(
		'a lead is linked from its own side (contact to lead: %s), a company from the contact',
		async (contactToLeadLink) => {
			sandbox().setSwitches({ contactToLeadLink });
			const run = await contact('create', {
				name: 'Ana',
				additionalFields: { leadIds: '7001', mainContact: true, companyId: '8202' },
			});

			const id = run.json[0]?.id;
			expect(run.error).toBeNull();
			expect(writes().slice(1).reverse()).toEqual([
				[
					'POST /api/v4/leads/link',
					[
						{
							entity_id: 7001,
							to_entity_type: 'contacts',
							to_entity_id: id,
							metadata: { is_main: true },
						},
					],
				],
				[
					'POST /api/v4/contacts/link',
					[{ entity_id: id, to_entity_type: 'companies', to_entity_id: 8202 }],
				],
			]);
		},
	);

	test('a stored contact as well', async () => {
		await contact('update', {
			contactId: byId(8101),
			updateFields: { name: 'Ana', leadIds: '7002', linkElements: { element: [ELEMENT] } },
		});

		expect(paths()).toEqual([
			'PATCH /api/v4/contacts',
			'POST /api/v4/leads/link',
			'POST /api/v4/contacts/link',
		]);
	});

	test('the main contact of no lead is refused', async () => {
		const { error } = await contact('create', { additionalFields: { mainContact: true } });

		expect(error?.message).toContain("'Main Contact' needs 'Lead IDs'");
		expect(writes()).toEqual([]);
	});
});

test('Validate Only names the links that would follow', async () => {
	const options = { validateOnly: true };
	const made = await contact('create', { additionalFields: { leadIds: '7001' }, options });
	const changed = await lead('update', {
		leadId: byId(7001),
		updateFields: { name: 'A', companyId: '8202' },
		options,
	});

	expect(sent(sandbox())).toEqual([]);
	expect([made, changed].map(({ json }) => json[0]?.followedBy)).toEqual([
		[
			{
				method: 'POST',
				path: '/api/v4/leads/link',
				body: { entity_id: 7001, to_entity_type: 'contacts', to_entity_id: null },
			},
		],
		[
			{
				method: 'POST',
				path: '/api/v4/leads/link',
				body: { entity_id: 7001, to_entity_type: 'companies', to_entity_id: 8202 },
			},
		],
	]);
});

describe('a link that is refused', () => {
	const people = [
		{ name: 'A', lead: 7001 },
		{ name: 'B', lead: 999_999 },
		{ name: 'C', lead: 7002 },
	];

	test('tells the id of what was created and what was not done; the others are linked', async () => {
		const run = await contact('create', contactsOf('={{ $json.lead }}'), people, GO_ON);

		const { contacts } = sandbox().accounts.kommo.store;
		const made = [...contacts.values()].find(({ name }) => name === 'B');
		expect(run.json).toMatchObject([
			{ name: 'A', id: expect.any(Number) as unknown },
			{
				name: 'B',
				lead: 999_999,
				error: expect.stringContaining(
					`The contact was created with the ID ${made?.id}, but not linked to lead 999999: `,
				) as unknown,
				details: expect.stringContaining('Do not create it again') as unknown,
			},
			{ name: 'C', id: expect.any(Number) as unknown },
		]);
		expect(
			bodies(sandbox(), 'POST')
				.at(-1)
				?.map(({ entity_id }) => entity_id),
		).toEqual([7001, 7002]);
	});

	test.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'names every card that was not linked (%s)',
		async (onError) => {
			const run = await contact(
				'create',
				{ name: 'A', additionalFields: { leadIds: '999999, 999998', companyId: '8299' } },
				[{}],
				{ settings: { onError } },
			);

			const text = run.error?.message ?? run.json[0]?.error;
			expect(text).toMatch(/^The contact was created with the ID \d+, but not linked to /);
			for (const card of ['lead 999999', 'lead 999998', 'company 8299']) {
				expect(text).toContain(card);
			}
		},
	);

	test('stops the run with an account of everything that was written', async () => {
		const { error } = await contact('create', contactsOf('={{ $json.lead }}'), people);

		expect(error?.message).toMatch(/^The contact was created with the ID \d+, but not linked to/);
		expect(error?.description).toMatch(/Written: items 0–2 \(IDs \d+, \d+, \d+\)\./);
	});

	test('Retry On Fail tries the link again, not the create', async () => {
		sandbox().addFault({
			path: '/api/v4/leads/link',
			action: { type: 'status', status: 400, body: { status: 400, title: 'Bad Request' } },
		});
		const run = await contact('create', contactsOf('7001'), [{ name: 'A' }, { name: 'B' }], {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		});

		expect(run.error).toBeNull();
		expect(run.tries).toBe(2);
		expect(paths()).toEqual([
			'POST /api/v4/contacts',
			'POST /api/v4/leads/link',
			'POST /api/v4/leads/link',
		]);
		expect(run.json.map(({ name }) => name)).toEqual(['A', 'B']);
	});

	test('links that were made are not made again by Retry On Fail', async () => {
		sandbox().addFault({
			path: '/api/v4/leads/link',
			action: { type: 'status', status: 400, body: { status: 400, title: 'Bad Request' } },
		});
		const run = await contact(
			'create',
			{ name: 'A', additionalFields: { leadIds: '7001', companyId: '8202' } },
			[{}],
			{ settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } },
		);

		expect(run.error).toBeNull();
		expect([...paths()].sort()).toEqual([
			'POST /api/v4/contacts',
			'POST /api/v4/contacts/link',
			'POST /api/v4/leads/link',
			'POST /api/v4/leads/link',
		]);
	});
});

test('1,000 contacts are linked in as many requests as they are written in', async () => {
	const run = await contact(
		'create',
		contactsOf('7001'),
		numbered(1000).map(({ n }) => ({ name: `N ${n}` })),
	);

	expect(run.error).toBeNull();
	expect(paths().filter((path) => path === 'POST /api/v4/contacts')).toHaveLength(20);
	expect(paths().filter((path) => path === 'POST /api/v4/leads/link')).toHaveLength(20);
});
