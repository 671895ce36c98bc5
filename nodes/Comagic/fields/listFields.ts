import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { Method } from '../catalogue/method';
import type { ComagicField } from './comagicField';
import type { MethodOf } from './filters';
import { parseJson } from './wireValue';

export const returnAll: ComagicField = {
	prop: {
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
};

export const limit: ComagicField = {
	prop: {
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
};

/** The columns of a list; without a choice the service gives its usual ones. */
export function fieldNames(methodOf: MethodOf, more: Partial<INodeProperties> = {}): ComagicField {
	const prop: INodeProperties = {
		displayName: 'Field Names or IDs',
		name: 'fields',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getFieldNames', loadOptionsDependsOn: ['method.value'] },
		default: [],
		description:
			'The columns to get; the usual ones when none is chosen, and those leave out tags, employees, UTM marks and more. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		...more,
		routing: { send: { type: 'body', property: 'fields' } },
	};
	return {
		prop,
		to: (value, row) => {
			const names = namesIn(value);
			if (names.length === 0) return undefined;
			const method = methodOf(row);
			// one wrong name fails the whole call (§E.7)
			for (const name of names) requireField(method, name, prop.displayName);
			return [...new Set(names)];
		},
	};
}

function namesIn(value: unknown): string[] {
	const list = Array.isArray(value) ? value : shown(value).split(',');
	return list.map((one) => shown(one).trim()).filter((name) => name !== '');
}

function requireField({ name: method, fields }: Method, name: string, label: string): void {
	const known = fields.map((field) => field.name);
	if (known.includes(name)) return;
	throw new InvalidValue(
		`'${label}' does not exist in ${method}: ${name}`,
		`Use some of ${known.join(', ')}.`,
	);
}

/** The order of a list: by fields that the method can sort by. */
export function sortField(methodOf: MethodOf): ComagicField {
	const prop: INodeProperties = {
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add Sort Rule',
		options: [{ displayName: 'Rule', name: 'rule', values: sortInputs }],
		routing: { send: { type: 'body', property: 'sort' } },
	};
	return { prop, to: (value, row) => rulesOf(value, () => methodOf(row)) };
}

const sortInputs: INodeProperties[] = [
	{
		displayName: 'Field Name or ID',
		name: 'field',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getSortFields', loadOptionsDependsOn: ['method.value'] },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Order',
		name: 'order',
		type: 'options',
		options: [
			{ name: 'Ascending', value: 'asc' },
			{ name: 'Descending', value: 'desc' },
		],
		default: 'asc',
	},
];

function rulesOf(value: unknown, method: () => Method): IDataObject[] | undefined {
	const given = typeof value === 'string' && !isBlank(value) ? parseJson(value, 'Sort') : value;
	const list = isRecord(given) ? given.rule : given;
	if (!Array.isArray(list) || list.length === 0) return undefined;
	return list.filter(isRecord).map((rule) => {
		const field = shown(rule.field).trim();
		requireSortable(method(), field);
		return { field, order: shown(rule.order).toLowerCase() === 'desc' ? 'desc' : 'asc' };
	});
}

function requireSortable({ name: method, fields }: Method, name: string): void {
	if (fields.some((field) => field.name === name && field.sort)) return;
	const allowed = fields.filter(({ sort }) => sort).map((field) => field.name);
	throw new InvalidValue(
		name === '' ? "A rule of 'Sort' names no field" : `'Sort' cannot use ${name} in ${method}`,
		allowed.length === 0
			? `${method} cannot be sorted; use the Sort node.`
			: `Fields that may be sorted by: ${allowed.join(', ')}.`,
	);
}
