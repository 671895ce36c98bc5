import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at, idsOf, problemsOf, type Reply } from './client';

const nowSeconds = 1_780_000_000;
let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({
		rateLimit: { enabled: false },
		now: () => nowSeconds * 1000,
	});
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const post = (path: string, body: unknown): Promise<Reply> =>
	ask(kommo, `/api/v4${path}`, { body });
const patch = (path: string, body: unknown): Promise<Reply> =>
	ask(kommo, `/api/v4${path}`, { method: 'PATCH', body });
describe('links (§4.10)', () => {
	const links = async (path: string) =>
		at((await ask(kommo, `/api/v4${path}`)).json, '_embedded.links');

	it('are listed from either end, with main_contact on leads', async () => {
		expect(await links('/leads/7001/links')).toEqual([
			{ to_entity_id: 8101, to_entity_type: 'contacts', metadata: { main_contact: true } },
			{ to_entity_id: 8201, to_entity_type: 'companies', metadata: null },
		]);
		expect(
			await links(
				'/companies/8203/links?filter[to_entity_type]=contacts&filter[to_entity_id]=8104',
			),
		).toEqual([{ to_entity_id: 8104, to_entity_type: 'contacts', metadata: null }]);
		expect(
			await links('/leads/7002/links?filter[to_entity_type]=contacts&filter[to_entity_id][]=8106'),
		).toMatchObject([{ to_entity_id: 8106 }]);
		expect(
			await links('/leads/links?filter[entity_id][]=7005&filter[entity_id][]=7008'),
		).toMatchObject([
			{ entity_id: 7005, entity_type: 'leads', to_entity_id: 8103 },
			{ entity_id: 7008, to_entity_id: 8107 },
		]);
	});

	it('keep one company and one main contact', async () => {
		const made = await post('/leads/7001/link', [
			{ to_entity_id: 8202, to_entity_type: 'companies' },
			{ to_entity_id: 8105, to_entity_type: 'contacts', metadata: { is_main: true } },
		]);
		expect(at(made.json, '_total_items')).toBe(2);
		expect(await links('/leads/7001/links')).toEqual([
			{ to_entity_id: 8101, to_entity_type: 'contacts', metadata: { main_contact: false } },
			{ to_entity_id: 8202, to_entity_type: 'companies', metadata: null },
			{ to_entity_id: 8105, to_entity_type: 'contacts', metadata: { main_contact: true } },
		]);
		const gone = await post('/leads/unlink', [
			{ entity_id: 7001, to_entity_id: 8105, to_entity_type: 'contacts' },
		]);
		expect([gone.status, gone.text]).toEqual([204, '']);
		expect(await links('/leads/7001/links')).toContainEqual({
			to_entity_id: 8101,
			to_entity_type: 'contacts',
			metadata: { main_contact: true },
		});
	});

	it('name the row that asks for something unknown', async () => {
		const reply = await post('/leads/link', [
			{ entity_id: 7001, to_entity_id: 1, to_entity_type: 'contacts' },
			{ entity_id: 7001, to_entity_id: 8101, to_entity_type: 'people' },
			{ to_entity_id: 8101, to_entity_type: 'contacts' },
		]);
		expect(problemsOf(reply)).toEqual([
			'0: NotSupportedChoice to_entity_id',
			'1: NotSupportedChoice to_entity_type',
			'2: FieldMissing entity_id',
		]);
	});

	it('are written under /link, read under /links', async () => {
		expect((await ask(kommo, '/api/v4/leads/7001/link')).status).toBe(405);
		expect((await post('/leads/7001/links', [{}])).status).toBe(405);
	});
});

