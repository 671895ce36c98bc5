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
