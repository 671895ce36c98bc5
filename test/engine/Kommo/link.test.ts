import { useSandbox } from '../../support/sandbox';
import { bodies, byId, byUrl, numbered, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const link = runnerOf(sandbox, 'link');

const GO_ON = { settings: { onError: 'continueRegularOutput' as const } };

describe('link: create', () => {
	test('sends all items of a kind in one array to the bulk path, without request_id (fact sheet §4.10)', async () => {
		const run = await link(
			'create',
			{
				entityType: 'leads',
				entityId: byId('={{ 7000 + $json.n }}'),
				toEntityType: 'contacts',
				toEntityId: byId(8105),
				additionalFields: { isMain: true },
			},
			numbered(2),
		);

		const row = { to_entity_type: 'contacts', to_entity_id: 8105, metadata: { is_main: true } };
		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/leads/link',
				query: {},
				body: [
					{ entity_id: 7001, ...row },
					{ entity_id: 7002, ...row },
				],
			},
		]);
		expect(run.json).toEqual([
			expect.objectContaining({ entity_id: 7001, entity_type: 'leads', to_entity_id: 8105 }),
			expect.objectContaining({ entity_id: 7002, entity_type: 'leads', to_entity_id: 8105 }),
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('a list element goes with its list, quantity, price and author (§4.10)', async () => {
		const { error } = await link('create', {
			entityType: 'leads',
			entityId: byUrl('https://acme.kommo.com/leads/detail/7001'),
			toEntityType: 'catalog_elements',
			toEntityId: byId(5501),
			catalogId: 2001,
			additionalFields: { quantity: 2.5, priceId: 3301, updatedBy: 'Marco Silva' },
		});

		expect(error).toBeNull();
		expect(bodies(sandbox(), 'POST')).toEqual([
			[
				{
					entity_id: 7001,
					to_entity_type: 'catalog_elements',
					to_entity_id: 5501,
					metadata: { catalog_id: 2001, price_id: 3301, quantity: 2.5, updated_by: 502 },
				},
			],
		]);
	});

	test.each([
		['leads', 'contacts'],
		['leads', 'companies'],
		['leads', 'catalog_elements'],
		['contacts', 'companies'],
		['contacts', 'customers'],
		['contacts', 'catalog_elements'],
		['companies', 'contacts'],
		['companies', 'leads'],
		['companies', 'customers'],
		['companies', 'catalog_elements'],
		['customers', 'contacts'],
		['customers', 'companies'],
		['customers', 'catalog_elements'],
	])('%s can be linked to %s', async (entityType, toEntityType) => {
		await link('create', {
			...{ entityType, entityId: byId(1), toEntityType, toEntityId: byId(2) },
			...(toEntityType === 'catalog_elements' ? { catalogId: 3 } : {}),
			options: { validateOnly: false },
		});

		expect(sent(sandbox()).map(({ method, path }) => `${method} ${path}`)).toEqual([
			`POST /api/v4/${entityType}/link`,
		]);
	});

	test.each([
		['leads', 'leads', 'contacts, companies, catalog_elements'],
		['leads', 'customers', 'contacts, companies, catalog_elements'],
		['contacts', 'contacts', 'companies, customers, catalog_elements, leads'],
		['companies', 'companies', 'contacts, leads, customers, catalog_elements'],
		['customers', 'leads', 'contacts, companies, catalog_elements'],
	])('%s cannot be linked to %s: nothing is sent', async (entityType, toEntityType, allowed) => {
		const { error } = await link('create', {
			...{ entityType, entityId: byId(1), toEntityType, toEntityId: byId(2) },
		});

		expect(error?.message).toContain(`The API does not link ${entityType} to ${toEntityType}`);
		expect(error?.description).toContain(allowed);
		expect(sent(sandbox())).toEqual([]);
	});

	test.each(['accept', 'reject'] as const)(
		'a contact is linked to its lead from the side of the lead (the other way round: %s)',
		async (contactToLeadLink) => {
			sandbox().setSwitches({ contactToLeadLink });
			const run = await link('create', {
				...{ entityType: 'contacts', entityId: byId(8105) },
				...{ toEntityType: 'leads', toEntityId: byId(7001) },
			});

			expect(sent(sandbox())[0]?.path).toBe('/api/v4/leads/link');
			expect(bodies(sandbox(), 'POST')).toEqual([
				[{ entity_id: 7001, to_entity_type: 'contacts', to_entity_id: 8105 }],
			]);
			expect(run.json[0]).toMatchObject({ entity_id: 7001, to_entity_id: 8105 });
		},
	);

	test('both items of the same link get the answer', async () => {
		const run = await link(
			'create',
			{
				...{ entityType: 'leads', entityId: byId(7001) },
				...{ toEntityType: 'contacts', toEntityId: byId(8105) },
			},
			[{}, {}],
		);

		expect(run.error).toBeNull();
		expect(run.json.map(({ to_entity_id }) => to_entity_id)).toEqual([8105, 8105]);
	});

	test('a link the account refuses is reported on its own item, the others are made', async () => {
		const run = await link(
			'create',
			{
				...{ entityType: 'leads', entityId: byId('={{ $json.lead }}') },
				...{ toEntityType: 'contacts', toEntityId: byId(8105) },
			},
			[{ lead: 7001 }, { lead: 999_999 }, { lead: 7002 }],
			GO_ON,
		);

		expect(run.json.map(({ entity_id, error }) => entity_id ?? error)).toEqual([
			7001,
			expect.stringContaining("'Entity': '999999' does not exist in this account"),
			7002,
		]);
	});

	test.each([
		[{ toEntityType: 'companies', additionalFields: { isMain: true } }, "'Main Contact' does not"],
		[{ toEntityType: 'contacts', additionalFields: { quantity: 1 } }, "'Quantity' and"],
		[{ toEntityType: 'catalog_elements' }, "'List ID' is empty"],
	])('refuses details that do not fit: %j', async (parameters, message) => {
		const { error } = await link('create', {
			...{ entityType: 'leads', entityId: byId(7001), toEntityId: byId(8201) },
			...parameters,
		});

		expect(error?.message).toContain(message);
		expect(sent(sandbox())).toEqual([]);
	});
});

describe('link: delete', () => {
	test('sends the pairs to the bulk path and awaits no answer (§4.10: 204)', async () => {
		const run = await link(
			'delete',
			{
				...{ entityType: 'leads', entityId: byId('={{ $json.lead }}') },
				...{ toEntityType: 'contacts', toEntityId: byId('={{ $json.contact }}') },
			},
			[
				{ lead: 7001, contact: 8101 },
				{ lead: 7008, contact: 8107 },
			],
		);

		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/leads/unlink',
				query: {},
				body: [
					{ entity_id: 7001, to_entity_type: 'contacts', to_entity_id: 8101 },
					{ entity_id: 7008, to_entity_type: 'contacts', to_entity_id: 8107 },
				],
			},
		]);
		expect(run.items).toEqual([
			{
				json: {
					...{ entity_id: 7001, to_entity_type: 'contacts', to_entity_id: 8101 },
					success: true,
				},
				pairedItem: { item: 0 },
			},
			{
				json: {
					...{ entity_id: 7008, to_entity_type: 'contacts', to_entity_id: 8107 },
					success: true,
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	test('a list element is taken away with its list', async () => {
		await link('delete', {
			...{ entityType: 'leads', entityId: byId(7001) },
			...{ toEntityType: 'catalog_elements', toEntityId: byId(5501), catalogId: 2001 },
		});

		expect(bodies(sandbox(), 'POST')).toEqual([
			[
				{
					entity_id: 7001,
					to_entity_type: 'catalog_elements',
					to_entity_id: 5501,
					metadata: { catalog_id: 2001 },
				},
			],
		]);
	});

	test('Retry On Fail does not repeat what a 204 has confirmed', async () => {
		sandbox().addFault({
			nth: 2,
			method: 'POST',
			action: { type: 'status', status: 403 },
		});
		const run = await link(
			'delete',
			{
				...{ entityType: 'leads', entityId: byId('={{ 7000 + $json.n }}') },
				...{ toEntityType: 'contacts', toEntityId: byId(8101) },
				options: { batchSize: 1 },
			},
			numbered(2),
			{ settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } },
		);

		expect(run.error).toBeNull();
		const leads = bodies(sandbox(), 'POST').map(([row]) => row?.entity_id);
		expect(leads.filter((id) => id === 7001)).toHaveLength(1);
	});
});

describe('link: getAll', () => {
	test('lists the links of a card, flat (§4.10)', async () => {
		const run = await link('getAll', { entityType: 'leads', entityId: byId(7001) });

		expect(sent(sandbox())).toMatchObject([
			{ method: 'GET', path: '/api/v4/leads/7001/links', query: { limit: '50' } },
		]);
		expect(run.json).toEqual([
			{ to_entity_id: 8101, to_entity_type: 'contacts', is_main: true },
			{ to_entity_id: 8201, to_entity_type: 'companies' },
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test('shows quantity, list and price of list elements; raw without Simplify', async () => {
		await link('create', {
			...{ entityType: 'leads', entityId: byId(7001), catalogId: 2001 },
			...{ toEntityType: 'catalog_elements', toEntityId: byId(5501) },
			additionalFields: { quantity: 2, priceId: 3301 },
		});
		const of = { entityType: 'leads', entityId: byId(7001), filters: { toCatalogId: '2001' } };
		const flat = await link('getAll', of);
		const raw = await link('getAll', { ...of, simplify: false });

		const end = { to_entity_id: 5501, to_entity_type: 'catalog_elements' };
		const metadata = { quantity: 2, catalog_id: 2001, price_id: 3301 };
		expect(flat.json).toEqual([{ ...end, ...metadata }]);
		expect(raw.json).toEqual([{ ...end, metadata }]);
		expect(sent(sandbox(), 'GET')[0]?.query).toMatchObject({ 'filter[to_catalog_id]': '2001' });
	});

	test('filters by type and ids together', async () => {
		const run = await link('getAll', {
			...{ entityType: 'leads', entityId: byId(7001) },
			filters: { toEntityType: 'contacts', toEntityIds: '8101, 8102' },
		});

		expect(sent(sandbox())[0]?.query).toMatchObject({
			'filter[to_entity_type]': 'contacts',
			'filter[to_entity_id][]': ['8101', '8102'],
		});
		expect(run.json.map(({ to_entity_id }) => to_entity_id)).toEqual([8101]);
	});

	test('one id is sent as it is documented, not as a list', async () => {
		const run = await link('getAll', {
			...{ entityType: 'leads', entityId: byId(7001) },
			filters: { toEntityType: 'contacts', toEntityIds: '8101' },
		});

		expect(sent(sandbox())[0]?.query).toMatchObject({ 'filter[to_entity_id]': '8101' });
		expect(run.json.map(({ to_entity_id }) => to_entity_id)).toEqual([8101]);
	});

	test.each([
		[{ toEntityType: 'contacts' }, "'Linked Entity Type' needs 'Linked Entity IDs'"],
		[{ toEntityIds: '8101' }, "'Linked Entity IDs' needs 'Linked Entity Type'"],
	])('refuses one half of the filter, which the API would ignore: %j', async (filters, message) => {
		const { error } = await link('getAll', {
			...{ entityType: 'leads', entityId: byId(7001), filters },
		});

		expect(error?.message).toContain(message);
		expect(sent(sandbox())).toEqual([]);
	});

	test('a card without links gives no item', async () => {
		sandbox().accounts.kommo.store.links.clear();
		const run = await link('getAll', { entityType: 'companies', entityId: byId(8201) });

		expect(run.error).toBeNull();
		expect(run.items).toEqual([]);
	});
});
