import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	accountTime,
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';

const sandbox = useComagicSandbox({ seed: { calls: 800, days: 130 } });
const run = comagicRunner(sandbox, 'method');

const named = (name: string): INodeParameters => ({ __rl: true, mode: 'list', value: name });
const mapped = (value: IDataObject): INodeParameters =>
	({ mappingMode: 'defineBelow', value }) as INodeParameters;
const call = async (name: string, value: IDataObject, more: INodeParameters = {}) =>
	await run('callMethod', { method: named(name), parameters: mapped(value), ...more });

/** A method of every verb, with values as expressions give them. */
const VERBS: Array<{ name: string; value: IDataObject; params: IDataObject }> = [
	{ name: 'create.tags', value: { name: 'Made' }, params: { name: 'Made' } },
	{ name: 'update.tags', value: { id: '101', name: 'X' }, params: { id: 101, name: 'X' } },
	{ name: 'delete.tags', value: { id: '104' }, params: { id: 104 } },
	{
		name: 'get.tags',
		value: { is_include_rating: 'true' },
		params: { is_include_rating: true, limit: 50 },
	},
	{ name: 'getobj.account', value: {}, params: {} },
	{
		name: 'set.call_processing_rule_is_active',
		value: { id: '551', type: 'scenario', is_active: 'false' },
		params: { id: 551, type: 'scenario', is_active: false },
	},
	{
		name: 'unset.tag_communications',
		value: { communication_id: '1', communication_type: 'call', tag_id: '101' },
		params: { communication_id: 1, communication_type: 'call', tag_id: 101 },
	},
	{
		name: 'enable.virtual_numbers',
		value: { virtual_phone_number: 74950000011 },
		params: { virtual_phone_number: '74950000011' },
	},
	{
		name: 'disable.virtual_numbers',
		value: { virtual_phone_number: '74950000003' },
		params: { virtual_phone_number: '74950000003' },
	},
	{
		name: 'upload.campaign_costs',
		value: {
			costs:
				'[{"campaign_id":"2001","cost":"5","date_from":"2026-11-01","date_till":"2026-11-01","site_id":"1001"}]',
		},
		params: {
			costs: [
				{
					campaign_id: 2001,
					cost: 5,
					date_from: '2026-11-01 00:00:00',
					date_till: '2026-11-01 00:00:00',
					site_id: 1001,
				},
			],
		},
	},
];

it.each(VERBS)('$name is sent in the types of its page', async ({ name, value, params }) => {
	await call(name, value);
	expect(paramsOf(sandbox(), name)).toEqual(params);
});

it('logs in and out as a method of its own', async () => {
	const { login, password } = sandbox();
	const { json } = await call('login.user', { login, password });
	expect(json[0]?.access_token).toEqual(expect.any(String));
	const out = await call('logout.user', {});
	expect(out.error).toBeNull();
});

it('gives an item for each row of a list, up to the limit', async () => {
	const { items } = await call('get.tags', {}, { limit: 2 });
	expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[101, { item: 0 }],
		[102, { item: 0 }],
	]);
});

it('reads a long report in parts, each row once', async () => {
	sandbox().setSwitches({ reportRange: '90days', dateTillInclusive: false });
	const { items, error } = await call(
		'get.calls_report',
		{ date_from: accountTime(Date.now(), -125), date_till: accountTime(Date.now()) },
		{ returnAll: true, fields: ['id'] },
	);
	expect(error).toBeNull();
	const ids = items.map(({ json }) => json.id);
	expect(ids.length).toBeGreaterThan(700);
	expect(new Set(ids).size).toBe(ids.length);
	expect(items.every(({ json }) => Object.keys(json).join() === 'id')).toBe(true);
});

it('takes columns, filter and order of a list', async () => {
	const { json } = await call(
		'get.employees',
		{},
		{
			fields: ['id', 'full_name'],
			filters: { conditions: { number: [{ field: 'id', operator: '!=', value: '41' }] } },
			sort: { rule: [{ field: 'full_name', order: 'asc' }] },
		},
	);
	expect(paramsOf(sandbox(), 'get.employees')).toEqual({
		fields: ['id', 'full_name'],
		filter: { field: 'id', operator: '!=', value: 41 },
		sort: [{ field: 'full_name', order: 'asc' }],
		limit: 50,
	});
	expect(json).toHaveLength(3);
});

