import type { INodeParameters } from 'n8n-workflow';

import { useSandbox } from '../../support/sandbox';
import { runnerOf, sent } from './kommoRunner';
import { readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const search = async (filters: INodeParameters, item = {}, more = {}) =>
	await lead('search', { filters }, [item], { timezone: 'Europe/Berlin', ...more });

/** Query of the request for leads. */
const asked = () => sent(sandbox()).find(({ path }) => path === '/api/v4/leads')?.query;

const KOMMO: Array<[string, INodeParameters, Record<string, string | string[]>, number[]]> = [
	['IDs', { ids: '7001, 7003' }, { 'filter[id][]': ['7001', '7003'] }, [7001, 7003]],
	['one ID', { ids: 7002 }, { 'filter[id][]': '7002' }, [7002]],
	['Name', { name: 'Skylight' }, { 'filter[name]': 'Skylight' }, [7007]],
	[
		'pipelines by id and name',
		{ pipelineIds: [901, 'renewals'] },
		{ 'filter[pipeline_id][]': ['901', '901'] },
		[7009, 7010, 7011],
	],
	[
		'responsible users by name, address and id',
		{ responsibleUsers: ['Marco Silva', 'yuki@acme.example'] },
		{ 'filter[responsible_user_id][]': ['502', '503'] },
		[7003, 7004, 7005, 7010],
	],
	['created by', { createdBy: [502] }, { 'filter[created_by][]': '502' }, [7003, 7004, 7010]],
	['updated by', { updatedBy: [503] }, { 'filter[updated_by][]': '503' }, [7005]],
	['the robot', { createdBy: [0] }, { 'filter[created_by][]': '0' }, []],
	[
		'a range of prices',
		{ priceFrom: 3100, priceTo: '5 200' },
		{ 'filter[price][from]': '3100', 'filter[price][to]': '5200' },
		[7003, 7004, 7010],
	],
	[
		'prices from 0',
		{ priceFrom: 0, priceTo: 0 },
		{
			'filter[price][from]': '0',
			'filter[price][to]': '0',
		},
		[7008],
	],
	[
		'a range of creation times, in the zone of the workflow',
		{ createdFrom: '2025-12-04', createdTo: '2025-12-05T10:00:00' },
		{ 'filter[created_at][from]': '1764802800', 'filter[created_at][to]': '1764925200' },
		[7002, 7003],
	],
	[
		'update times',
		{ updatedFrom: '2025-12-13T10:00:00Z', updatedTo: 1765620000000 },
		{ 'filter[updated_at][from]': '1765620000', 'filter[updated_at][to]': '1765620000' },
		[7011],
	],
	[
		'closing times',
		{ closedFrom: '2025-12-09', closedTo: '2025-12-10' },
		{ 'filter[closed_at][from]': '1765234800', 'filter[closed_at][to]': '1765321200' },
		[7007],
	],
	[
		'closest task',
		{ closestTaskFrom: '2026-01-13', closestTaskTo: '2026-01-15' },
		{ 'filter[closest_task_at][from]': '1768258800', 'filter[closest_task_at][to]': '1768431600' },
		[7001, 7003],
	],
];

describe('filters of leads (fact sheet §4.1)', () => {
	test.each(KOMMO)('%s', async (_what, filters, query, ids) => {
		const { json, error } = await search(filters);

		expect(error).toBeNull();
		expect(asked()).toEqual({ ...query, limit: '50' });
		expect(json.map(({ id }) => id)).toEqual(ids);
	});

	test('all of them go into one request', async () => {
		const filters = Object.assign({}, ...KOMMO.map(([, given]) => given)) as INodeParameters;
		await search(filters);

		expect(sent(sandbox()).filter(({ path }) => path === '/api/v4/leads')).toHaveLength(1);
		expect(Object.keys(asked() ?? {})).toHaveLength(16 + 1);
	});

	test('filters differ from item to item; equal ones share a request', async () => {
		const run = await lead('search', { filters: { name: '={{ $json.name }}' } }, [
			{ name: 'Skylight' },
			{ name: 'Front door' },
			{ name: 'Skylight' },
		]);

		expect(run.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[7007, { item: 0 }],
			[7005, { item: 1 }],
			[7007, { item: 2 }],
		]);
		expect(sent(sandbox())).toHaveLength(2);
	});

	test.each([
		['ids', { ids: 'a' }, "'IDs' is not an ID: a [item 0]"],
		['price', { priceFrom: 1.5 }, "'Price From' is not a whole number: 1.5 [item 0]"],
		['date', { closedTo: 'x' }, '\'Closed To\' takes a date, not "x" [item 0]'],
		['user', { createdBy: ['Nobody'] }, '\'Created By\' does not exist: "Nobody" [item 0]'],
		['pipeline', { pipelineIds: ['No'] }, '\'Pipeline\' does not exist: "No" [item 0]'],
	])('a value that cannot be sent is refused: %s', async (_what, filters, message) => {
		const { error } = await search(filters);

		expect(error?.message).toBe(message);
		// the form has nothing to round with
		expect(error?.description).not.toContain('Round Price');
		expect(readPaths(sandbox())).not.toContain('/api/v4/leads');
	});
});

