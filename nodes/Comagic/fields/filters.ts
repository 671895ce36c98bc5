import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isBlank } from '../../shared/readFields';
import { isRecord } from '../../shared/wire';
import type { Method } from '../catalogue/method';
import type { ComagicField, ComagicRow } from './comagicField';
import { FILTER_GROUPS, formValue, operatorOptions, UNARY, type FilterGroup } from './filterGroups';
import { joinTrees, toLeaf, toTree } from './filterTree';
import { zoneOf } from './paramField';
import { parseJson } from './wireValue';

/** The method that a row of the operation calls. */
export type MethodOf = (row: ComagicRow) => Method;

/** The filter of a list (fact sheet §B.4): typed conditions under and/or, nested ones as JSON. */
export function filtersField(methodOf: MethodOf): ComagicField {
	const prop: INodeProperties = {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		default: {},
		placeholder: 'Add Filter',
		options: [combine, conditions, asJson],
		routing: { send: { type: 'body', property: 'filter' } },
	};
	// one field: the parts make one tree
	return { prop, to: (value, row) => filterOf(value, methodOf, row) };
}

const combine: INodeProperties = {
	displayName: 'Combine',
	name: 'combine',
	type: 'options',
	options: [
		{ name: 'All Have to Hold', value: 'and' },
		{ name: 'One Has to Hold', value: 'or' },
	],
	default: 'and',
	description: 'How the conditions, and the JSON filter, go together',
};

const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Condition',
	options: FILTER_GROUPS.map((group) => ({
		displayName: group.displayName,
		name: group.name,
		values: conditionInputs(group),
	})),
};

const asJson: INodeProperties = {
	displayName: 'Filter (JSON)',
	name: 'filterJson',
	type: 'json',
	default: '{}',
	description:
		'For nested conditions: { "filters": [ … ], "condition": "or" }, where each part is { "field", "operator", "value" } or again such a group',
};

function conditionInputs({ load, name, operators }: FilterGroup): INodeProperties[] {
	return [
		{
			displayName: 'Field Name or ID',
			name: 'field',
			type: 'options',
			typeOptions: { loadOptionsMethod: load, loadOptionsDependsOn: ['method.value'] },
			default: '',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Operator',
			name: 'operator',
			type: 'options',
			options: operatorOptions(operators),
			default: formValue(operators[0] ?? '='),
		},
		{
			displayName: 'Value',
			name: 'value',
			...valueInput(name),
			displayOptions: { hide: { operator: [...UNARY] } },
		},
	];
}

function valueInput(
	group: string,
): Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties> {
	switch (group) {
		case 'date':
			return { type: 'dateTime', default: '' };
		case 'yesNo':
			return {
				type: 'options',
				options: [
					{ name: 'False', value: 'false' },
					{ name: 'True', value: 'true' },
				],
				default: 'true',
			};
		case 'text':
			return {
				type: 'string',
				default: '',
				description: 'Several for Is One Of are separated by commas',
			};
		default:
			return { type: 'string', default: '', description: 'Several are separated by commas' };
	}
}

function filterOf(value: unknown, methodOf: MethodOf, row: ComagicRow): IDataObject | undefined {
	if (!isRecord(value)) return undefined;
	const leaves = leavesOf(value.conditions);
	const json = jsonOf(value.filterJson);
	if (leaves.length === 0 && json === undefined) return undefined;
	const method = methodOf(row);
	const zone = zoneOf(row);
	const trees = leaves.map((leaf) => toLeaf(method, leaf, zone));
	if (json !== undefined) trees.push(toTree(method, json, zone));
	return joinTrees(trees, value.combine === 'or' ? 'or' : 'and');
}

/** Conditions of all kinds, in the order of the kinds. */
function leavesOf(value: unknown): IDataObject[] {
	if (!isRecord(value)) return [];
	return Object.values(value).flatMap((list: unknown) =>
		Array.isArray(list) ? list.filter(isRecord) : [],
	);
}

function jsonOf(value: unknown): unknown {
	if (isBlank(value)) return undefined;
	const parsed = typeof value === 'string' ? parseJson(value, 'Filter (JSON)') : value;
	const isEmpty = isRecord(parsed) && Object.keys(parsed).length === 0;
	return isEmpty ? undefined : parsed;
}
