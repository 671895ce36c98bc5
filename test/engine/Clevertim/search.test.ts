import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { clevertimRunner, lines, useClevertimSandbox } from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox({ now: () => Date.parse('2026-06-01T12:00:00Z') });

async function ids(resource: string, filters: INodeParameters, more: INodeParameters = {}) {
	const run = clevertimRunner(sandbox, resource);
	const { json, error } = await run('search', { returnAll: true, filters, ...more }, [{}], {
		timezone: 'Europe/London',
	});
	expect(error).toBeNull();
	return json.map(({ id }) => id);
}

const one = (field: string, operator: string, value?: unknown): INodeParameters => ({
	conditions: {
		condition: [{ field, operator, ...(value === undefined ? {} : { value }) } as INodeParameters],
	},
});

const custom = (field: string | number, operator: string, value?: unknown): INodeParameters => ({
	customFieldConditions: {
		condition: [{ field, operator, ...(value === undefined ? {} : { value }) } as INodeParameters],
	},
});

describe('conditions on fields', () => {
	it.each<[resource: string, field: string, operator: string, value: unknown, ids: unknown[]]>([
		['contact', 'fn', 'equals', 'mike', [11]],
		['contact', 'fn', 'notEquals', 'Mike', [13, 14, 15]],
		['contact', 'ln', 'contains', 'R', [13, 14, 15]],
		['contact', 'ln', 'notContains', 'r', [11]],
		['contact', 'ln', 'startsWith', 'lar', [13]],
		['contact', 'ln', 'endsWith', 'SON', [11]],
		['contact', 'fn', 'isEmpty', undefined, [14]],
		['contact', 'title', 'isNotEmpty', undefined, [11]],
		['contact', 'email', 'equals', 'MJ@mail.example', [11]],
		['contact', 'email', 'endsWith', '@mail.example', [11, 13, 15]],
		['contact', 'email', 'isEmpty', undefined, [14]],
		['contact', 'phones', 'equals', '0044 (7700) 900001', [11]],
		['contact', 'phones', 'contains', '555-0143', [13]],
		['contact', 'phones', 'contains', 'no digits', []],
		['contact', 'smids', 'equals', 'mikejohnson', [11]],
		['contact', 'tags', 'equals', 'VIP', [11]],
		['contact', 'ctype', 'equals', 'Prospect', [13]],
		['contact', 'ctype', 'equals', 'C', [11]],
		['contact', 'companyId', 'equals', 12, [11]],
		['contact', 'id', 'gt', 13, [14, 15]],
		['contact', 'id', 'lte', '13', [11, 13]],
		['contact', 'is_private', 'equals', true, [14]],
		['contact', 'is_private', 'equals', 'false', [11, 13, 15]],
		['contact', 'lc', 'lt', '2026-01-02T05:22:13Z', [11]],
		['contact', 'lc', 'gte', '2026-01-02T05:22:13Z', []],
		['company', 'cn', 'contains', 'hill', [12]],
		['opportunity', 'value', 'gt', '999', [1, 2]],
		['opportunity', 'value', 'lte', 1000.5, [2, 3]],
		['opportunity', 'status', 'equals', 'open', [1, 3]],
		['opportunity', 'leadUser', 'equals', 'Ben Okoro', [1]],
		['opportunity', 'leadUser', 'equals', 'ada@acme.example', [2]],
		['opportunity', 'cust', 'equals', '11', [1]],
		['case', 'leadUser', 'equals', 3, [1]],
		['task', 'startDate', 'gte', '2026-03-10', [2]],
		['task', 'startDate', 'lt', '2026-03-09T14:31', [1]],
		['task', 'is_completed', 'equals', false, [1]],
		['task', 'atype', 'equals', 'email', [2]],
		['task', 'rec', 'equals', 'Weekly', [1]],
		['task', 'opp', 'isEmpty', undefined, [2]],
		['note', 'cust', 'equals', 12, [2]],
		['note', 'type', 'equals', 'Sent Email', [2]],
		['note', 'desc', 'contains', 'SLATE', [1]],
		['comment', 'tid', 'equals', 1, [2]],
		['folder', 'parentId', 'equals', 'f1', ['f2']],
		['file', 'name', 'startsWith', 'plan', [2]],
		['linkedFile', 'size', 'gte', 1024, [1]],
	])('%s: %s %s %p', async (resource, field, operator, value, expected) => {
		expect(await ids(resource, one(field, operator, value))).toEqual(expected);
	});

	it('go together with all or with any', async () => {
		const conditions = {
			condition: [
				{ field: 'fn', operator: 'equals', value: 'Sue' },
				{ field: 'tags', operator: 'equals', value: 'vip' },
			],
		};
		expect(await ids('contact', { conditions })).toEqual([]);
		expect(await ids('contact', { conditions, combine: 'any' })).toEqual([11, 13]);
		expect(await ids('contact', { conditions, combine: 'any', tagsAll: 'vip' })).toEqual([11]);
	});
});