it('takes the params as JSON, with numbers as numbers', async () => {
	await run('callMethod', {
		method: named('update.tags'),
		parametersAs: 'json',
		parametersJson: '{"id":"101","name":7}',
	});
	expect(paramsOf(sandbox(), 'update.tags')).toEqual({ id: 101, name: '7' });
});

it('reads one page as asked when the JSON names limit or offset', async () => {
	const { items } = await run('callMethod', {
		method: named('get.tags'),
		parametersAs: 'json',
		parametersJson: '{"limit":2,"offset":3}',
	});
	expect(items.map(({ json }) => json.id)).toEqual([104, 105]);
});

it('takes parameters by name from the item', async () => {
	await run(
		'callMethod',
		{
			method: named('create.tags'),
			parameters: { mappingMode: 'autoMapInputData', value: {} },
		},
		[{ name: 'From item', other: 1 }],
	);
	expect(paramsOf(sandbox(), 'create.tags')).toEqual({ name: 'From item' });
});

it('sends a write for every item, also when two are alike', async () => {
	await run('callMethod', { method: named('get.tags') }, [{}, {}]);
	sandbox().clearRequests();
	const parameters = mapped({ communication_id: 1, communication_type: 'call', tag_id: 101 });
	await run('callMethod', { method: named('unset.tag_communications'), parameters }, [{}, {}]);
	expect(rpcCalls(sandbox())).toHaveLength(2);
});

it('does not write again what was written when n8n tries the node again', async () => {
	const { tries } = await run(
		'callMethod',
		{ method: named('create.tags'), parameters: mapped({ name: '={{ $json.name }}' }) },
		[{ name: 'One' }, { name: 'VIP' }],
		{ settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } },
	);
	expect(tries).toBe(2);
	const names = rpcCalls(sandbox(), { rpcMethod: 'create.tags' }).map(({ params }) => params.name);
	expect(names.filter((name) => name === 'One')).toHaveLength(1);
});

it.each<[string, INodeParameters, string]>([
	['no method', { method: named('={{ "" }}') }, "'Method' is empty"],
	[
		'an unknown method',
		{ method: named('get.everything') },
		"'Method' does not exist: get.everything",
	],
	[
		'a missing parameter',
		{ method: named('create.tags'), parameters: mapped({}) },
		"'Name' is empty",
	],
	[
		'a word that does not exist',
		{
			method: named('update.customer_status'),
			parameters: mapped({ customer_id: 1, status: 'gone' }),
		},
		"'Status' does not exist: gone",
	],
	[
		'columns where the method has none',
		{ method: named('getobj.account'), fields: ['lang'] },
		"'Field Names or IDs' does not go with getobj.account",
	],
	[
		'JSON that is none',
		{ method: named('get.tags'), parametersAs: 'json', parametersJson: '{"a":' },
		"'Parameters (JSON)' is not JSON",
	],
	[
		'JSON that is a list',
		{ method: named('get.tags'), parametersAs: 'json', parametersJson: '[1]' },
		"'Parameters (JSON)' is not an object",
	],
])('refuses %s before anything is sent', async (_name, parameters, message) => {
	const { error } = await run('callMethod', parameters);
	expect(error?.message).toContain(message);
	expect(rpcCalls(sandbox())).toEqual([]);
});

it('says of a method without a list that it takes no filters', async () => {
	const { error } = await run('callMethod', {
		method: named('delete.employees'),
		parameters: mapped({ id: 1 }),
		filters: { filterJson: '{ "field": "id", "operator": "=", "value": 1 }' },
	});
	expect(error?.description).toBe('delete.employees takes no filters; use the Filter node.');
	expect(rpcCalls(sandbox())).toEqual([]);
});
