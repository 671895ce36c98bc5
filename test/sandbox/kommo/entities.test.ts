import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at, problemsOf, type Reply } from './client';

const nowSeconds = 1_780_000_000;
let sandbox: KommoSandbox;
let kommo: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({
		rateLimit: { enabled: false },
		now: () => nowSeconds * 1000,
	});
	kommo = sandbox.accounts.kommo;
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const post = (path: string, body: unknown): Promise<Reply> =>
	ask(kommo, `/api/v4${path}`, { body });
const patch = (path: string, body: unknown): Promise<Reply> =>
	ask(kommo, `/api/v4${path}`, { method: 'PATCH', body });
const tagNames = (id: number): unknown[] =>
	(kommo.store.leads.get(id)?.tags ?? []).map((tag) => kommo.store.tags.get(tag)?.name);

describe('leads (§4.1)', () => {
	it('gives a new lead the defaults of the account', async () => {
		await post('/leads', [{}]);
		expect(kommo.store.leads.get(7013)).toMatchObject({
			name: 'Lead #7013',
			price: 0,
			pipeline_id: 900,
			status_id: 60001,
			responsible_user_id: 501,
			created_by: 501,
			created_at: nowSeconds,
			closed_at: null,
		});
	});

	it('stores what is sent, 0 as the robot, and links contacts and company', async () => {
		await post('/leads', [
			{
				name: 'Window order',
				price: 990,
				pipeline_id: 901,
				status_id: 60012,
				created_by: 0,
				created_at: 5,
				responsible_user_id: 503,
				_embedded: {
					contacts: [{ id: 8102 }, { id: 8101, is_main: true }],
					companies: [{ id: 8201 }],
				},
			},
		]);
		const lead = await ask(kommo, '/api/v4/leads/7013?with=contacts');
		expect(lead.json).toMatchObject({
			price: 990,
			created_by: 0,
			created_at: 5,
			group_id: 267,
			pipeline_id: 901,
		});
		expect(at(lead.json, '_embedded.contacts')).toMatchObject([
			{ id: 8102, is_main: false },
			{ id: 8101, is_main: true },
		]);
		expect(at(lead.json, '_embedded.companies.0.id')).toBe(8201);
	});

	it.each<[string, object, string]>([
		['a user nobody knows', { responsible_user_id: 1 }, 'NotSupportedChoice responsible_user_id'],
		['a pipeline nobody knows', { pipeline_id: 1 }, 'NotSupportedChoice pipeline_id'],
		[
			'a stage of another pipeline',
			{ pipeline_id: 900, status_id: 60011 },
			'NotSupportedChoice status_id',
		],
		[
			'a loss reason nobody knows',
			{ status_id: 143, loss_reason_id: 1 },
			'NotSupportedChoice loss_reason_id',
		],
		['a price as text', { price: '5' }, 'InvalidType price'],
		['a name that is no text', { name: 5 }, 'InvalidType name'],
		['a date as text', { created_at: '2026-01-01' }, 'InvalidType created_at'],
		['tags that are no list', { _embedded: { tags: 'vip' } }, 'InvalidType _embedded.tags'],
		[
			'a tag with a colour',
			{ _embedded: { tags: [{ name: 'x', color: 'EBEBEB' }] } },
			'FieldNotExpected _embedded.tags.0.color',
		],
		[
			'a tag with a request_id',
			{ tags_to_add: [{ name: 'x', request_id: '0' }] },
			'FieldNotExpected tags_to_add.0.request_id',
		],
		[
			'a tag of another entity',
			{ tags_to_add: [{ id: 11 }] },
			'NotSupportedChoice tags_to_add.0.id',
		],
		[
			'a contact nobody knows',
			{ _embedded: { contacts: [{ id: 1 }] } },
			'NotSupportedChoice _embedded.contacts.0.id',
		],
	])('refuses %s', async (_what, lead, problem) => {
		expect(problemsOf(await post('/leads', [lead]))).toEqual([`0: ${problem}`]);
	});

	it('closes in 142 and 143, and keeps a loss reason in 143 only', async () => {
		await patch('/leads/7001', { status_id: 143, loss_reason_id: 72 });
		expect(kommo.store.leads.get(7001)).toMatchObject({
			closed_at: nowSeconds,
			loss_reason_id: 72,
			pipeline_id: 900,
		});
		await patch('/leads/7001', { status_id: 142 });
		expect(kommo.store.leads.get(7001)).toMatchObject({
			closed_at: nowSeconds,
			loss_reason_id: null,
		});
		await patch('/leads/7001', { status_id: 60002 });
		expect(kommo.store.leads.get(7001)?.closed_at).toBeNull();
	});

	it('moves to the first stage when only a pipeline is given', async () => {
		await patch('/leads/7001', { pipeline_id: 901 });
		expect(kommo.store.leads.get(7001)).toMatchObject({ pipeline_id: 901, status_id: 60011 });
	});

	it('does not touch links, or fields that are not listed', async () => {
		const before = { ...kommo.store.leads.get(7002) };
		await patch('/leads/7002', { price: 0, _embedded: { contacts: [{ id: 8108 }] } });
		const after = kommo.store.leads.get(7002);
		expect(after).toEqual({ ...before, price: 0, updated_at: nowSeconds, updated_by: 501 });
		const lead = await ask(kommo, '/api/v4/leads/7002?with=contacts');
		expect(at(lead.json, '_embedded.contacts')).toMatchObject([{ id: 8102 }, { id: 8106 }]);
	});
});

