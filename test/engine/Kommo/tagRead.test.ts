import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { loadOptions } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const tag = runnerOf(sandbox, 'tag');
const names = (json: Array<{ name?: unknown }>) => json.map(({ name }) => name);

function storeTags(count: number): void {
	const { tags } = sandbox().accounts.kommo.store;
	for (let id = 1001; id <= 1000 + count; id++) {
		tags.set(id, { id, entity_type: 'companies', name: `Tag ${id}`, color: null });
	}
}

describe('tag: search', () => {
	test('gives the tags of the kind (fact sheet §4.9)', async () => {
		const run = await tag('search', { entityType: 'leads' });

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/leads/tags', query: { limit: '50' }, body: undefined },
		]);
		expect(run.json).toEqual([
			{ id: 14, name: 'vip', color: null },
			{ id: 15, name: 'site', color: null },
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test.each([
		['a query', { query: 'new' }, { query: 'new' }, ['newsletter']],
		['an exact name', { filters: { name: 'vip' } }, { 'filter[name]': 'vip' }, ['vip']],
		['an id', { filters: { ids: '13' } }, { 'filter[id][]': '13' }, ['newsletter']],
		[
			'ids',
			{ filters: { ids: '={{ [12, 13] }}' } },
			{ 'filter[id][]': ['12', '13'] },
			['vip', 'newsletter'],
		],
		['nothing that is there', { query: 'zzz' }, { query: 'zzz' }, []],
	])('by %s (§4.9)', async (_what, parameters, query, found) => {
		const { json, error } = await tag('search', { entityType: 'contacts', ...parameters });

		expect(error).toBeNull();
		expect(sent(sandbox())).toMatchObject([{ path: '/api/v4/contacts/tags' }]);
		expect(sent(sandbox())[0]?.query).toEqual({ ...query, limit: '50' });
		expect(names(json)).toEqual(found);
	});

	test('Return All reads all pages, Limit stops at its number', async () => {
		storeTags(260);
		const all = await tag('search', { entityType: 'companies', returnAll: true });
		const some = await tag('search', { entityType: 'companies', limit: 252 });

		expect([all.json.length, some.json.length]).toEqual([261, 252]);
		expect(sent(sandbox()).map(({ query }) => query)).toEqual([
			{ limit: '250' },
			{ limit: '250', page: '2' },
			{ limit: '250' },
			{ limit: '250', page: '2' },
		]);
	});

	test('looks for what each item asks for', async () => {
		const run = await tag('search', { entityType: '={{ $json.type }}', query: '={{ $json.q }}' }, [
			{ type: 'leads', q: 'vip' },
			{ type: 'companies', q: 'part' },
			{ type: 'contacts', q: 'zzz' },
		]);

		expect(names(run.json)).toEqual(['vip', 'partner']);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test.each([
		['name', { name: 'gone' }, "The account ignores the filter 'Name' [item 0]"],
		['ids', { ids: '12' }, "The account ignores the filter 'IDs' [item 0]"],
	])('passes nothing on from a server that ignores the %s', async (_what, filters, message) => {
		sandbox().addFault({
			path: '/api/v4/leads/tags',
			action: {
				type: 'status',
				status: 200,
				body: { _embedded: { tags: [{ id: 14, name: 'vip', color: null }] } },
			},
		});
		const { error } = await tag('search', { entityType: 'leads', filters });

		expect(error?.message).toBe(message);
	});

	test('reports an id that is none on its own item when it continues on fail', async () => {
		const run = await tag(
			'search',
			{ entityType: 'contacts', filters: { ids: '={{ $json.id }}' } },
			[{ id: 'x' }, { id: 12 }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(names(run.json)).toEqual(['vip']);
		expect(run.outputs[1]).toMatchObject([
			{ json: { error: "'IDs' is not an ID: x [item 0]" }, pairedItem: { item: 0 } },
		]);
	});
});

describe('the list of tags in the form', () => {
	const form = { authentication: 'apiToken', resource: 'tag', operation: 'addToEntity' };
	const list = async (entityType: string, account: 'kommo' | 'amocrm' = 'kommo') =>
		await loadOptions(
			new Kommo(),
			'getTags',
			{ ...form, entityType },
			apiTokenCredentials(sandbox(), account),
		);

	test.each([
		['leads', [14, 15]],
		['contacts', [12, 13]],
		['companies', [11]],
	])('follows the chosen kind: %s (§4.9: separate namespaces)', async (entityType, ids) => {
		expect((await list(entityType)).map(({ value }) => value)).toEqual(ids);
	});

	test('reads all pages', async () => {
		storeTags(260);

		expect(await list('companies')).toHaveLength(261);
	});

	test('of one account never shows the tags of another', async () => {
		await list('companies');

		expect((await list('companies', 'amocrm')).map(({ name }) => name)).toEqual(['партнёр']);
	});
});
