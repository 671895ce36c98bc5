/** The filter of lists: leaves, nodes, and what each operator means (§B.4). */
import { isRecord } from '../../kommo/guards';
import { invalid, RpcError } from '../rpc/errors';
import type { FieldSpec } from './catalogue';
import { matchesJsQuery } from './jsQuery';

/** Reads one field of a row. */
export type Reader = (field: string) => unknown;

export type Test = (read: Reader) => boolean;

type Operator = (actual: unknown, wanted: unknown) => boolean;

const SCALARS = ['number', 'string', 'boolean', 'datetime', 'date', 'enum', 'id', 'duration'];
const ORDERED = ['number', 'datetime', 'date', 'id', 'duration'];
const TEXTS = ['string', 'enum'];
const LISTS = ['array'];
const ANY: readonly string[] = [...SCALARS, 'array', 'object'];

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const same = (a: unknown, b: unknown): boolean => (a ?? null) === (b ?? null);

const OPERATORS: Readonly<Record<string, { types: readonly string[]; test: Operator }>> = {
	'=': { types: SCALARS, test: same },
	'!=': { types: SCALARS, test: (a, b) => !same(a, b) },
	'<': { types: ORDERED, test: (a, b) => compared(a, b, (order) => order < 0) },
	'>': { types: ORDERED, test: (a, b) => compared(a, b, (order) => order > 0) },
	'<=': { types: ORDERED, test: (a, b) => compared(a, b, (order) => order <= 0) },
	'>=': { types: ORDERED, test: (a, b) => compared(a, b, (order) => order >= 0) },
	like: { types: TEXTS, test: (a, b) => isLike(a, b, '') },
	ilike: { types: TEXTS, test: (a, b) => isLike(a, b, 'i') },
	not_like: { types: TEXTS, test: (a, b) => !isLike(a, b, '') },
	not_ilike: { types: TEXTS, test: (a, b) => !isLike(a, b, 'i') },
	regexp: { types: TEXTS, test: (a, b) => typeof a === 'string' && new RegExp(String(b)).test(a) },
	jsquery: { types: ['array', 'object'], test: (a, b) => matchesJsQuery(a, String(b)) },
	in: { types: SCALARS, test: (a, b) => asList(b).some((one) => same(a, one)) },
	not_in: { types: SCALARS, test: (a, b) => !asList(b).some((one) => same(a, one)) },
	overlap: { types: LISTS, test: (a, b) => overlaps(a, b) },
	not_overlap: { types: LISTS, test: (a, b) => !overlaps(a, b) },
	is_null: { types: ANY, test: (a) => isEmpty(a) },
	is_not_null: { types: ANY, test: (a) => !isEmpty(a) },
};

const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const overlaps = (a: unknown, b: unknown): boolean =>
	asList(a).some((one) => asList(b).some((other) => same(one, other)));

function compared(a: unknown, b: unknown, test: (order: number) => boolean): boolean {
	if (typeof a === 'number' && typeof b === 'number') return test(a - b);
	if (typeof a === 'string' && typeof b === 'string') return test(a < b ? -1 : a > b ? 1 : 0);
	return false;
}

function isLike(a: unknown, b: unknown, flags: string): boolean {
	if (typeof a !== 'string') return false;
	const parts = String(b).split('%');
	const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
	return new RegExp(`^${pattern}$`, `s${flags}`).test(a);
}

/**
 * @param filter the value of the request's `filter`
 * @throws RpcError unexpected_parameters, filter_prohibited, invalid_parameter_value, data_type_error
 */
export function compileFilter(filter: unknown, fields: readonly FieldSpec[]): Test {
	if (!isRecord(filter)) throw new RpcError('data_type_error', { field: 'filter', value: filter });
	if (filter.filters === undefined) return compileLeaf(filter, fields);
	refuseUnknown(filter, ['filters', 'condition']);
	const { filters, condition = 'and' } = filter;
	if (!Array.isArray(filters)) {
		throw new RpcError('data_type_error', { field: 'filter.filters', value: filters });
	}
	const tests = filters.map((one) => compileFilter(one, fields));
	if (condition === 'and') return (read) => tests.every((test) => test(read));
	if (condition === 'or') return (read) => tests.some((test) => test(read));
	throw invalid('filter.condition', condition);
}

function compileLeaf(leaf: Record<string, unknown>, fields: readonly FieldSpec[]): Test {
	refuseUnknown(leaf, ['field', 'operator', 'value']);
	const { field, operator } = leaf;
	if (typeof field !== 'string' || typeof operator !== 'string') {
		const name = typeof field === 'string' ? 'operator' : 'field';
		throw new RpcError('required_parameter_missed', { field: `filter.${name}`, value: null });
	}
	const spec = fields.find(({ name }) => name === field);
	if (!spec) throw new RpcError('unexpected_parameters', { field: 'filter', value: field });
	if (!spec.filter) throw new RpcError('filter_prohibited', { field: 'filter', value: field });
	const found = OPERATORS[operator];
	if (!found) throw invalid('filter.operator', operator);
	// a missing value counts as empty
	const value = leaf.value ?? null;
	const { type } = spec;
	const isNullTest = value === null && (operator === '=' || operator === '!=');
	if (type !== undefined && !found.types.includes(type) && !isNullTest) {
		throw invalid('filter.operator', operator);
	}
	checkValue(operator, value, type);
	return (read) => found.test(read(field), value);
}

function checkValue(operator: string, value: unknown, type: string | undefined): void {
	const isList = operator === 'in' || operator === 'not_in';
	if (isList && !Array.isArray(value)) {
		throw new RpcError('data_type_error', { field: 'filter.value', value });
	}
	if (type !== 'number' || value === null || operator.startsWith('is_')) return;
	if (asList(value).some((one) => typeof one !== 'number')) {
		throw new RpcError('data_type_error', { field: 'filter.value', value });
	}
}

function refuseUnknown(part: Record<string, unknown>, known: readonly string[]): void {
	for (const name of Object.keys(part)) {
		if (known.includes(name)) continue;
		throw new RpcError('unexpected_parameters', { field: `filter.${name}`, value: part[name] });
	}
}
