import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at, idsOf } from './client';

let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({ rateLimit: { enabled: false } });
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const every = [7001, 7002, 7003, 7004, 7005, 7006, 7007, 7008, 7009, 7010, 7011];
const stage = (n: number, pipeline: number, status: number) =>
	`filter[statuses][${n}][pipeline_id]=${pipeline}&filter[statuses][${n}][status_id]=${status}`;

describe('filters of leads (§4.1)', () => {
	it.each<[string, number[]]>([
		['filter[id]=7002', [7002]],
		['filter[id][]=7002&filter[id][]=7003', [7002, 7003]],
		['filter[id][0]=7002&filter[id][1]=7003', [7002, 7003]],
		['filter%5Bid%5D%5B%5D=7002', [7002]],
		['filter[name]=Skylight', [7007]],
		['filter[pipeline_id]=901', [7009, 7010, 7011]],
		['filter[pipeline_id][]=901&filter[responsible_user_id]=502', [7010]],
		['filter[price][from]=9900', [7002, 7006]],
		['filter[price][from]=1450&filter[price][to]=1750', [7001, 7007]],
		['filter[created_by][]=503', [7005]],
		['filter[updated_by]=502', [7003, 7004, 7010]],
		[stage(0, 900, 142), [7006]],
		// both keys are required, so a bare list has no effect
		['filter[statuses][]=142', every],
		['filter[pipelines]=901', every],
		['filter[price]=1450', every],
		['filter[closest_task_at][from]=1&filter[responsible_user_id]=501', [7001, 7002]],
		['filter[closed_at][from]=1', [7006, 7007, 7011]],
	])('%s', async (search, ids) => {
		expect(idsOf(await ask(kommo, `/api/v4/leads?${search}`), 'leads')).toEqual(ids);
	});

	it('takes several stages on amoCRM', async () => {
		const search = `${stage(0, 950, 142)}&${stage(1, 950, 143)}`;
		expect(idsOf(await ask(amocrm, `/api/v4/leads?${search}`), 'leads')).toEqual([
			1007005, 1007006,
		]);
	});

	it.each<[string, number[]]>([
		// enum ids for selects, from/to for numbers and dates, 1/0 for checkboxes
		['[1003101][]=100310101', [1007001]],
		['[1003101]=%D0%A0%D0%B5%D0%BA%D0%BB%D0%B0%D0%BC%D0%B0', []],
		['[1003104][]=100310404', [1007002]],
		['[1003121]=yandex', [1007003]],
		['[1003107]=1', []],
		['[1003107]=0', [1007001, 1007002, 1007003, 1007004, 1007005, 1007006]],
	])('filter[custom_fields_values]%s on amoCRM', async (part, ids) => {
		const reply = await ask(amocrm, `/api/v4/leads?filter[custom_fields_values]${part}`);
		expect(idsOf(reply, 'leads')).toEqual(ids);
	});

	it('filters dates and numbers of custom fields by range', async () => {
		sandbox.setSwitches({ kommoCustomFieldFilter: 'works' });
		const find = async (part: string) =>
			idsOf(await ask(kommo, `/api/v4/leads?filter[custom_fields_values]${part}`), 'leads');
		const visit = Date.UTC(2026, 1, 3) / 1000;
		expect(await find(`[3105][from]=${visit}`)).toEqual([7002]);
		expect(await find(`[3105][from]=${visit + 1}`)).toEqual([]);
		expect(await find('[3103][from]=12&[3103][to]=13')).toEqual([7001]);
		expect(await find('[3107]=1')).toEqual([7003]);
	});
});