describe('tags (§4.9)', () => {
	it.each<[object, string[]]>([
		[{ _embedded: { tags: [{ name: 'new' }, { id: 15 }] } }, ['new', 'site']],
		[{ _embedded: { tags: null } }, []],
		[{ _embedded: { tags: [] } }, []],
		[{ tags_to_add: [{ name: 'VIP' }, { name: 'later' }] }, ['vip', 'site', 'later']],
		[{ tags_to_delete: [{ name: 'vip' }, { name: 'unknown' }] }, ['site']],
		[{ tags_to_add: [{ name: 'x' }], tags_to_delete: [{ id: 15 }] }, ['vip', 'x']],
		[{ name: 'only the name' }, ['vip', 'site']],
	])('%j', async (change, names) => {
		await patch('/leads/7001', change);
		expect(tagNames(7001)).toEqual(names);
	});

	it('answers an existing name with the existing id; colours are for leads only', async () => {
		const reply = await post('/leads/tags', [
			{ name: 'vip' },
			{ name: 'green', color: 'D6EAFF', request_id: 't' },
		]);
		expect(at(reply.json, '_embedded.tags')).toEqual([
			{ id: 14, name: 'vip', color: null, request_id: '0' },
			{ id: 16, name: 'green', color: 'D6EAFF', request_id: 't' },
		]);
		const contacts = await post('/contacts/tags', [{ name: 'green', color: 'D6EAFF' }]);
		expect(at(contacts.json, '_embedded.tags.0')).toMatchObject({ id: 17, color: null });
	});

	it("renames and colours tags of leads, as the vendor's own client does", async () => {
		const reply = await patch('/leads/tags', [
			{ id: 14, name: 'VIP', color: 'EBEBEB' },
			{ id: 15 },
		]);
		expect(at(reply.json, '_embedded.tags')).toEqual([
			{ id: 14, name: 'VIP', color: 'EBEBEB', request_id: '0' },
			{ id: 15, name: 'site', color: null, request_id: '1' },
		]);
		const wrong = await patch('/leads/tags', [{ id: 12 }, { name: 'x' }, { id: 14, color: 'x' }]);
		expect(problemsOf(wrong)).toEqual([
			'0: NotSupportedChoice id',
			'1: FieldMissing id',
			'2: NotSupportedChoice color',
		]);
		expect((await patch('/contacts/tags', [{ id: 12, name: 'x' }])).status).toBe(405);
		const one = await patch('/leads/tags/14', { id: 14, name: 'vip', request_id: '0' });
		expect(one.json).toEqual({ id: 14, name: 'vip', color: 'EBEBEB' });
	});
});

describe('contacts and companies (§4.4, §4.5)', () => {
	it('joins first and last name, and keeps a name that came alone', async () => {
		await post('/contacts', [{ first_name: 'Ivo', last_name: 'Lang' }, { name: 'Just Ivo' }, {}]);
		expect(kommo.store.contacts.get(8109)?.name).toBe('Ivo Lang');
		expect(kommo.store.contacts.get(8110)).toMatchObject({ name: 'Just Ivo', first_name: '' });
		await patch('/contacts/8109', { last_name: 'Short' });
		expect(kommo.store.contacts.get(8109)?.name).toBe('Ivo Short');
	});

	it('shows what is linked on demand', async () => {
		const contact = await ask(kommo, '/api/v4/contacts/8101?with=leads,customers,catalog_elements');
		expect(at(contact.json, '_embedded')).toMatchObject({
			companies: [{ id: 8201 }],
			leads: [{ id: 7001 }, { id: 7009 }],
			customers: [],
			catalog_elements: [],
		});
		const company = await ask(kommo, '/api/v4/companies/8201?with=contacts');
		expect(at(company.json, '_embedded.contacts.0.id')).toBe(8101);
		expect(at(company.json, 'first_name')).toBeUndefined();
	});
});

