import type { INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import { momentText } from '../momentText';
import {
	ANY,
	OPERATORS,
	WHERE,
	writeCondition,
	type Condition,
	type Operator,
} from '../transport/localQuery';
import { toUserId } from './byName';
import type { ClevertimRow } from './clevertimField';
import { toDay, toTaskMoment, toTime } from './dates';
import type { FilterField } from './filterFields';
import { toCode } from './values';

const OPERATOR_NAMES: Record<(typeof OPERATORS)[number], string> = {
	contains: 'Contains',
	endsWith: 'Ends With',
	equals: 'Equals',
	gt: 'Greater Than / After',
	gte: 'Greater Than or Equal / From',
	isEmpty: 'Is Empty',
	isNotEmpty: 'Is Not Empty',
	lt: 'Less Than / Before',
	lte: 'Less Than or Equal / Until',
	notContains: 'Does Not Contain',
	notEquals: 'Does Not Equal',
	startsWith: 'Starts With',
};

const operatorProp: INodeProperties = {
	displayName: 'Operator',
	name: 'operator',
	type: 'options',
	options: OPERATORS.map((value) => ({ name: OPERATOR_NAMES[value], value })).sort((a, b) =>
		a.name.localeCompare(b.name),
	),
	default: 'equals',
};

const valueProp: INodeProperties = {
	displayName: 'Value',
	name: 'value',
	type: 'string',
	default: '',
	displayOptions: { hide: { operator: ['isEmpty', 'isNotEmpty'] } },
	description: 'What to compare with; letter case does not count',
};

/** A list of conditions; `field` says which field each is about. */
export function conditionRows(
	displayName: string,
	name: string,
	field: INodeProperties,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Condition',
		options: [
			{ displayName: 'Condition', name: 'condition', values: [field, operatorProp, valueProp] },
		],
	};
}

interface Entry {
	field: unknown;
	operator: unknown;
	value: unknown;
}

export function entriesOf(value: unknown): Entry[] {
	const list = isRecord(value) ? value.condition : undefined;
	if (!Array.isArray(list)) return [];
	return list.filter(isRecord).map(({ field, operator, value: given }) => ({
		field,
		operator: operator ?? 'equals',
		value: given,
	}));
}

/** Adds a condition of the form to the row's query. Throws InvalidValue. */
export async function addEntry(
	row: ClevertimRow,
	field: FilterField,
	operator: unknown,
	value: unknown,
): Promise<void> {
	const known = OPERATORS.find((one) => one === operator);
	if (!known) {
		throw new InvalidValue(
			`'Operator' does not exist: ${shown(operator)}`,
			`Use one of ${OPERATORS.join(', ')}.`,
		);
	}
	const isUnary = known === 'isEmpty' || known === 'isNotEmpty';
	if (!isUnary && isBlank(value)) {
		throw new InvalidValue(
			`The condition on '${field.name}' has no value`,
			"Enter a value, or choose 'Is Empty' or 'Is Not Empty'.",
		);
	}
	const wanted = isUnary ? '' : await comparable(field, known, value, row);
	const isAny = row.parameter('filters.combine') === 'any';
	const condition = { path: field.path, operator: known, value: wanted, type: field.type };
	addCondition(row, isAny ? ANY : WHERE, condition);
}

/** Operators that look into the text, whatever the field's type is. */
const TEXTUAL = new Set<Operator>(['contains', 'notContains', 'startsWith', 'endsWith']);

async function comparable(
	field: FilterField,
	operator: Operator,
	value: unknown,
	row: ClevertimRow,
): Promise<string> {
	const { name, type, codes, isUser } = field;
	if (TEXTUAL.has(operator)) return shown(value);
	if (codes) return toCode(value, name, codes);
	if (isUser) return String(await toUserId(value, name, row));
	switch (type) {
		case 'time':
			return toTime(value, row.timezone, name);
		case 'day':
			return toDay(value, row.timezone, name);
		case 'moment':
			return momentText(toTaskMoment(value, row.timezone, name, false)) ?? '';
		case 'number':
			if (Number.isFinite(Number(value))) return String(Number(value));
			throw new InvalidValue(`'${name}' is compared with a number, not with ${shown(value)}`);
		default:
			return shown(value);
	}
}

/** Conditions of one search, gathered per row in its query. */
const gathered = new WeakMap<ClevertimRow, Map<string, string[]>>();

export function addCondition(
	row: ClevertimRow,
	key: typeof WHERE | typeof ANY,
	condition: Condition,
): void {
	const lists = gathered.get(row) ?? new Map<string, string[]>();
	gathered.set(row, lists);
	const list = [...(lists.get(key) ?? []), writeCondition(condition)];
	lists.set(key, list);
	row.query(key, list);
}
