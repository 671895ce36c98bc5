import { useSandbox } from '../../support/sandbox';
import { byId, byUrl, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const SIMPLE = {
	id: 7001,
	name: 'Roof repair',
	price: 1450,
	pipeline_id: 900,
	status_id: 60001,
	responsible_user_id: 501,
	created_at: '2025-12-03T09:00:00.000Z',
	updated_at: '2025-12-03T10:00:00.000Z',
	tags: ['vip', 'site'],
	companies: [8201],
	customFields: { Channel: 'Referral', 'Budget (hours)': 12.5, Interests: ['Roofing'] },
};

describe('lead: get', () => {
	test('asks for one lead by its own path (fact sheet §4.1)', async () => {
		const run = await lead('get', { leadId: byId(7001) });

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/leads/7001', query: {}, body: undefined },
		]);
		expect(run.items).toEqual([{ json: SIMPLE, pairedItem: { item: 0 } }]);
	});

	test('Simplify gives ten fields at most, custom fields by name, lists as lists', async () => {
		const { json } = await lead('get', { leadId: byId(7001) });
		const { customFields, ...flat } = json[0] ?? {};

		expect(Object.keys(flat).length).toBeLessThanOrEqual(10);
		expect(Array.isArray(flat.tags) && Array.isArray(flat.companies)).toBe(true);
		expect(customFields).toEqual(SIMPLE.customFields);
	});

	test('without Simplify the record comes as the API gives it', async () => {
		const { json } = await lead('get', { leadId: byId(7001), simplify: false });

		expect(json[0]).toMatchObject({
			id: 7001,
			created_at: 1764752400,
			loss_reason_id: null,
			custom_fields_values: [
				{
					field_id: 3101,
					field_name: 'Channel',
					field_type: 'select',
					values: [{ value: 'Referral', enum_id: 310101 }],
				},
				{ field_id: 3103 },
				{ field_id: 3104 },
			],
			_embedded: { tags: [{ name: 'vip' }, { name: 'site' }], companies: [{ id: 8201 }] },
		});
	});

	test('Include becomes one comma-separated with (§0.2, 11)', async () => {
		const include = ['contacts', 'loss_reason', 'catalog_elements'];
		const { json } = await lead('get', { leadId: byId(7007), options: { include } });

		expect(sent(sandbox())[0]?.query).toEqual({ with: 'contacts,loss_reason,catalog_elements' });
		expect(json[0]).toMatchObject({
			contacts: [8106],
			loss_reason: 'Too expensive',
			catalog_elements: [],
		});
	});

	test.each(['absent', 'emptyArray'] as const)(
		'a lead without a loss reason has no other shape for it (switch: %s)',
		async (emptyLossReason) => {
			sandbox().setSwitches({ emptyLossReason });
			const { json } = await lead('get', {
				leadId: byId(7001),
				options: { include: ['loss_reason'] },
			});

			expect(json[0]).toMatchObject({ id: 7001 });
			expect(json[0]?.loss_reason ?? null).toBeNull();
		},
	);

	test('many items share a request, each in its place, repeated ids included (§4.1: filter[id])', async () => {
		const ids = [7003, 7001, 7003].map((id) => ({ id }));
		const run = await lead('get', { leadId: byId('={{ $json.id }}') }, ids);

		expect(sent(sandbox(), 'GET').filter(({ path }) => path === '/api/v4/leads')).toEqual([
			{
				method: 'GET',
				path: '/api/v4/leads',
				query: { 'filter[id][]': ['7003', '7001'], limit: '2' },
				body: undefined,
			},
		]);
		expect(run.json.map(({ id }) => id)).toEqual([7003, 7001, 7003]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('amoCRM without API filtering: the same answer, read one by one', async () => {
		sandbox().setSwitches({ apiFilterEnabled: false });
		const ids = [1007002, 1007001].map((id) => ({ id }));
		const { json } = await lead('get', { leadId: byId('={{ $json.id }}') }, ids, {
			account: 'amocrm',
		});

		expect(json.map(({ id }) => id)).toEqual([1007002, 1007001]);
	});

	test('the link of a card is understood', async () => {
		const { json } = await lead('get', {
			leadId: byUrl('https://acme.kommo.com/leads/detail/7004'),
		});

		expect(json[0]?.id).toBe(7004);
	});

	test('a lead that does not exist (204, §3.4) stops with its id in the message', async () => {
		const { error } = await lead('get', { leadId: byId(9999) });

		expect(error?.message).toBe('No lead has the ID 9999 [item 0]');
		expect(error?.description).toContain("'When Not Found'");
	});

	test('When Not Found: an empty item, paired', async () => {
		const run = await lead(
			'get',
			{ leadId: byId('={{ $json.id }}'), options: { whenNotFound: 'empty' } },
			[{ id: 9999 }, { id: 7001 }],
		);

		expect(run.items).toEqual([
			{ json: {}, pairedItem: { item: 0 } },
			{ json: SIMPLE, pairedItem: { item: 1 } },
		]);
	});

	test('options may differ from item to item', async () => {
		const run = await lead(
			'get',
			{ leadId: byId('={{ $json.id }}'), simplify: '={{ $json.simple }}' },
			[
				{ id: 7001, simple: true },
				{ id: 7001, simple: false },
			],
		);

		expect(run.json.map((json) => 'custom_fields_values' in json)).toEqual([false, true]);
	});
});