describe('complex leads (§4.1)', () => {
	it('creates lead, contact and company, links all three, and answers a plain array', async () => {
		const reply = await post('/leads/complex', [
			{
				name: 'Demo request',
				request_id: 'cx-1',
				_embedded: {
					contacts: [
						{
							first_name: 'Ana',
							custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '+55' }] }],
						},
					],
					companies: [{ name: 'Reis Ltda' }],
					tags: [{ name: 'api' }],
				},
			},
			{ name: 'Known', _embedded: { contacts: [{ id: 8101 }] } },
		]);
		expect(reply.json).toEqual([
			{ id: 7013, contact_id: 8109, company_id: 8205, request_id: ['cx-1'], merged: false },
			{ id: 7014, contact_id: 8101, company_id: null, request_id: ['1'], merged: false },
		]);
		expect(tagNames(7013)).toEqual(['api']);
		const contact = await ask(kommo, '/api/v4/contacts/8109?with=leads');
		expect(at(contact.json, '_embedded')).toMatchObject({
			companies: [{ id: 8205 }],
			leads: [{ id: 7013 }],
		});
	});

	it('with metadata wait among the incoming leads, and are told as such (§4.3, §7 no. 43)', async () => {
		kommo.store.webhooks.set(1, {
			id: 1,
			destination: 'http://127.0.0.1:9/',
			settings: ['add_lead', 'add_unsorted'],
			sort: 1,
			disabled: false,
			created_by: 501,
			created_at: 0,
			updated_at: 0,
		});
		const metadata = { category: 'forms', form_id: 'f-9', ip: '203.0.113.7' };
		const _embedded = { contacts: [{ name: 'Ana' }], metadata };
		await post('/leads/complex', [{ name: 'Demo', pipeline_id: 901, _embedded }]);
		const stages = kommo.store.pipelines.get(901)?.statuses ?? [];
		expect(kommo.store.leads.get(7013)?.status_id).toBe(stages.find((s) => s.type === 1)?.id);
		const [delivery, ...others] = [...kommo.store.deliveries.values()];
		expect([delivery?.events, others]).toEqual([['add_unsorted'], []]);
		expect(Object.fromEntries(new URLSearchParams(delivery?.body))).toMatchObject({
			'unsorted[add][0][category]': 'forms',
			'unsorted[add][0][source_data][form_id]': 'f-9',
			'unsorted[add][0][data][contacts][0][id]': '8109',
			'unsorted[add][0][data][leads][0][name]': 'Demo',
			'unsorted[add][0][lead_id]': '7013',
		});
	});

	it('names errors inside the embedded models, and stores nothing', async () => {
		const reply = await post('/leads/complex', [
			{ _embedded: { contacts: [{ custom_fields_values: [{ field_id: 3101, values: [] }] }] } },
			{ _embedded: { contacts: [{ id: 1 }], companies: [{}, {}] } },
		]);
		expect(problemsOf(reply)).toEqual([
			'0: NotSupportedChoice _embedded.contacts.0.custom_fields_values.0.field_id',
			'1: NotSupportedChoice _embedded.contacts.0.id',
			'1: TooMany _embedded.companies',
		]);
		expect([kommo.store.leads.size, kommo.store.contacts.size]).toEqual([12, 8]);
	});

	it('refuses more than 40 fields per entity, and incoming leads other than forms and calls', async () => {
		const values = [{ value: 'x' }];
		const custom_fields_values = Array.from({ length: 41 }, () => ({ field_id: 3102, values }));
		const mail = { _embedded: { metadata: { category: 'mail' } } };
		expect(problemsOf(await post('/leads/complex', [{ custom_fields_values }, mail]))).toEqual([
			'0: TooMany custom_fields_values',
			'1: NotSupportedChoice _embedded.metadata.category',
		]);
	});
});
