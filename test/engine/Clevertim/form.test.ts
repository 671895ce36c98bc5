import { NodeHelpers, type INodeProperties } from 'n8n-workflow';

import { Clevertim } from '../../../nodes/Clevertim/Clevertim.node';
import { shown } from '../../../nodes/shared/shown';
import { listSearch, loadOptions, resourceMapping } from '../../support/engine';
import { clevertimCredentials, lines, useClevertimSandbox } from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const node = new Clevertim();
const { properties } = node.description;

describe('searchable lists', () => {
	it.each<[method: string, names: string[]]>([
		['searchContacts', ['Gina Grouped', 'Mike Johnson', 'Private', 'Sue Larkin']],
		['searchCompanies', ['Hill & Sons', 'Northwind']],
		['searchOpportunities', ['Doors', 'New roof', 'Windows']],
		['searchCases', ['Late invoice', 'Leaking roof']],
		['searchTasks', ['Call Mike', 'Send offer']],
		['searchNotes', ['Sent the offer', 'Wants slate']],
		['searchComments', ['Not before noon', 'Which colour?']],
		['searchUsers', ['Ada Marsh', 'Ben Okoro', 'Cleo Ruiz', 'Dev Nair']],
		['searchGroups', ['Managers', 'Sales', 'Support']],
		['searchFolders', ['2026', 'Offers']],
		['searchFiles', ['offer.pdf', 'plan.pdf']],
		['searchLinkedFiles', ['photos.zip']],
	])('%s', async (method, names) => {
		const credentials = clevertimCredentials(sandbox());
		const { results } = await listSearch(node, method, {}, credentials);
		expect(results.map(({ name }) => name)).toEqual(names);
		expect(lines(sandbox())).toHaveLength(1);
	});

	it('filter by what is typed, also by an ID', async () => {
		const credentials = clevertimCredentials(sandbox());
		for (const [filter, value] of [
			['LARK', 13],
			['15', 15],
		] as const) {
			const { results } = await listSearch(node, 'searchContacts', {}, credentials, { filter });
			expect(results.map((one) => one.value)).toEqual([value]);
		}
	});

	it('show customers of the chosen kind', async () => {
		const credentials = clevertimCredentials(sandbox());
		const path = 'parameters.additionalFields.customer.customer.customerId';
		for (const [customerType, count] of [
			['contact', 4],
			['company', 2],
		] as const) {
			const parameters = { additionalFields: { customer: { customer: { customerType } } } };
			const search = { path };
			const { results } = await listSearch(
				node,
				'searchCustomers',
				parameters,
				credentials,
				search,
			);
			expect(results).toHaveLength(count);
		}
	});

	it('come in pages', async () => {
		for (let id = 100; id < 230; id++) sandbox().store.put('contact', { id, fn: `N${id}` });
		const credentials = clevertimCredentials(sandbox());
		const first = await listSearch(node, 'searchContacts', {}, credentials);
		expect(first.results).toHaveLength(100);
		const { paginationToken } = first;
		const search = { paginationToken: String(paginationToken) };
		const second = await listSearch(node, 'searchContacts', {}, credentials, search);
		expect(second.results).toHaveLength(34);
		expect(second.paginationToken).toBeUndefined();
	});
});

describe('dropdowns', () => {
	it.each<[method: string, values: number[]]>([
		['getGroups', [3, 1, 2]],
		['listContactFields', [5, 7, 3, 14, 2, 1, 9, 8, 4, 6]],
		['listCompanyFields', [5, 13, 10, 2, 1]],
		['listCaseFields', [1]],
		['listOpportunityFields', [12, 1, 9, 11, 4]],
	])('%s, sorted by name', async (method, values) => {
		const options = await loadOptions(node, method, {}, clevertimCredentials(sandbox()));
		expect(options.map(({ value }) => value)).toEqual(values);
	});

	it('say what a wrong key means', async () => {
		const credentials = clevertimCredentials(sandbox(), { apiKey: 'wrong' });
		await expect(loadOptions(node, 'getGroups', {}, credentials)).rejects.toThrow(
			'Clevertim did not accept the API key of the credential',
		);
	});
});

