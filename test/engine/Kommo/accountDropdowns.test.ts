import type { INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { listSearch, loadOptions } from '../../support/engine';
import { apiTokenCredentials, oAuthCredentials, useSandbox } from '../../support/sandbox';
import { sent } from './kommoRunner';
import { readPaths } from './onlyRow';

const sandbox = useSandbox();
const node = new Kommo();

type Account = 'kommo' | 'amocrm';

const load = async (
	method: string,
	parameters: INodeParameters = {},
	{ account = 'kommo', path }: { account?: Account; path?: string } = {},
): Promise<INodePropertyOptions[]> =>
	await loadOptions(
		node,
		method,
		{ authentication: 'apiToken', ...parameters },
		apiTokenCredentials(sandbox(), account),
		path,
	);

const search = async (
	method: string,
	{
		account = 'kommo',
		...more
	}: { account?: Account; filter?: string; paginationToken?: string } = {},
) =>
	await listSearch(
		node,
		method,
		{ authentication: 'apiToken' },
		apiTokenCredentials(sandbox(), account),
		more,
	);

const PIPELINES = '/api/v4/leads/pipelines';

describe('dropdowns', () => {
	test.each([
		[
			'getPipelines',
			[
				['Sales', 900],
				['Renewals', 901],
			],
			PIPELINES,
		],
		[
			'getUsers',
			[
				['Dana Cole', 501],
				['Marco Silva', 502],
			],
			'/api/v4/users',
		],
		[
			'getLossReasons',
			[
				['Too expensive', 71],
				['Chose a competitor', 72],
			],
			'/api/v4/leads/loss_reasons',
		],
		[
			'getLeadTags',
			[
				['vip', 14],
				['site', 15],
			],
			'/api/v4/leads/tags',
		],
		[
			'getContactTags',
			[
				['vip', 12],
				['newsletter', 13],
			],
			'/api/v4/contacts/tags',
		],
		['getCompanyTags', [['partner', 11]], '/api/v4/companies/tags'],
		[
			'listLeadFields',
			[
				['Channel', 3101],
				['Contract no.', 3102],
			],
			'/api/v4/leads/custom_fields',
		],
		[
			'listContactFields',
			[
				['Phone', 3001],
				['Email', 3002],
			],
			'/api/v4/contacts/custom_fields',
		],
		[
			'listCompanyFields',
			[
				['Phone', 3201],
				['Email', 3202],
			],
			'/api/v4/companies/custom_fields',
		],
	] as Array<[string, Array<[string, number]>, string]>)(
		'%s lists what the account has, in one request',
		async (method, first, path) => {
			const options = await load(method);

			expect(options.slice(0, first.length).map(({ name, value }) => [name, value])).toEqual(first);
			expect(readPaths(sandbox())).toEqual([path]);
		},
	);

	test.each(['getUsers', 'getLeadTags', 'listLeadFields'])(
		'%s reads all pages (pitfall 22)',
		async (method) => {
			const whole = await load(method);
			sandbox().setSwitches({ maxPageSize: 1 });
			sandbox().clearRequests();

			expect(await load(method)).toEqual(whole);
			expect(sent(sandbox())).toHaveLength(whole.length);
		},
	);

	test.each([
		'getPipelines',
		'getStages',
		'getUsers',
		'getLossReasons',
		'getLeadTags',
		'getContactTags',
		'listLeadFields',
	])('%s of one account never shows those of the other (pitfall 21)', async (method) => {
		const kommo = await load(method);
		const amocrm = await load(method, {}, { account: 'amocrm' });
		const again = await load(method);
		const ids = (options: INodePropertyOptions[]) =>
			options.map(({ value }) => value).filter((value) => value !== 142 && value !== 143);

		expect(again).toEqual(kommo);
		expect(ids(amocrm).length).toBeGreaterThan(0);
		expect(ids(amocrm).filter((id) => ids(kommo).includes(id))).toEqual([]);
		expect(sandbox().requests({ account: 'amocrm' })).toHaveLength(1);
	});

	test('work with the OAuth2 credential', async () => {
		const options = await loadOptions(
			node,
			'getPipelines',
			{ authentication: 'oAuth2' },
			await oAuthCredentials(sandbox()),
		);

		expect(options.map(({ name }) => name)).toEqual(['Sales', 'Renewals']);
	});

	test('a refusal is shown in the words of the node', async () => {
		const limited = apiTokenCredentials(sandbox(), 'kommo', { accessToken: 'wrong' });
		const refused = loadOptions(node, 'getUsers', { authentication: 'apiToken' }, limited);

		await expect(refused).rejects.toMatchObject({
			message: expect.stringContaining('did not accept the token') as unknown,
			description: expect.stringContaining('long-lived token') as unknown,
		});
	});
});

describe('stages follow the pipeline', () => {
	test.each([
		['additionalFields', 'parameters.additionalFields.statusId'],
		['updateFields', 'parameters.updateFields.statusId'],
	])('chosen in %s', async (collection, path) => {
		const options = await load(
			'getStages',
			{ [collection]: { pipelineId: 901, statusId: '' } },
			{ path },
		);

		expect(options).toEqual([
			{ name: 'Incoming leads', value: 60010 },
			{ name: 'Reminder sent', value: 60011 },
			{ name: 'Terms agreed', value: 60012 },
			{ name: 'Renewed', value: 142 },
			{ name: 'Not renewed', value: 143 },
		]);
		expect(readPaths(sandbox())).toEqual([PIPELINES]);
	});

	test('chosen beside them in a list, each row its own', async () => {
		const stage = [
			{ pipelineId: 900, statusId: '' },
			{ pipelineId: 'Renewals', statusId: '' },
		];
		const options = await load(
			'getStages',
			{ filters: { stages: { stage } } },
			{ path: 'parameters.filters.stages.stage[1].statusId' },
		);

		expect(options.map(({ value }) => value)).toEqual([60010, 60011, 60012, 142, 143]);
	});

	test('without one, all of them by pipeline, Won and Lost once', async () => {
		const options = await load('getStages', { additionalFields: { statusId: '' } });

		expect(options).toHaveLength(5 + 3 + 2);
		expect(options[1]).toEqual({ name: 'Sales: Initial contact', value: 60001 });
		expect(options.slice(-2)).toEqual([
			{ name: 'Won', value: 142 },
			{ name: 'Lost', value: 143 },
		]);
		expect(readPaths(sandbox())).toEqual([PIPELINES]);
	});
});

describe('searchable lists', () => {
	test.each([
		['searchLeads', 'leads', 'roof', 'Roof repair', 7001],
		['searchContacts', 'contacts', 'ana', 'Ana Reis', 8101],
		['searchCompanies', 'companies', 'reis', 'Reis Ltda', 8201],
	])('%s searches by the query of the API', async (method, path, filter, name, value) => {
		const { results } = await search(method, { filter });
		const { url } = sandbox().accounts.kommo;

		expect(results).toContainEqual({ name, value, url: `${url}/${path}/detail/${value}` });
		expect(sent(sandbox())).toEqual([
			{
				method: 'GET',
				path: `/api/v4/${path}`,
				query: { 'order[updated_at]': 'desc', query: filter, limit: '50', page: '1' },
				body: undefined,
			},
		]);
	});

	test('the editor gets page after page', async () => {
		sandbox().setSwitches({ maxPageSize: 4 });
		const names: string[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await search('searchLeads', paginationToken ? { paginationToken } : {});
			names.push(...page.results.map(({ name }) => name));
			({ paginationToken } = page);
		} while (paginationToken);

		expect(names).toHaveLength(11);
		expect(new Set(names).size).toBe(11);
		expect(sent(sandbox()).map(({ query }) => query.page)).toEqual(['1', '2', '3']);
	});

	test('nothing found is an empty list', async () => {
		expect(await search('searchContacts', { filter: 'nobody at all' })).toEqual({ results: [] });
	});

	test('short lists are filtered as typed', async () => {
		const users = await search('searchUsers', { filter: ' mar' });
		const pipelines = await search('searchPipelines', { filter: 'воронка', account: 'amocrm' });

		expect(users.results).toEqual([{ name: 'Marco Silva', value: 502 }]);
		expect(pipelines.results).toEqual([{ name: 'Воронка', value: 950 }]);
	});

	test('a nameless record is shown by its number', async () => {
		const lead = sandbox().accounts.kommo.store.leads.get(7001);
		if (lead) lead.name = '';
		const { results } = await search('searchLeads');

		expect(results.find(({ value }) => value === 7001)?.name).toBe('#7001');
	});
});
