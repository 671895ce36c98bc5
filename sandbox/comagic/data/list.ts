/** What all lists share: fields, filter, sort, pages, total (§B.4). */
import { textOf } from '../textOf';
import { isRecord } from '../../kommo/guards';
import { invalid, RpcError } from '../rpc/errors';
import type { FieldSpec, MethodSpec } from './catalogue';
import { compileFilter, type Reader } from './filterTree';

type Params = Record<string, unknown>;

/** Rows that need not exist before they are read. */
export interface Rows {
	length: number;
	/** A reader of the n-th row; cheap, because a filter may look at every row. */
	at(index: number): Reader;
}

export interface ListOptions {
	/** Above the maximum: refused, or cut (§F). */
	overLimit: 'reject' | 'clamp';
}

export interface Page {
	rows: Array<Record<string, unknown>>;
	/** All that fit the filter, before paging. */
	total: number;
}

const MAX_LIMIT = 10_000;
const MAX_OFFSET = 100_000;
const DEFAULT_LIMIT = 1000;

/** Rows of a collection. */
export const rowsOf = (rows: ReadonlyArray<Record<string, unknown>>): Rows => ({
	length: rows.length,
	at: (index) => (field) => rows[index]?.[field],
});

/** @throws RpcError -32602 */
export function listRows(rows: Rows, spec: MethodSpec, params: Params, options: ListOptions): Page {
	const names = chosenFields(spec, params.fields);
	const limit = size(params, 'limit', DEFAULT_LIMIT, MAX_LIMIT, options);
	const offset = size(params, 'offset', 0, MAX_OFFSET, options);
	const found = sorted(rows, matching(rows, spec, params), spec, params);
	const total = found ? found.length : rows.length;
	const fillers = names.map((name) => [name, emptyOf(spec, name)] as const);
	const page: Page['rows'] = [];
	for (let index = offset; index < Math.min(offset + limit, total); index += 1) {
		const read = rows.at(found ? (found[index] ?? 0) : index);
		const row: Record<string, unknown> = {};
		for (const [name, empty] of fillers) row[name] = read(name) ?? empty;
		page.push(row);
	}
	return { rows: page, total };
}

/** Empty scalar null, empty list [], empty object {} (§B.1). */
function emptyOf(spec: MethodSpec, name: string): unknown {
	const type = spec.fields.find((field) => field.name === name)?.type;
	if (type === 'array') return [];
	return type === 'object' ? {} : null;
}

function chosenFields(spec: MethodSpec, wanted: unknown): string[] {
	if (wanted === undefined || wanted === null) return defaultFields(spec);
	if (!Array.isArray(wanted))
		throw new RpcError('data_type_error', { field: 'fields', value: wanted });
	const names: unknown[] = wanted;
	return names.map((name) => {
		if (typeof name === 'string' && spec.fields.some((field) => field.name === name)) return name;
		throw new RpcError('unexpected_parameters', { field: 'fields', value: name });
	});
}

/** Marked ones; all of them where the page marks none. */
export function defaultFields(spec: MethodSpec): string[] {
	const isShown = (field: FieldSpec): boolean => !spec.hasDefaults || field.default === true;
	return spec.fields.filter(isShown).map(({ name }) => name);
}

function size(
	params: Params,
	field: 'limit' | 'offset',
	usual: number,
	max: number,
	{ overLimit }: ListOptions,
): number {
	const value = params[field];
	if (value === undefined || value === null) return usual;
	if (typeof value !== 'number') throw new RpcError('data_type_error', { field, value });
	if (!Number.isInteger(value) || value < 0 || (value === 0 && field === 'limit')) {
		throw invalid(field, value);
	}
	if (value > max && overLimit === 'reject') throw invalid(field, value);
	return Math.min(value, max);
}

/** Numbers of the rows that fit; undefined for all of them. */
function matching(rows: Rows, spec: MethodSpec, { filter }: Params): number[] | undefined {
	if (filter === undefined || filter === null || isEmptyObject(filter)) return undefined;
	const test = compileFilter(filter, spec.fields);
	const found: number[] = [];
	for (let index = 0; index < rows.length; index += 1) if (test(rows.at(index))) found.push(index);
	return found;
}

const isEmptyObject = (value: unknown): boolean =>
	isRecord(value) && Object.keys(value).length === 0;

function sorted(
	rows: Rows,
	found: number[] | undefined,
	spec: MethodSpec,
	{ sort }: Params,
): number[] | undefined {
	if (sort === undefined || sort === null) return found;
	const orders = (Array.isArray(sort) ? sort : [sort]).map((one) => orderOf(one, spec));
	if (orders.length === 0) return found;
	const indices = found ?? Array.from({ length: rows.length }, (_, index) => index);
	const keys = indices.map((index) => keysOf(rows.at(index), orders));
	const places = indices.map((_, place) => place);
	places.sort((a, b) => {
		for (const [nth, { sign }] of orders.entries()) {
			const order = compareKeys(keys[a]?.[nth], keys[b]?.[nth]);
			if (order !== 0) return order * sign;
		}
		return a - b;
	});
	return places.map((place) => indices[place] ?? 0);
}

const keysOf = (read: Reader, orders: ReadonlyArray<{ field: string }>): unknown[] =>
	orders.map(({ field }) => read(field));

function orderOf(one: unknown, spec: MethodSpec): { field: string; sign: 1 | -1 } {
	if (!isRecord(one)) throw new RpcError('data_type_error', { field: 'sort', value: one });
	const { field, order = 'asc' } = one;
	const found = spec.fields.find(({ name }) => name === field);
	if (!found) throw new RpcError('unexpected_parameters', { field: 'sort', value: field });
	if (!found.sort) throw new RpcError('sort_prohibited', { field: 'sort', value: field });
	if (order !== 'asc' && order !== 'desc') throw invalid('sort.order', order);
	return { field: found.name, sign: order === 'asc' ? 1 : -1 };
}

// empty values come last, as in PostgreSQL
function compareKeys(a: unknown, b: unknown): number {
	if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
	if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return textOf(a).localeCompare(textOf(b));
}

const isMissing = (value: unknown): boolean => value === null || value === undefined;
