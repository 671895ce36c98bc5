import type { INodeParameters } from 'n8n-workflow';

import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import { readsOf, runKommo } from '../writes/kommoRun';
import { onlyLeads } from './manyLeads';

const sandbox = useSandbox();

const getLeads = (options: INodeParameters = {}): INodeParameters => ({
	resource: 'lead',
	operation: 'get',
	leadId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	simplify: false,
	options,
});
const idsAsked = () => readsOf(sandbox()).map(({ query }) => query['filter[id][]']?.length ?? 0);
const withIds = (ids: number[]) => ({ items: ids.map((id) => ({ id })) });

describe('get for many items (fact sheet §4.1 filter[id])', () => {
	test('250 items cost 3 requests of at most 100 ids, answered in the order of the items', async () => {
		const ids = onlyLeads(sandbox(), 250).reverse();
		const { items } = await runKommo(sandbox(), getLeads(), withIds(ids));

		expect(idsAsked().sort((a, b) => b - a)).toEqual([100, 100, 50]);
		expect(readsOf(sandbox())[0]).toMatchObject({
			path: '/api/v4/leads',
			query: { limit: '100', 'filter[id][]': ids.slice(0, 100).map(String) },
		});
		expect(items.map(({ json }) => json.id)).toEqual(ids);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(ids.map((_, item) => ({ item })));
	});

	test('one item is read at its own address', async () => {
		const [id = 0] = onlyLeads(sandbox(), 3);
		await runKommo(sandbox(), getLeads({ include: ['contacts', 'source_id'] }), withIds([id]));

		// §0.2: `with` is one comma-separated string
		expect(readsOf(sandbox()).map(({ path, query }) => ({ path, query }))).toEqual([
			{ path: `/api/v4/leads/${id}`, query: { with: 'contacts,source_id' } },
		]);
	});

	test('a record that several items ask for is asked for once and given to each on its own', async () => {
		const [id = 0, other = 0] = onlyLeads(sandbox(), 2);
		const { items } = await runKommo(sandbox(), getLeads(), withIds([id, other, id]));

		expect(idsAsked()).toEqual([2]);
		expect(items.map(({ json }) => json.id)).toEqual([id, other, id]);
		expect(items[0]?.json).not.toBe(items[2]?.json);
	});

	test('items that include different things are asked for apart', async () => {
		const [id = 0, other = 0] = onlyLeads(sandbox(), 2);
		await runKommo(sandbox(), getLeads({ include: '={{ $json.with }}' }), {
			items: [
				{ id, with: ['contacts'] },
				{ id: other, with: [] },
			],
		});

		expect(readsOf(sandbox()).map(({ path, query }) => `${path} ${String(query.with)}`)).toEqual([
			`/api/v4/leads/${id} contacts`,
			`/api/v4/leads/${other} undefined`,
		]);
	});

	test('an account that ignores the filter is noticed: each lead is read on its own', async () => {
		sandbox().setSwitches({ apiFilterEnabled: false });
		const ids = onlyLeads(sandbox(), 30, 'amocrm').slice(20, 25);
		const { json } = await runKommo(sandbox(), getLeads(), {
			...withIds(ids),
			credentials: apiTokenCredentials(sandbox(), 'amocrm'),
		});

		expect(json.map(({ id }) => id)).toEqual(ids);
		expect(idsAsked()).toEqual([5, 0, 0, 0, 0, 0]);
		expect(
			readsOf(sandbox())
				.slice(1)
				.map(({ path }) => path),
		).toEqual(ids.map((id) => `/api/v4/leads/${id}`));
	});
});

describe('When Not Found (§3.4: 204 for a missing lead)', () => {
	test.each([1, 3])('stops by default, with %i item(s)', async (count) => {
		const ids = [...onlyLeads(sandbox(), count - 1), 999];
		const { error } = await runKommo(sandbox(), getLeads(), withIds(ids));

		expect(error?.message).toBe(`No lead has the ID 999 [item ${count - 1}]`);
		expect(error?.itemIndex).toBe(count - 1);
		expect(error?.description).toMatch(/'When Not Found'/);
	});

	test.each([1, 3])('gives an empty item on demand, with %i item(s)', async (count) => {
		const ids = [...onlyLeads(sandbox(), count - 1), 999];
		const { items } = await runKommo(sandbox(), getLeads({ whenNotFound: 'empty' }), withIds(ids));

		expect(items).toHaveLength(count);
		expect(items.at(-1)).toMatchObject({ json: {}, pairedItem: { item: count - 1 } });
		expect(Object.keys(items.at(-1)?.json ?? { wrong: true })).toEqual([]);
	});

	test('with Continue On Fail the missing one is an error item between the others', async () => {
		const [first = 0, second = 0] = onlyLeads(sandbox(), 2);
		const { json } = await runKommo(sandbox(), getLeads(), {
			...withIds([first, 999, second]),
			settings: { onError: 'continueRegularOutput' },
		});

		expect(json.map(({ id }) => id)).toEqual([first, 999, second]);
		expect(json[1]?.error).toBe('No lead has the ID 999 [item 1]');
	});

	test('a single failing request is not taken for a missing lead', async () => {
		const body = { status: 403, detail: 'No rights' };
		sandbox().addFault({
			method: 'GET',
			times: Infinity,
			action: { type: 'status', status: 403, body },
		});
		const { error } = await runKommo(sandbox(), getLeads({ whenNotFound: 'empty' }), withIds([1]));

		expect(error?.message).toMatch(/has no right to do this/);
	});
});