describe('other filters', () => {
	it.each<[string, string, INodeParameters, unknown[]]>([
		['any of several tags', 'contact', { tagsAny: 'VIP, support' }, [11, 15]],
		['all of several tags', 'contact', { tagsAll: ['vip', 'fair'] }, [11]],
		['a custom field by name', 'contact', custom('Rating', 'equals', 'gold'), [11]],
		['a custom field by ID', 'contact', custom(1, 'startsWith', 'r-'), [11]],
		['one of several values', 'contact', custom('Interests', 'equals', 'Doors'), [11]],
		['a day', 'contact', custom('Renewal', 'gt', '2026-02-28'), [11]],
		['a later day', 'contact', custom('Renewal', 'gt', '2026-03-01'), []],
		['a user by name', 'contact', custom('Account Manager', 'equals', 'Ben Okoro'), [11]],
		['an empty custom field', 'contact', custom('Rating', 'isEmpty'), [13, 14, 15]],
		// seeded contacts were added 90, 89, 88 and 87 days before
		['Updated Since', 'contact', { updatedSince: '2026-03-05T13:00:00+01:00' }, [14, 15]],
		['Updated Since in local time', 'contact', { updatedSince: '2026-03-05T12:00:01' }, [15]],
	])('%s', async (_name, resource, filters, expected) => {
		expect(await ids(resource, filters)).toEqual(expected);
	});

	it('Updated Since falls back to the creation, and says so where neither is known', async () => {
		for (const row of sandbox().store.all('contact')) delete row.lm;
		expect(await ids('contact', { updatedSince: '2026-03-05T12:00:00Z' })).toEqual([14, 15]);

		sandbox().setSwitches({ times: 'nowhere' });
		const run = clevertimRunner(sandbox, 'contact');
		const { error } = await run('search', { filters: { updatedSince: '2026-01-01' } });
		expect(error?.message).toMatch(/^'Updated Since' cannot be used/);
	});
});

describe('sort', () => {
	const by = (field: string, direction = 'asc') => ({ sort: { by: { field, direction } } });

	it.each<[string, INodeParameters, unknown[]]>([
		['by ID, descending', by('id', 'desc'), [15, 14, 13, 11]],
		['by text, those without last', by('fn'), [15, 11, 13, 14]],
		['by text, descending, those without last', by('fn', 'desc'), [13, 11, 15, 14]],
		['by time', by('ao', 'desc'), [15, 14, 13, 11]],
	])('%s', async (_name, sort, expected) => {
		expect(await ids('contact', {}, sort)).toEqual(expected);
	});

	it('by amounts, which are texts, as numbers', async () => {
		expect(await ids('opportunity', {}, by('value'))).toEqual([3, 2, 1]);
	});

	it('before the limit', async () => {
		const more = { ...by('id', 'desc'), returnAll: false, limit: 2 };
		expect(await ids('contact', {}, more)).toEqual([15, 14]);
	});
});

describe('the collection', () => {
	it('is read once for items with different filters', async () => {
		const run = clevertimRunner(sandbox, 'contact');
		const { items } = await run('search', { filters: one('fn', 'equals', '={{ $json.name }}') }, [
			{ name: 'Mike' },
			{ name: 'Sue' },
			{ name: 'Nobody' },
		]);
		expect(items.map(({ json, pairedItem }) => [json.fn, pairedItem])).toEqual([
			['Mike', { item: 0 }],
			['Sue', { item: 1 }],
		]);
		expect(lines(sandbox()).filter((line) => line === 'GET /api/contact')).toHaveLength(1);
	});

	it('gives no item an other item could change', async () => {
		const run = clevertimRunner(sandbox, 'contact');
		const { json } = await run('search', { limit: 1, simplify: false }, [{}, {}]);
		const [first, second] = json as Array<{ tags: string[] }>;
		first?.tags.push('mine');
		expect(second?.tags).toEqual(['vip', 'fair']);
	});
});

describe('filters that make no sense are refused before anything is sent', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['an unknown field', one('nope', 'equals', 1), /'Conditions' names a field/],
		['an unknown operator', one('fn', 'like', 'x'), /'Operator' does not exist: like/],
		['a missing value', one('fn', 'equals', ''), /The condition on 'First Name' has no value/],
		['a number that is none', one('id', 'gt', 'x'), /'ID' is compared with a number/],
		['a date that is none', one('lm', 'gt', 'soon'), /'Updated At' takes a date, not "soon"/],
		['an unknown code', one('ctype', 'equals', 'Boss'), /'Contact Type' does not exist: "Boss"/],
		['a bad Updated Since', { updatedSince: 'soon' }, /'Updated Since' takes a date/],
	])('%s', async (_name, filters, message) => {
		const run = clevertimRunner(sandbox, 'contact');
		const { error } = await run('search', { filters });
		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(lines(sandbox())).toEqual([]);
	});

	it('an unknown custom field, with the account’s own', async () => {
		const run = clevertimRunner(sandbox, 'contact');
		const filters: IDataObject = custom('Colour', 'equals', 'red');
		const { error } = await run('search', { filters: filters as INodeParameters });
		expect(error?.message).toMatch(/^The custom field does not exist/);
		expect(error?.description).toMatch(/"Rating"/);
		expect(lines(sandbox())).toEqual(['GET /api/customfield']);
	});
});