describe('columns of the custom field mappers', () => {
	it('follow the definitions (§6.8)', async () => {
		const credentials = clevertimCredentials(sandbox());
		const { fields } = await resourceMapping(node, 'getContactFields', {}, credentials);
		const shown = fields.map(({ id, displayName, type, options }) => [
			id,
			displayName,
			type,
			options?.map(({ value }) => value),
		]);
		expect(shown).toEqual([
			['1', 'Reference', 'string', undefined],
			['2', 'Rating', 'options', ['Gold', 'Silver', 'Bronze']],
			['3', 'Interests (Roofs, Windows, Doors)', 'string', undefined],
			['4', 'Renewal', 'dateTime', undefined],
			['5', 'Account Manager', 'options', ['1', '2', '3', '4']],
			['6', 'State', 'string', undefined],
			['7', 'Country of Origin', 'string', undefined],
			['8', 'Region', 'string', undefined],
			['9', 'Referred By', 'string', undefined],
			['14', 'Nicknames', 'string', undefined],
		]);
	});

	it.each([
		['getCompanyFields', 5],
		['getCaseFields', 1],
		['getOpportunityFields', 5],
	])('%s', async (method, count) => {
		const credentials = clevertimCredentials(sandbox());
		const { fields } = await resourceMapping(node, method, {}, credentials);
		expect(fields).toHaveLength(count);
	});
});

describe('the form', () => {
	const methods = (property: INodeProperties): string[] => {
		const own = property.typeOptions?.loadOptionsMethod;
		const mapper = property.typeOptions?.resourceMapper?.resourceMapperMethod;
		const modes = (property.modes ?? []).map((mode) => mode.typeOptions?.searchListMethod);
		const inner = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return option.values.flatMap(methods);
			return 'type' in option ? methods(option) : [];
		});
		const names = [own, mapper, ...modes].filter((name): name is string => Boolean(name));
		return [...names, ...inner];
	};

	it('names no method that does not exist, and leaves none unused', () => {
		const { listSearch: lists, loadOptions: loads, resourceMapping: maps } = node.methods;
		const known = [lists, loads, maps].flatMap((group) => Object.keys(group));
		expect([...new Set(properties.flatMap(methods))].sort()).toEqual(known.sort());
	});

	it.each(['comment', 'contact', 'file'])('says of %s what the API cannot do', (resource) => {
		const texts = properties
			.filter(({ type }) => type === 'notice')
			.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(resource))
			.map(({ displayName }) => displayName)
			.join(' ');
		const expected = {
			comment: /cannot change comments: to correct one, delete it and create it again/,
			contact: /no search: all contacts are read, once per run for all items/,
			file: /neither uploaded nor downloaded/,
		}[resource];
		expect(texts).toMatch(expected ?? /$^/);
	});

	it('has no update for comments, and only reading for users and groups (§4)', () => {
		const operations = (resource: string) =>
			properties
				.filter(({ name, displayOptions }) => {
					const shown = displayOptions?.show?.resource ?? [];
					return name === 'operation' && shown.includes(resource);
				})
				.flatMap(({ options }) => (options ?? []).map((one) => ('value' in one ? one.value : '')));
		expect(operations('comment')).toEqual(['create', 'delete', 'get', 'search']);
		expect(operations('user')).toEqual(['get', 'getAll']);
		expect(operations('group')).toEqual(['get', 'getAll']);
		expect(operations('contact')).toEqual([
			'create',
			'upsert',
			'delete',
			'get',
			'search',
			'update',
		]);
	});

	it('fills in its defaults for every operation', () => {
		for (const { options, displayOptions } of properties.filter(
			({ name }) => name === 'operation',
		)) {
			for (const option of options ?? []) {
				if (!('value' in option)) continue;
				const [resource = ''] = displayOptions?.show?.resource ?? [];
				const parameters = { resource: shown(resource), operation: String(option.value) };
				const filled = NodeHelpers.getNodeParameters(
					properties,
					parameters,
					true,
					false,
					null,
					node.description,
				);
				expect(filled).toMatchObject(parameters);
			}
		}
	});
});