describe('query and order', () => {
	it.each<[string, number[]]>([
		['999990000', [8101]],
		['+55 11 99999-0000', [8101]],
		['2025550143', [8102]],
		['REIS', [8101]],
		['john@northwind', [8102]],
		['880012', [8103]],
	])('finds contacts by %s (§4.4)', async (query, ids) => {
		const reply = await ask(kommo, `/api/v4/contacts?query=${encodeURIComponent(query)}`);
		expect(idsOf(reply, 'contacts')).toEqual(ids);
	});

	it('finds contacts by first and last name where they are called otherwise', async () => {
		const body = [{ name: 'The boss', first_name: 'Zora', last_name: 'Quist' }];
		await ask(kommo, '/api/v4/contacts', { body });
		for (const query of ['boss', 'zora', 'Quist']) {
			const reply = await ask(kommo, `/api/v4/contacts?query=${query}`);
			expect(idsOf(reply, 'contacts')).toEqual([8109]);
		}
	});

	it('finds leads and companies by name and field values', async () => {
		expect(idsOf(await ask(kommo, '/api/v4/leads?query=referral'), 'leads')).toEqual([7001]);
		expect(idsOf(await ask(kommo, '/api/v4/companies?query=builders%20llc'), 'companies')).toEqual([
			8202,
		]);
	});

	it('sorts by the orders the entity has, by id ascending otherwise', async () => {
		const last = async (search: string, key: string) => idsOf(await ask(kommo, search), key)[0];
		expect(await last('/api/v4/leads?order[created_at]=desc', 'leads')).toBe(7011);
		expect(await last('/api/v4/leads?order[id]=desc', 'leads')).toBe(7011);
		expect(await last('/api/v4/contacts?order[created_at]=desc', 'contacts')).toBe(8101);
		expect(await last('/api/v4/tasks?order[complete_till]=asc', 'tasks')).toBe(4005);
	});
});

describe('filters of tasks, notes and tags', () => {
	it.each<[string, string, number[]]>([
		['tasks', 'filter[is_completed]=1', [4005]],
		['tasks', 'filter[is_completed]=0&filter[task_type][]=2', [4002]],
		[
			'tasks',
			'filter[entity_type]=leads&filter[entity_id][]=7001&filter[entity_id][]=7003',
			[4001, 4003],
		],
		['tasks', 'filter[entity_type]=contacts', [4004]],
		// entity_id needs entity_type (§4.7)
		['tasks', 'filter[entity_id]=7001&filter[is_completed]=0', [4001, 4002, 4003, 4004]],
		['tasks', 'filter[responsible_user_id]=502', []],
		['tasks', 'filter[updated_at][from]=1767690000&filter[updated_at][to]=1767776400', [4005]],
		['leads/notes', 'filter[note_type]=call_in', [6002]],
		['leads/notes', 'filter[entity_id][]=7001', [6001]],
		['contacts/notes', 'filter[id][]=6004', [6004]],
		['leads/7001/notes', 'filter[note_type][]=common', [6001]],
		['leads/tags', 'filter[name]=vip', [14]],
		['leads/tags', 'query=S', [15]],
	])('%s?%s', async (path, search, ids) => {
		const key = path.split('/').at(-1) ?? path;
		const reply = await ask(kommo, `/api/v4/${path}?${search}`);
		expect(idsOf(reply, key)).toEqual(ids);
	});

	it('reads a plain updated_at as "since then" (§4.7, §4.8)', async () => {
		const task = kommo.store.tasks.get(4004);
		const reply = await ask(kommo, `/api/v4/tasks?filter[updated_at]=${task?.updated_at}`);
		expect(idsOf(reply, 'tasks')).toEqual([4004, 4005]);
	});

	it('filters custom fields by type', async () => {
		const reply = await ask(
			kommo,
			'/api/v4/leads/custom_fields?filter[type][]=date&filter[type][]=date_time',
		);
		expect(idsOf(reply, 'custom_fields')).toEqual([3105, 3108]);
		const sorted = await ask(kommo, '/api/v4/leads/custom_fields?order[id]=desc&limit=1');
		expect(at(sorted.json, '_embedded.custom_fields.0.code')).toBe('FBCLID');
	});
});
