import type { INodeParameters } from 'n8n-workflow';

import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import { readsOf, runKommo } from '../writes/kommoRun';
import { onlyLeads } from './manyLeads';

const sandbox = useSandbox();

const searchLeads = (parameters: INodeParameters): INodeParameters => ({
	resource: 'lead',
	operation: 'search',
	simplify: false,
	...parameters,
});
const everything = searchLeads({ returnAll: true });
const pages = () => readsOf(sandbox()).map(({ query }) => query.page ?? '1');

describe('reading a collection to its end (fact sheet §3.2)', () => {
	test('600 leads come in 3 pages of 250, by id, paired with their item', async () => {
		const ids = onlyLeads(sandbox(), 600);
		const { items } = await runKommo(sandbox(), everything);

		expect(readsOf(sandbox()).map(({ path }) => path)).toEqual(
			Array.from({ length: 3 }, () => '/api/v4/leads'),
		);
		expect(readsOf(sandbox())[0]?.query).toEqual({ limit: '250', 'order[id]': 'asc' });
		expect(pages()).toEqual(['1', '2', '3']);
		expect(items.map(({ json }) => json.id)).toEqual(ids);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
	});

	test('a full last page that links to an empty one (204) ends there', async () => {
		sandbox().setSwitches({ nextLink: 'onFullPage' });
		const ids = onlyLeads(sandbox(), 500);
		const { json } = await runKommo(sandbox(), everything);

		expect(json.map(({ id }) => id)).toEqual(ids);
		expect(readsOf(sandbox()).map(({ status }) => status)).toEqual([200, 200, 204]);
	});

	test('a server that caps its pages is read to the end: a short page is not the last', async () => {
		sandbox().setSwitches({ maxPageSize: 100, limitAboveMax: 'clamp' });
		const ids = onlyLeads(sandbox(), 320);
		const { json } = await runKommo(sandbox(), everything);

		expect(json.map(({ id }) => id)).toEqual(ids);
		expect(pages()).toEqual(['1', '2', '3', '4']);
	});

	test('nothing found (204) gives no item', async () => {
		onlyLeads(sandbox(), 0);
		const { items, error } = await runKommo(sandbox(), everything);

		expect([items, error]).toEqual([[], null]);
	});

	test.each([
		[300, 250, ['1', '2']],
		[500, 250, ['1', '2']],
		[120, 50, ['1', '2', '3']],
	])('Limit %i spans pages of %i', async (limit, maxPageSize, asked) => {
		sandbox().setSwitches({ maxPageSize, limitAboveMax: 'clamp' });
		const ids = onlyLeads(sandbox(), 700);
		const { json } = await runKommo(sandbox(), searchLeads({ returnAll: false, limit }));

		expect(json).toHaveLength(limit);
		expect(ids).toEqual(expect.arrayContaining(json.map(({ id }) => id)));
		expect(pages()).toEqual(asked);
	});

	test('Limit 10 asks for 10 (§2.2: limit)', async () => {
		onlyLeads(sandbox(), 30);
		const { json } = await runKommo(sandbox(), searchLeads({ returnAll: false, limit: 10 }));

		expect(json).toHaveLength(10);
		expect(readsOf(sandbox()).map(({ query }) => query.limit)).toEqual(['10']);
	});
});

describe('a next-page link that leaves the account', () => {
	const pageWithNext = (href: string) => ({
		_page: 1,
		_links: { next: { href } },
		_embedded: { leads: [{ id: 1, name: 'Lead' }] },
	});

	test.each([
		['another account', () => `${sandbox().accounts.amocrm.url}/api/v4/leads?page=2`],
		['another host', () => 'http://evil.example/api/v4/leads?page=2'],
		['a user in the address', () => sandbox().accounts.amocrm.url.replace('//', '//127.0.0.1@')],
	])('%s: refused, and the token is not sent there', async (_name, href) => {
		const action = { type: 'status', status: 200, body: pageWithNext(href()) } as const;
		sandbox().addFault({ account: 'kommo', method: 'GET', action });
		const { error } = await runKommo(sandbox(), everything);

		expect(error?.message).toBe(
			'The link to the next page leads to another host and was not followed',
		);
		expect(sandbox().requests({ account: 'amocrm' })).toEqual([]);
		expect(sandbox().requests({ account: 'kommo' })).toHaveLength(1);
	});

	test('a page that links to itself ends there', async () => {
		const url = `${sandbox().accounts.kommo.url}/api/v4/leads?limit=250&order[id]=asc&page=1`;
		const action = { type: 'status', status: 200, body: pageWithNext(url) } as const;
		sandbox().addFault({ method: 'GET', times: Infinity, action });
		const { json } = await runKommo(sandbox(), everything);

		expect(json).toHaveLength(1);
		expect(readsOf(sandbox())).toHaveLength(2);
	});
});

