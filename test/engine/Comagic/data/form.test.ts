import type { INodeProperties } from 'n8n-workflow';

import { Comagic } from '../../../../nodes/Comagic/Comagic.node';
import { isRecord } from '../../../../nodes/shared/wire';
import { dataResources, methodOf } from '../../../../nodes/Comagic/resources/dataApi';
import { comagicCredentials, paramsOf, useComagicSandbox } from '../../../support/comagicSandbox';
import { listSearch, loadOptions, resourceMapping } from '../../../support/engine';

const sandbox = useComagicSandbox();
const node = new Comagic();

const options = async (method: string, parameters: Record<string, string>) =>
	await loadOptions(node, method, parameters, comagicCredentials(sandbox()));

const names = (found: Array<{ value: unknown }>): unknown[] => found.map(({ value }) => value);

it("offers the method's own columns", async () => {
	const found = names(await options('getFieldNames', { resource: 'report', operation: 'calls' }));
	expect(found).toEqual(expect.arrayContaining(['id', 'tags', 'utm_source', 'call_records']));
	const legs = await options('getFieldNames', { resource: 'report', operation: 'callLegs' });
	expect(names(legs)).not.toContain('utm_source');
});

it.each([
	['getNumberFields', ['id', 'talk_duration'], ['start_time', 'direction']],
	['getChoiceFields', ['direction', 'source', 'visitor_type'], ['id']],
	['getYesNoFields', ['is_lost', 'is_transfer'], ['id']],
	['getTextFields', ['utm_source', 'virtual_phone_number'], ['communication_page_url']],
	['getListFields', ['tags', 'employees'], ['call_records']],
	['getDateFields', ['sale_date'], ['start_time']],
	['getSortFields', ['start_time', 'is_lost'], ['id', 'call_records']],
])('%s offers what suits only', async (method, some, none) => {
	const found = names(await options(method, { resource: 'report', operation: 'calls' }));
	expect(found).toEqual(expect.arrayContaining(some));
	for (const name of none) expect(found).not.toContain(name);
});

it('offers the columns of the method that is called', async () => {
	const method = { __rl: true, mode: 'list', value: 'get.tags' } as unknown as string;
	const found = await options('getFieldNames', {
		resource: 'method',
		operation: 'callMethod',
		method,
	});
	expect(names(found)).toEqual(expect.arrayContaining(['id', 'rating', 'color']));
});

it('searches all methods by words of their names', async () => {
	const credentials = comagicCredentials(sandbox());
	const search = async (filter: string, paginationToken?: string) =>
		await listSearch(node, 'searchMethods', {}, credentials, { filter, paginationToken });
	const found = await search('tags get');
	expect(found.results.map(({ value }) => value)).toEqual(['get.tags', 'get.tags_history']);
	let count = 0;
	let token: string | undefined;
	do {
		const page = await search('', token);
		count += page.results.length;
		token = page.paginationToken;
	} while (token !== undefined);
	expect(count).toBe(328);
});

it('tells in the list which methods are off for AI agents', async () => {
	const credentials = comagicCredentials(sandbox());
	const { results } = await listSearch(node, 'searchMethods', {}, credentials, { filter: 'tags' });
	const off = results.filter((one) => one.description?.includes('off for AI agents'));
	expect(off.map(({ value }) => value)).toEqual(['delete.tags']);
});

it('makes the form of the chosen method', async () => {
	const method = { __rl: true, mode: 'list', value: 'update.customer_status' };
	const parameters = { resource: 'method', operation: 'callMethod', method };
	const { fields } = await resourceMapping(
		node,
		'getMethodParameters',
		parameters,
		comagicCredentials(sandbox()),
	);
	expect(fields.map(({ id, type, required }) => [id, type, required])).toEqual([
		['customer_id', 'number', false],
		['status', 'options', false],
	]);
	const none = { ...parameters, method: { ...method, value: '' } };
	const empty = await resourceMapping(
		node,
		'getMethodParameters',
		none,
		comagicCredentials(sandbox()),
	);
	expect(empty.fields).toEqual([]);
});

it.each([
	['searchSchedules', 'get.schedules', [{ name: 'Office hours', value: 601 }]],
	[
		'searchSiteBlocks',
		'get.site_blocks',
		[
			{ name: 'Footer · service.example', value: 1102 },
			{ name: 'Header · shop.example', value: 1101 },
		],
	],
	[
		'searchContactGroups',
		'get.group_contacts',
		[
			{ name: 'Partners', value: 72 },
			{ name: 'Regulars', value: 71 },
		],
	],
	[
		'searchOrganizations',
		'get.contact_organizations',
		[
			{ name: 'Romashka Ltd', value: 801 },
			{ name: 'Vector', value: 802 },
		],
	],
])('%s lists the records of %s', async (method, rpcMethod, results) => {
	const found = await listSearch(node, method, {}, comagicCredentials(sandbox()));
	expect(found.results).toEqual(results);
	expect(paramsOf(sandbox(), rpcMethod).limit).toBe(10_000);
});

it('offers numbers that can be enabled by the number itself', async () => {
	const found = await listSearch(node, 'searchAvailableNumbers', {}, comagicCredentials(sandbox()));
	expect(found.results[0]).toEqual({ name: '74950000011 · Москва', value: '74950000011' });
});

/** Every property of the Data API's forms, nested ones as well. */
function* properties(list: INodeProperties[]): Generator<INodeProperties> {
	for (const prop of list) {
		yield prop;
		for (const option of prop.options ?? []) {
			if ('values' in option) yield* properties(option.values);
			else if ('type' in option) yield* properties([option]);
		}
	}
}

const all = [...properties(node.description.properties)];

it('names only form methods that exist', () => {
	const { listSearch: searches, loadOptions: loads, resourceMapping: maps } = node.methods;
	for (const { typeOptions, modes } of all) {
		if (typeOptions?.loadOptionsMethod)
			expect(Object.keys(loads)).toContain(typeOptions.loadOptionsMethod);
		const mapper = typeOptions?.resourceMapper?.resourceMapperMethod;
		if (mapper) expect(Object.keys(maps)).toContain(mapper);
		for (const mode of modes ?? []) {
			const search = isRecord(mode.typeOptions) ? mode.typeOptions.searchListMethod : undefined;
			if (typeof search === 'string') expect(Object.keys(searches)).toContain(search);
		}
	}
});

it('offers no value that n8n would take for an expression', () => {
	const values = all.flatMap(({ options: choices = [] }) =>
		choices.flatMap((choice) => ('value' in choice ? [choice.value] : [])),
	);
	expect(values.filter((value) => String(value).startsWith('='))).toEqual([]);
});

it('sorts operations and options by name', () => {
	for (const { displayName, type, options: choices = [] } of all) {
		if (type !== 'options' && type !== 'multiOptions' && type !== 'collection') continue;
		const shown = choices.map((choice) =>
			'displayName' in choice ? choice.displayName : choice.name,
		);
		expect([displayName, shown]).toEqual([
			displayName,
			[...shown].sort((a, b) => a.localeCompare(b)),
		]);
	}
});

it.each(
	dataResources
		.filter(({ value }) => value !== 'method')
		.flatMap(({ value, operations }) =>
			operations.map(({ option }) => [value, String(option.value)] as const),
		),
)('%s %s calls a method of the catalogue', (resource, operation) => {
	expect(methodOf(resource, operation)).toMatch(/^[a-z]+\.[a-z_]+$/);
});