describe('settings (§4.2, §4.11, §4.17)', () => {
	it('shows pipelines with their statuses, 142 and 143 in each', async () => {
		const reply = await ask(kommo, '/api/v4/leads/pipelines');
		const pipelines = at(reply.json, '_embedded.pipelines');
		expect(pipelines).toHaveLength(2);
		for (const i of [0, 1]) {
			const statuses = at(pipelines, `${i}._embedded.statuses`);
			const list = Array.isArray(statuses) ? statuses : [];
			expect(list.map((s) => at(s, 'id'))).toEqual(expect.arrayContaining([142, 143]));
			expect(list.map((s) => at(s, 'type')).filter((type) => type === 1)).toHaveLength(1);
		}
		const status = await ask(kommo, '/api/v4/leads/pipelines/901/statuses/142?with=descriptions');
		expect(status.json).toMatchObject({ name: 'Renewed', pipeline_id: 901, descriptions: [] });
		expect((await ask(kommo, '/api/v4/leads/pipelines/1')).status).toBe(404);
	});

	const pipeline = {
		name: 'Partners',
		sort: 3,
		is_main: true,
		is_unsorted_on: false,
		_embedded: {
			statuses: [
				{ name: 'Talk', sort: 20, color: '#fffeb2' },
				{ id: 142, name: 'Signed' },
			],
		},
		request_id: 'p',
	};

	it('keeps pipelines, whose system stages come by themselves (§4.11)', async () => {
		const made = await post('/leads/pipelines', [pipeline]);
		expect(at(made.json, '_embedded.pipelines.0')).toMatchObject({
			id: 991,
			request_id: 'p',
			is_main: true,
			_embedded: {
				statuses: [
					{ type: 1, is_editable: false },
					{ name: 'Talk', type: 0, is_editable: true },
					{ id: 142, name: 'Signed' },
					{ id: 143 },
				],
			},
		});
		expect(kommo.store.pipelines.get(900)?.is_main).toBe(false);
		const stages = await post('/leads/pipelines/991/statuses', [{ name: 'Offer', sort: 30 }]);
		const stageId = Number(at(stages.json, '_embedded.statuses.0.id'));
		await post('/leads', [{ status_id: stageId }]);
		expect(kommo.store.leads.get(7013)?.pipeline_id).toBe(991);
		const path = `/leads/pipelines/991/statuses/${stageId}`;
		expect(at((await patch(path, { name: 'Proposal' })).json, 'name')).toBe('Proposal');
		expect((await ask(kommo, `/api/v4${path}`, { method: 'DELETE' })).status).toBe(204);
		const talk = kommo.store.pipelines.get(991)?.statuses.find(({ name }) => name === 'Talk');
		expect(kommo.store.leads.get(7013)?.status_id).toBe(talk?.id);
		const renamed = await patch('/leads/pipelines/991', { name: 'Resellers' });
		expect(at(renamed.json, 'name')).toBe('Resellers');
		const gone = await ask(kommo, '/api/v4/leads/pipelines/991', { method: 'DELETE' });
		expect([gone.status, gone.json]).toEqual([200, {}]);
		expect(kommo.store.leads.get(7013)?.pipeline_id).toBe(900);
	});

	it('refuses pipelines that cannot be, the last one to go, and who is no admin', async () => {
		const incomplete = { name: 'x', _embedded: { statuses: [{ name: 'y', color: '#123456' }] } };
		expect(problemsOf(await post('/leads/pipelines', [incomplete]))).toEqual([
			'0: FieldMissing sort',
			'0: FieldMissing is_main',
			'0: FieldMissing is_unsorted_on',
			'0: NotSupportedChoice _embedded.statuses.0.color',
		]);
		const many = Array.from({ length: 49 }, () => pipeline);
		expect((await post('/leads/pipelines', many)).status).toBe(422);
		const last = await ask(amocrm, '/api/v4/leads/pipelines/950', { method: 'DELETE' });
		const won = '/api/v4/leads/pipelines/950/statuses/142';
		expect([last.status, (await ask(amocrm, won, { method: 'DELETE' })).status]).toEqual([
			400, 400,
		]);
		const limited = { body: [pipeline], token: kommo.limitedToken };
		expect((await ask(kommo, '/api/v4/leads/pipelines', limited)).status).toBe(403);
		expect(kommo.store.pipelines.size).toBe(2);
	});

	const options = [{ value: 'Red' }, { value: 'Blue', code: 'B' }];

	it('keeps custom fields, whose definitions come back whole (§4.12)', async () => {
		const made = await post('/leads/custom_fields', [
			{ name: 'Colour', type: 'select', code: 'COLOUR', enums: options, request_id: 'c' },
			{ id: 5, name: 'With an id nothing is created', type: 'text' },
		]);
		expect([made.status, idsOf(made, 'custom_fields')]).toEqual([201, [3901]]);
		expect(at(made.json, '_embedded.custom_fields.0')).toMatchObject({
			request_id: 'c',
			entity_type: 'leads',
			enums: [
				{ id: 390001, value: 'Red', sort: 1, code: null },
				{ id: 390002, value: 'Blue', sort: 2, code: 'B' },
			],
		});
		const single = await post('/contacts/custom_fields', { name: 'Nick', type: 'text' });
		expect([single.status, at(single.json, 'id')]).toEqual([201, 3902]);
		await patch('/leads/7001', {
			custom_fields_values: [{ field_code: 'COLOUR', values: [{ value: 'Red' }] }],
		});
		// an option that is left out is deleted
		const enums = [{ id: 390002, value: 'Navy' }, { value: 'Green' }];
		const changed = await patch('/leads/custom_fields/3901', { name: 'Paint', enums });
		expect([changed.status, at(changed.json, 'name')]).toEqual([200, 'Paint']);
		expect(at(changed.json, 'enums.1')).toMatchObject({ id: 390003, value: 'Green' });
		expect(kommo.store.leads.get(7001)?.values.has(3901)).toBe(false);
		const path = '/api/v4/leads/custom_fields/3901';
		expect((await ask(kommo, path, { method: 'DELETE' })).status).toBe(204);
		expect((await ask(kommo, path)).status).toBe(404);
	});

	it.each([
		['kommo', 200],
		['amocrm', 201],
	] as const)('answers a batch of changed fields of %s with %d (§3.4)', async (name, status) => {
		const account = sandbox.accounts[name];
		const [field] = account.store.customFields.values();
		const body = [{ id: field?.id, sort: 7, request_id: 'f' }];
		const reply = await ask(account, '/api/v4/contacts/custom_fields', { method: 'PATCH', body });
		expect(reply.status).toBe(status);
		expect(at(reply.json, '_embedded.custom_fields.0')).toMatchObject({ sort: 7, request_id: 'f' });
	});

	it('refuses definitions that cannot be, and to delete what is predefined', async () => {
		const reply = await post('/contacts/custom_fields', [
			{ type: 'tracking_data', name: 'x' },
			{ type: 'select', name: 'x' },
			{ name: 'x' },
			{ name: 1, type: 'text', enums: {} },
		]);
		expect(problemsOf(reply)).toEqual([
			'0: NotSupportedChoice type',
			'1: FieldMissing enums',
			'2: FieldMissing type',
			'3: InvalidType name',
			'3: InvalidType enums',
		]);
		const unknown = await patch('/leads/custom_fields', [
			{ id: 3101, enums: [{ id: 1, value: 'x' }] },
			{ id: 3001 },
		]);
		expect(problemsOf(unknown)).toEqual([
			'0: NotSupportedChoice enums.0.id',
			'1: NotSupportedChoice id',
		]);
		const phone = await ask(kommo, '/api/v4/contacts/custom_fields/3001', { method: 'DELETE' });
		expect(phone.status).toBe(403);
		expect(kommo.store.customFields.has(3001)).toBe(true);
	});

	it('adds parts to the account only when asked', async () => {
		expect(at((await ask(amocrm, '/api/v4/account')).json, '_embedded')).toBeUndefined();
		const full = await ask(
			amocrm,
			'/api/v4/account?with=task_types,datetime_settings,is_api_filter_enabled,drive_url,users_groups',
		);
		expect(full.json).toMatchObject({
			is_api_filter_enabled: true,
			subdomain: 'romashka',
			country: 'RU',
		});
		expect(at(full.json, '_embedded.datetime_settings')).toMatchObject({
			timezone_offset: '+03:00',
			date_formant: 'd.m.Y',
		});
		expect(at(full.json, '_embedded.task_types.0.code')).toBe('FOLLOW_UP');
	});

	it('keeps loss reasons', async () => {
		await post('/leads/loss_reasons', [{ name: 'Moved away' }]);
		expect(idsOf(await ask(kommo, '/api/v4/leads/loss_reasons'), 'loss_reasons')).toEqual([
			71, 72, 73, 91,
		]);
		await patch('/leads/loss_reasons/91', { name: 'Moved' });
		expect(at((await ask(kommo, '/api/v4/leads/loss_reasons/91')).json, 'name')).toBe('Moved');
		expect((await ask(kommo, '/api/v4/leads/loss_reasons/91', { method: 'DELETE' })).status).toBe(
			204,
		);
		expect((await ask(kommo, '/api/v4/leads/loss_reasons/91')).status).toBe(404);
	});
});
