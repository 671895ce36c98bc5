import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { runAsTool } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { byId, numbered, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const queries = () =>
	sent(sandbox())
		.filter(({ path }) => path === '/api/v4/leads')
		.map(({ query }) => query);

const ALL = [7001, 7002, 7003, 7004, 7005, 7006, 7007, 7008, 7009, 7010, 7011];

/** 520 leads more. */
async function addLeads(): Promise<void> {
	await lead('create', { name: '={{ $json.n }}', options: { batchSize: 250 } }, numbered(520));
	sandbox().clearRequests();
}

describe('lead: search', () => {
	test('gives one paired item per lead, 50 at most by default (fact sheet §3.2, §4.1)', async () => {
		const run = await lead('search');

		expect(sent(sandbox(), 'GET')[0]).toEqual({
			method: 'GET',
			path: '/api/v4/leads',
			query: { limit: '50' },
			body: undefined,
		});
		expect(run.json.map(({ id }) => id)).toEqual(ALL);
		expect(pairing(run)).toEqual(ALL.map(() => ({ item: 0 })));
		expect(run.json[0]).toMatchObject({
			name: 'Roof repair',
			created_at: '2025-12-03T09:00:00.000Z',
			customFields: { Channel: 'Referral', 'Budget (hours)': 12.5, Interests: ['Roofing'] },
		});
	});

	test('without Simplify the leads come as the API gives them, envelope off', async () => {
		const { json } = await lead('search', { simplify: false, limit: 1 });

		expect(json).toHaveLength(1);
		expect(json[0]).toMatchObject({ id: 7001, _embedded: { tags: [{}, {}] }, score: null });
	});

	test('Query is free text', async () => {
		const { json } = await lead('search', { query: '={{ $json.text }}' }, [
			{ text: 'door' },
			{ text: 'newsletter' },
			{ text: 'nothing like it' },
		]);

		expect(queries().map(({ query }) => query)).toEqual(['door', 'newsletter', 'nothing like it']);
		expect(json.map(({ id }) => id)).toEqual([7002, 7005, 7004]);
	});

	test('nothing found (204) gives no item', async () => {
		const { json, error } = await lead('search', { query: 'nothing like it' });

		expect([json, error]).toEqual([[], null]);
	});

	test.each(['created_at', 'id', 'updated_at'])('sorts by %s (§4.1)', async (field) => {
		const sort = { by: { field, direction: 'desc' } };
		const { json } = await lead('search', { sort });

		expect(queries()).toEqual([{ [`order[${field}]`]: 'desc', limit: '50' }]);
		expect(json.map(({ id }) => id)).toEqual([...ALL].reverse());
	});

	test('Include becomes with; linked records come as lists of ids', async () => {
		const include = ['contacts', 'catalog_elements', 'loss_reason', 'source_id'];
		const { json } = await lead('search', { limit: 2, options: { include } });

		expect(queries()).toEqual([
			{ with: 'contacts,catalog_elements,loss_reason,source_id', limit: '2' },
		]);
		expect(json.map(({ contacts }) => contacts)).toEqual([[8101], [8102, 8106]]);
	});

	test('Only Deleted gives the short records of deleted leads (§4.1)', async () => {
		const { json } = await lead('search', {
			simplify: false,
			filters: { ids: '7012' },
			options: { include: ['only_deleted'] },
		});

		expect(json).toMatchObject([{ id: 7012, is_deleted: true }]);
	});
});

describe('pages of leads', () => {
	test('Return All follows the next links by id, 250 a page (§3.2)', async () => {
		await addLeads();
		const run = await lead('search', { returnAll: true });

		expect(queries()).toEqual([
			{ 'order[id]': 'asc', limit: '250' },
			{ 'order[id]': 'asc', limit: '250', page: '2' },
			{ 'order[id]': 'asc', limit: '250', page: '3' },
		]);
		expect(run.json).toHaveLength(531);
		expect(new Set(run.json.map(({ id }) => id)).size).toBe(531);
	});

	test('Return All with an order keeps it', async () => {
		const sort = { by: { field: 'updated_at', direction: 'desc' } };
		const { json } = await lead('search', { returnAll: true, sort });

		expect(queries()).toEqual([{ 'order[updated_at]': 'desc', limit: '250' }]);
		expect(json.map(({ id }) => id)).toEqual([...ALL].reverse());
	});

	test('Limit may span pages and cuts the last one', async () => {
		await addLeads();
		const { json } = await lead('search', { limit: 300 });

		expect(queries()).toHaveLength(2);
		expect(json).toHaveLength(300);
	});

	test.each([
		['a server with smaller pages', { maxPageSize: 4 }, 3],
		['a full last page that leads to a 204', { maxPageSize: 11, nextLink: 'onFullPage' }, 2],
	] as const)('%s', async (_what, switches, requests) => {
		sandbox().setSwitches(switches);
		const { json } = await lead('search', { returnAll: true });

		expect(json.map(({ id }) => id)).toEqual(ALL);
		expect(queries()).toHaveLength(requests);
	});

	test('the same shape with and without Return All', async () => {
		const { json: all } = await lead('search', { returnAll: true });
		const { json: some } = await lead('search', { limit: 1 });
		const { json: one } = await lead('get', { leadId: byId(7001) });

		expect([all[0], one[0]]).toEqual([some[0], some[0]]);
	});

	test.each([0, -1, 1.5, 'many', null])('a Limit of %j is refused', async (limit) => {
		const { error } = await lead('search', { limit: '={{ $json.limit }}' }, [{ limit }]);

		expect(error?.message).toBe(`'Limit' is not a whole number above 0: ${limit ?? ''} [item 0]`);
	});
});

test.each(['direct', 'engine'] as const)('an agent can search (%s)', async (caller) => {
	const { response, error } = await runAsTool({
		nodeType: new Kommo(),
		credentials: apiTokenCredentials(sandbox()),
		caller,
		parameters: {
			authentication: 'apiToken',
			resource: 'lead',
			operation: 'search',
			query: "={{ $fromAI('query', '', 'string') }}",
		},
		args: { query: 'Skylight' },
	});

	expect(error).toBeNull();
	expect(queries()).toEqual([{ query: 'Skylight', limit: '50' }]);
	expect(JSON.stringify(response)).toContain('7007');
});
