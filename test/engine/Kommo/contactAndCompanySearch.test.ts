import type { INodeParameters } from 'n8n-workflow';

import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { runAsTool } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();

/** Same parameters for both; expected ids are those of contacts, then of companies. */
const FILTERS: Array<
	[string, INodeParameters, Record<string, string | string[]>, number[], number[]]
> = [
	['IDs', { ids: '8101, 8202' }, { 'filter[id][]': ['8101', '8202'] }, [8101], [8202]],
	['Name', { name: 'Mei Chen' }, { 'filter[name]': 'Mei Chen' }, [8107], []],
	[
		'created by',
		{ createdBy: ['Marco Silva'] },
		{ 'filter[created_by][]': '502' },
		[8102, 8104, 8106, 8108],
		[],
	],
	[
		'responsible users',
		{ responsibleUsers: [501, '503'] },
		{ 'filter[responsible_user_id][]': ['501', '503'] },
		[8101, 8103, 8105, 8107],
		[8201, 8202, 8203, 8204],
	],
	[
		'updated by',
		{ updatedBy: [501] },
		{ 'filter[updated_by][]': '501' },
		[8101, 8103, 8105, 8107],
		[8201, 8202, 8203, 8204],
	],
	[
		'creation times',
		{ createdFrom: '2025-12-04', createdTo: '2025-12-05T12:00' },
		{ 'filter[created_at][from]': '1764806400', 'filter[created_at][to]': '1764936000' },
		[8102, 8103],
		[8202, 8203],
	],
	[
		'update times',
		{ updatedFrom: '2025-12-06T10:00:00+00:00' },
		{ 'filter[updated_at][from]': '1765015200' },
		[8104, 8105, 8106, 8107, 8108],
		[8204],
	],
	[
		'closest task',
		{ closestTaskFrom: '2026-01-01', closestTaskTo: '2026-12-01' },
		{ 'filter[closest_task_at][from]': '1767225600', 'filter[closest_task_at][to]': '1796083200' },
		[8103],
		[],
	],
];

describe.each([
	['contact', 'contacts', 3],
	['company', 'companies', 4],
] as const)('%s: search', (resource, path, place) => {
	const search = runnerOf(sandbox, resource);
	const queries = () =>
		sent(sandbox())
			.filter((request) => request.path === `/api/v4/${path}`)
			.map(({ query }) => query);

	test.each(FILTERS)('filter: %s (fact sheet §4.4, §4.5)', async (...testCase) => {
		const [, filters, query] = testCase;
		const { json, error } = await search('search', { filters });

		expect(error).toBeNull();
		expect(queries()).toEqual([{ ...query, limit: '50' }]);
		expect(json.map(({ id }) => id)).toEqual(testCase[place]);
	});

	test.each(['id', 'updated_at'])('sorts by %s', async (field) => {
		const sort = { by: { field, direction: 'desc' } };
		const { json } = await search('search', { sort, limit: 2 });

		expect(queries()).toEqual([{ [`order[${field}]`]: 'desc', limit: '2' }]);
		const ids = json.map(({ id }) => Number(id));
		expect(ids).toEqual([...ids].sort((a, b) => b - a));
	});

	test('Return All over several pages, by id', async () => {
		sandbox().setSwitches({ maxPageSize: 2 });
		const { json } = await search('search', { returnAll: true });
		const { [path]: stored } = sandbox().accounts.kommo.store;

		expect(queries()[0]).toEqual({ 'order[id]': 'asc', limit: '250' });
		expect(json.map(({ id }) => id)).toEqual([...stored.keys()]);
	});

	test('Include becomes with', async () => {
		await search('search', { options: { include: ['leads', 'catalog_elements'] }, limit: 1 });

		expect(queries()).toEqual([{ with: 'leads,catalog_elements', limit: '1' }]);
	});

	test('amoCRM with filtering switched off: a message, nothing asked for', async () => {
		sandbox().setSwitches({ apiFilterEnabled: false });
		const { error } = await search('search', { filters: { name: 'x' } }, [{}], {
			account: 'amocrm',
		});

		expect(error?.message).toMatch(/^'Filters' cannot be used/);
		expect(queries()).toEqual([]);
	});

	test('an agent gets the records as its answer', async () => {
		const { response } = await runAsTool({
			nodeType: new Kommo(),
			credentials: apiTokenCredentials(sandbox()),
			parameters: { authentication: 'apiToken', resource, operation: 'search', limit: 2 },
		});

		expect(JSON.stringify(response)).toContain(resource === 'contact' ? 'Ana Reis' : 'Reis Ltda');
		expect(queries()).toEqual([{ limit: '2' }]);
	});
});
