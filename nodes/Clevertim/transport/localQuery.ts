import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { isRecord, type QueryValue } from '../../shared/wire';
import { momentText } from '../momentText';

/** How values of a field are compared. */
export type ValueType =
	| 'text'
	| 'number'
	/** A point in time, ISO 8601. */
	| 'time'
	/** A calendar day, `YYYY-MM-DD`. */
	| 'day'
	/** Task date (fact sheet §6.5), compared as local time. */
	| 'moment'
	| 'boolean'
	/** Ids, one or several. */
	| 'id'
	/** Digits only, and a leading + or 00 does not count. */
	| 'phone';

export const OPERATORS = [
	'contains',
	'endsWith',
	'equals',
	'gt',
	'gte',
	'isEmpty',
	'isNotEmpty',
	'lt',
	'lte',
	'notContains',
	'notEquals',
	'startsWith',
] as const;

export type Operator =
	| (typeof OPERATORS)[number]
	/** One of several texts, all of them; the value is a JSON list. */
	| 'hasAny'
	| 'hasAll'
	/** Changed at or after a time: `lm`, else `ao`. */
	| 'since';

/** One condition; the value is already in the field's own words. */
export interface Condition {
	path: string;
	operator: Operator;
	value: string;
	type: ValueType;
}

/**
 * The API has no search (§1): these query keys never leave the machine, they are answered from
 * the whole collection.
 */
export const WHERE = '$where';
export const ANY = '$any';
export const SORT = '$sort';

export const writeCondition = ({ path, operator, value, type }: Condition): string =>
	JSON.stringify([path, operator, value, type]);

/** Filters, sorts and cuts a collection as the query says. Throws InvalidValue. */
export function answerFrom(
	records: IDataObject[],
	query: Record<string, QueryValue>,
): IDataObject[] {
	const every = conditions(query[WHERE]);
	const some = conditions(query[ANY]);
	const found = records.filter(
		(record) =>
			every.every((one) => holds(record, one)) &&
			(some.length === 0 || some.some((one) => holds(record, one))),
	);
	const sorted = sortBy(found, query[SORT]);
	const limit = query.limit;
	return typeof limit === 'number' ? sorted.slice(0, limit) : sorted;
}

function conditions(value: QueryValue | undefined): Condition[] {
	if (!Array.isArray(value)) return [];
	return value.map((text) => {
		const [path, operator, wanted, type] = JSON.parse(String(text)) as [
			string,
			Operator,
			string,
			ValueType,
		];
		return { path, operator, value: wanted, type };
	});
}

/** Whether a record meets a condition; of several values (emails, tags) one is enough. */
export function holds(record: IDataObject, { path, operator, value, type }: Condition): boolean {
	if (operator === 'since') return changedSince(record, value);
	const found = valuesOf(get(record, path), type);
	switch (operator) {
		case 'isEmpty':
			return found.length === 0;
		case 'isNotEmpty':
			return found.length > 0;
		case 'notEquals':
			return !found.some((one) => compare(one, value, type) === 0);
		case 'notContains':
			return !found.some((one) => textual(one, type).includes(textual(value, type)));
		case 'hasAny':
		case 'hasAll': {
			const wanted = (JSON.parse(value) as string[]).map((one) => textual(one, type));
			const own = new Set(found.map((one) => textual(one, type)));
			return operator === 'hasAll'
				? wanted.every((one) => own.has(one))
				: wanted.some((one) => own.has(one));
		}
		default:
			return found.some((one) => meets(one, operator, value, type));
	}
}

function meets(found: string, operator: Operator, wanted: string, type: ValueType): boolean {
	const a = textual(found, type);
	const b = textual(wanted, type);
	// a phone without a digit would be found in every number
	if (type === 'phone' && b === '') return false;
	const order = compare(found, wanted, type);
	switch (operator) {
		case 'contains':
			return a.includes(b);
		case 'startsWith':
			return a.startsWith(b);
		case 'endsWith':
			return a.endsWith(b);
		case 'equals':
			return order === 0;
		case 'gt':
			return order > 0;
		case 'gte':
			return order >= 0;
		case 'lt':
			return order < 0;
		case 'lte':
			return order <= 0;
		default:
			return false;
	}
}

function changedSince(record: IDataObject, value: string): boolean {
	const time = Date.parse(shown(record.lm ?? record.ao));
	if (!Number.isNaN(time)) return time >= Date.parse(value);
	throw new InvalidValue(
		"'Updated Since' cannot be used: the records do not say when they changed",
		'Leave the filter empty.',
	);
}

/** The values of a field as texts; nothing for an empty field. */
export function valuesOf(value: unknown, type: ValueType): string[] {
	if (type === 'boolean') return [String(value === true)];
	const list: unknown[] = Array.isArray(value) ? value : [value];
	return list.map((one) => textOf(one, type)).filter((one) => one !== '');
}

function textOf(value: unknown, type: ValueType): string {
	if (type === 'moment') return momentText(value) ?? '';
	// phones and social ids are objects (§5)
	if (isRecord(value)) return shown(value.no ?? value.smid ?? value);
	return shown(value);
}

function textual(value: string, type: ValueType): string {
	return type === 'phone' ? digitsOf(value) : value.trim().toLowerCase();
}

/** `+44 20 …` and `0044 20 …` are the same number. */
export function digitsOf(phone: string): string {
	return phone.replace(/\D/g, '').replace(/^00/, '');
}

const IS_NUMBER = /^\s*\d{1,15}\s*$/;

/** Below 0, 0 or above 0; NaN, which meets no comparison, for what cannot be compared. */
function compare(a: string, b: string, type: ValueType): number {
	if (type === 'number') return Number(a) - Number(b);
	if (type === 'time') return Date.parse(a) - Date.parse(b);
	if (type === 'id' && IS_NUMBER.test(a) && IS_NUMBER.test(b)) return Number(a) - Number(b);
	const left = textual(a, type);
	const right = textual(b, type);
	return left === right ? 0 : left < right ? -1 : 1;
}

/** `field:asc|desc:type`; records without a value come last. */
function sortBy(records: IDataObject[], sort: QueryValue | undefined): IDataObject[] {
	if (typeof sort !== 'string') return records;
	const [path = '', direction, type = 'text'] = sort.split(':');
	const sign = direction === 'desc' ? -1 : 1;
	const keyed = records.map((record) => ({
		record,
		key: valuesOf(get(record, path), type as ValueType)[0],
	}));
	keyed.sort((a, b) => {
		if (a.key === undefined || b.key === undefined) {
			return Number(a.key === undefined) - Number(b.key === undefined);
		}
		return sign * (compare(a.key, b.key, type as ValueType) || 0);
	});
	return keyed.map(({ record }) => record);
}
