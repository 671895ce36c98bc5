import type { GenericValue, IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { Method, OutField } from '../catalogue/method';
import { groupOf, LISTED, toOperator, UNARY, type Operator } from './filterGroups';
import { listOf, toWireValue } from './wireValue';

/**
 * A leaf of the filter, checked and typed: `{ field, operator, value }` (fact sheet §B.4).
 * @param zone of dates that say their offset
 * @throws InvalidValue for a field, an operator or a value that the method does not take
 */
export function toLeaf(method: Method, leaf: IDataObject, zone: string): IDataObject {
	const field = filterField(method, shown(leaf.field).trim());
	const operator = operatorFor(field, leaf.operator ?? '=');
	if (UNARY.includes(operator)) return { field: field.name, operator, value: null };
	if (leaf.value === null) return { field: field.name, operator, value: null };
	return { field: field.name, operator, value: valueFor(field, operator, leaf.value, zone) };
}

/** A tree from JSON: every leaf is checked like one of the form; nodes stay as they are. */
export function toTree(method: Method, value: unknown, zone: string): IDataObject {
	if (!isRecord(value)) throw notATree();
	if (!('filters' in value)) return toLeaf(method, value, zone);
	const { filters, condition = 'and' } = value;
	if (!Array.isArray(filters) || (condition !== 'and' && condition !== 'or')) throw notATree();
	return { filters: filters.map((one) => toTree(method, one, zone)), condition };
}

/** Several trees as one; undefined when there is nothing to filter by. */
export function joinTrees(trees: IDataObject[], condition: 'and' | 'or'): IDataObject | undefined {
	return trees.length > 1 ? { filters: trees, condition } : trees[0];
}

function notATree(): InvalidValue {
	return new InvalidValue(
		"'Filter (JSON)' is not a filter",
		'Use { "field": …, "operator": …, "value": … }, or { "filters": [ … ], "condition": "and" } around several.',
	);
}

function filterField(method: Method, name: string): OutField {
	const field = method.fields.find((one) => one.name === name);
	if (field?.filter) return field;
	const allowed = method.fields.filter(({ filter }) => filter).map((one) => one.name);
	throw new InvalidValue(
		name === ''
			? "A condition of 'Filters' names no field"
			: `'Filters' cannot use the field ${name} in ${method.name}`,
		allowed.length === 0
			? `${method.name} takes no filters; use the Filter node.`
			: `Fields that may be filtered by: ${allowed.join(', ')}.`,
	);
}

function operatorFor(field: OutField, value: unknown): Operator {
	const operator = toOperator(shown(value));
	const allowed = groupOf(field)?.operators ?? [];
	if (operator !== null && allowed.includes(operator)) return operator;
	throw new InvalidValue(
		`'Filters' cannot use the operator ${shown(value)} with the field ${field.name}`,
		`Its type allows ${allowed.join(', ')}.`,
	);
}

function valueFor(
	field: OutField,
	operator: Operator,
	value: unknown,
	zone: string,
): GenericValue[] | GenericValue {
	if (isBlank(value)) {
		throw new InvalidValue(
			`The condition of 'Filters' on ${field.name} has no value`,
			"Enter a value, choose 'Is Empty' or 'Is Not Empty', or remove the condition.",
		);
	}
	const isList = LISTED.includes(operator);
	const label = `Filters: ${field.name}`;
	if (isList && !isElementTyped(field)) return listOf(value, label);
	// the list of words may have grown since: the service knows better
	const param = { name: field.name, required: false, choices: null, limits: null, children: [] };
	const one = (single: unknown): GenericValue =>
		operator === 'jsquery'
			? shown(single)
			: (toWireValue({ ...param, type: field.type }, single, { label, zone }) as GenericValue);
	return isList ? listOf(value, label).map(one) : one(value);
}

/** Elements of lists have no documented type: they go as they were given. */
const isElementTyped = ({ type }: OutField): boolean => type !== 'array' && type !== 'object';