describe('many items that search', () => {
	test('the same question is asked once, and each item gets records of its own', async () => {
		onlyLeads(sandbox(), 3);
		const { items } = await runKommo(sandbox(), searchLeads({ query: 'Lead', limit: 2 }), {
			items: Array.from({ length: 200 }, (_, index) => ({ index })),
		});

		expect(readsOf(sandbox())).toHaveLength(1);
		expect(items).toHaveLength(400);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 400 }, (_, index) => ({ item: Math.floor(index / 2) })),
		);
		expect(items[0]?.json).toEqual(items[2]?.json);
		expect(items[0]?.json).not.toBe(items[2]?.json);
	});

	test('different questions are asked side by side, the output keeps the order', async () => {
		onlyLeads(sandbox(), 20);
		sandbox().setLatency({ baseMs: 1, perEntityMs: 0, jitterMs: 30 });
		const names = Array.from({ length: 12 }, (_, index) => `Lead ${index % 6}`);
		const { json, items } = await runKommo(
			sandbox(),
			searchLeads({ filters: { name: '={{ $json.name }}' } }),
			{ items: names.map((name) => ({ name })), credentials: apiTokenCredentials(sandbox()) },
		);

		expect(readsOf(sandbox())).toHaveLength(6);
		expect(json.map(({ name }) => name)).toEqual(names);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(names.map((_, item) => ({ item })));
	});

	test('with Continue On Fail one that fails leaves the others alone', async () => {
		onlyLeads(sandbox(), 5);
		const { json } = await runKommo(
			sandbox(),
			searchLeads({ filters: { ids: '={{ $json.ids }}' } }),
			{
				items: [{ ids: 'x' }, { ids: String([...leadIds()][2]) }],
				settings: { onError: 'continueRegularOutput' },
			},
		);

		expect(json[0]?.error).toMatch(/'IDs' is not an ID: x \[item 0\]/);
		expect(json[1]?.name).toBe('Lead 2');
	});

	const leadIds = () => sandbox().accounts.kommo.store.leads.keys();
});

// last in this file: a page asked for in vain may still arrive when the next test runs
describe('long collections are read ahead', () => {
	test('with a limit no page behind it is asked for', async () => {
		sandbox().setSwitches({ maxPageSize: 10, limitAboveMax: 'clamp' });
		onlyLeads(sandbox(), 400);
		const { json } = await runKommo(sandbox(), searchLeads({ returnAll: false, limit: 155 }));

		expect(json).toHaveLength(155);
		expect(readsOf(sandbox())).toHaveLength(16);
	});

	test('a page that fails for good fails the item', async () => {
		sandbox().setSwitches({ maxPageSize: 10, limitAboveMax: 'clamp' });
		onlyLeads(sandbox(), 200);
		const body = { title: 'Forbidden', status: 403, detail: 'No rights' };
		sandbox().addFault({
			path: '/api/v4/leads',
			nth: 9,
			times: Infinity,
			action: { type: 'status', status: 403, body },
		});
		const { error, items } = await runKommo(sandbox(), { ...everything, query: 'Lead' });

		expect(error?.message).toMatch(/has no right to do this/);
		expect(items).toEqual([]);
	});

	test('order is kept, nothing is missing, few requests are for nothing', async () => {
		sandbox().setSwitches({ maxPageSize: 10, limitAboveMax: 'clamp' });
		sandbox().setLatency({ baseMs: 5, perEntityMs: 0, jitterMs: 30 });
		const ids = onlyLeads(sandbox(), 305);
		const { json } = await runKommo(sandbox(), everything);

		expect(json.map(({ id }) => id)).toEqual(ids);
		// 31 pages, and at most 8 asked for behind the end; the test before asked with a query
		const asked = readsOf(sandbox()).filter(({ query }) => query.query === undefined);
		expect(asked.length).toBeLessThanOrEqual(31 + 8);
		expect(new Set(asked.map(({ query }) => query.page)).size).toBe(asked.length);
	});
});