describe('amoCRM: filters are an add-on (§4.1)', () => {
	test.each([
		['IDs', { ids: '1007001' }],
		['Name', { name: 'Букеты на свадьбу' }],
		['users', { responsibleUsers: [602] }],
		['price', { priceFrom: 5 }],
		['dates', { createdFrom: '2020-01-01' }],
		['pipelines', { pipelineIds: [950] }],
		['stages', { stages: { stage: [{ pipelineId: 950, statusId: 61001 }] } }],
		['custom fields', { customFieldFilters: { field: [{ fieldId: 1003102, value: 'x' }] } }],
	])('switched off, %s give a message and no lead is asked for', async (_what, filters) => {
		sandbox().setSwitches({ apiFilterEnabled: false });
		const { error, json } = await search(filters, {}, { account: 'amocrm' });

		expect(error?.message).toBe(
			"'Filters' cannot be used: API filtering is switched off for this amoCRM account [item 0]",
		);
		expect(json).toEqual([]);
		expect(readPaths(sandbox())).not.toContain('/api/v4/leads');
	});

	test('the switch is looked up once for all items, with `is_api_filter_enabled` (§4.17)', async () => {
		await lead(
			'search',
			{ filters: { name: '={{ $json.name }}' } },
			[{ name: 'Букеты на свадьбу' }, { name: 'Корпоратив' }],
			{ account: 'amocrm' },
		);

		const accounts = sent(sandbox()).filter(({ path }) => path === '/api/v4/account');
		expect(accounts).toHaveLength(1);
		expect(accounts[0]?.query.with).toContain('is_api_filter_enabled');
	});

	test('a query needs no add-on', async () => {
		sandbox().setSwitches({ apiFilterEnabled: false });
		const { json } = await lead('search', { query: 'букеты' }, [{}], { account: 'amocrm' });

		expect(json.map(({ id }) => id)).toEqual([1007001]);
	});
});

describe('a server that ignores filters', () => {
	const everything = async () => {
		const { url, token } = sandbox().accounts.kommo;
		const answer = await fetch(`${url}/api/v4/leads`, {
			headers: { authorization: `Bearer ${token}` },
		});
		const body: unknown = await answer.json();
		sandbox().addFault({
			method: 'GET',
			path: '/api/v4/leads',
			action: { type: 'status', status: 200, body },
		});
	};

	test.each([
		['IDs', { ids: '7001' }],
		['Name', { name: 'Skylight' }],
		['Pipeline Names or IDs', { pipelineIds: [901] }],
		['Stages', { stages: { stage: [{ pipelineId: 901, statusId: 60011 }] } }],
		['Responsible User Names or IDs', { responsibleUsers: [503] }],
		['Created By Names or IDs', { createdBy: [503] }],
		['Updated By Names or IDs', { updatedBy: [503] }],
		['Price From', { priceFrom: 5000 }],
		['Price To', { priceTo: 5000 }],
		['Created From', { createdFrom: '2025-12-10' }],
		['Created To', { createdTo: '2025-12-10' }],
		['Updated From', { updatedFrom: '2025-12-10' }],
		['Closed From', { closedFrom: '2025-12-01' }],
		['Closest Task To', { closestTaskTo: '2026-12-01' }],
		[
			'Custom Fields: Channel',
			{ customFieldFilters: { field: [{ fieldId: 3101, value: 'Ads' }] } },
		],
	])('%s: the user is told, no other lead comes out', async (label, filters) => {
		await everything();
		const { error, json } = await search(filters);

		expect(error?.message).toBe(`The account ignores the filter '${label}' [item 0]`);
		expect(json).toEqual([]);
	});
});

test.each(['={{ $json.ids }}', '={{ [] }}', '={{ [null, ""] }}'])(
	'an expression for IDs that gives nothing (%s) does not return everything',
	async (ids) => {
		const { error } = await lead('search', { filters: { ids } });

		expect(error?.message).toBe("'IDs' is empty [item 0]");
		expect(sent(sandbox())).toEqual([]);
	},
);

test('IDs left empty in the form are no filter', async () => {
	await lead('search', { filters: { ids: '' } });

	expect(sent(sandbox())[0]?.query).toEqual({ limit: '50' });
});
