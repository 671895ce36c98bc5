import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { methodNames, requireMethod } from '../../../../nodes/Comagic/catalogue/catalogue';
import { columnsOf } from '../../../../nodes/Comagic/methods/methodColumns';
import { callMethod } from '../../../../nodes/Comagic/resources/method/callMethod';
import type { Plan } from '../../../../nodes/shared/plan';
import { planOf } from './plannedRow';
import { complaints, RAW_NAMES, rawParams, type RawParam } from './validateParams';

/** What a person, or an expression, enters for a parameter: texts, as n8n's inputs give them. */
function entry(param: RawParam): string {
	const { type, name, enum: words, limits, children = [] } = param;
	if (type === 'array' && children.length > 0) return JSON.stringify([object(children)]);
	if (type === 'object') return JSON.stringify(object(children));
	if (words && words.length > 0) return words[0] ?? '';
	if (type === 'boolean') return 'true';
	if (type === 'datetime' || type === 'date') return '2026-11-01T10:00:00';
	if (limits === 'date') return '2026-11-01';
	if (limits === 'len>=8') return 'long enough';
	if (limits?.startsWith('len')) return '12345'.slice(0, 5);
	if (type === 'number') return '7';
	if (type === 'array') return /ids?$|groups$|members$|sites$/.test(name) ? '7, 8' : 'a, b';
	return 'text';
}

const object = (children: RawParam[]): IDataObject =>
	Object.fromEntries(children.map((child) => [child.name, nested(child)]));

/** Inside JSON people write lists and objects as such. */
function nested(param: RawParam): IDataObject[string] {
	const isJson = param.type === 'object' || (param.children ?? []).length > 0;
	return isJson ? (JSON.parse(entry(param)) as IDataObject) : entry(param);
}

async function planFor(name: string, value: IDataObject): Promise<Plan> {
	const parameters: INodeParameters = {
		method: { __rl: true, mode: 'list', value: name },
		parametersAs: 'form',
		parameters: { mappingMode: 'defineBelow', value } as INodeParameters,
		returnAll: false,
		limit: 5,
		fields: [],
		filters: {},
		sort: {},
		options: {},
	};
	return await planOf(callMethod, parameters);
}

/** The form's columns, filled as far as `suits` says. */
function filled(name: string, suits: (param: RawParam) => boolean): IDataObject {
	const params = rawParams(name);
	const columns = columnsOf(requireMethod(name)).map(({ id }) => id);
	return Object.fromEntries(
		params
			.filter((param) => columns.includes(param.name) && suits(param))
			.map((param) => [param.name, entry(param)]),
	);
}

it('lists the 328 methods of the sheet', () => {
	expect(methodNames()).toHaveLength(328);
	expect(methodNames()).toEqual([...RAW_NAMES].sort((a, b) => a.localeCompare(b)));
});

it.each(RAW_NAMES)('%s has a form with all its parameters', (name) => {
	const columns = columnsOf(requireMethod(name));
	const names = new Set(rawParams(name).map((param) => param.name));
	expect(new Set(columns.map(({ id }) => id))).toEqual(names);
	for (const column of columns) {
		const param = rawParams(name).find((one) => one.name === column.id);
		if (column.type === 'options') {
			const values = column.options?.map(({ value }) => value).sort();
			const choices = param?.type === 'boolean' ? ['false', 'true'] : (param?.enum ?? []);
			expect(values).toEqual([...choices].sort());
		}
		// n8n fills a switch with false at once: it would be sent without being touched
		expect(column.type).not.toBe('boolean');
		// an update is partial, whatever its page marks (fact sheet §B.8)
		const isUpdate = name.startsWith('update.') && column.id !== 'id';
		expect(column.required).toBe(param?.required === true && !isUpdate);
	}
});

describe.each([
	['all', () => true],
	['only its required', ({ required }: RawParam) => required === true],
])('with %s parameters filled', (_name, suits) => {
	it.each(RAW_NAMES)('%s becomes a valid request', async (name) => {
		const plan = await planFor(name, filled(name, suits));
		expect([...plan.invalid.values()]).toEqual([]);
		const [row] = plan.rows;
		expect(row?.path).toBe(`data/${name}`);
		const [verb = ''] = name.split('.');
		expect(row?.method).toBe({ get: 'GET', getobj: 'GET', delete: 'DELETE' }[verb] ?? 'POST');
		expect(complaints(name, row?.body ?? {})).toEqual([]);
		const sent = Object.keys(row?.body ?? {}).filter((key) => key !== 'limit' || verb !== 'getobj');
		expect(sent.sort()).toEqual(Object.keys(filled(name, suits)).sort());
	});
});

it.each(RAW_NAMES.filter((name) => !name.startsWith('update.')))(
	'%s is refused without what it requires',
	async (name) => {
		const required = rawParams(name).filter((param) => param.required === true);
		const plan = await planFor(name, {});
		expect(plan.invalid.size).toBe(required.length > 0 ? 1 : 0);
	},
);

it('tells what the validator is there for', () => {
	expect(complaints('create.tags', {})).toEqual(['missing name']);
	expect(complaints('delete.tags', { id: '7', x: 1 })).toEqual([
		'unexpected x',
		'id is "7", not number',
	]);
	expect(complaints('update.customer_status', { customer_id: 1, status: 'gone' })).toEqual([
		'status has a word that does not exist: "gone"',
	]);
});
