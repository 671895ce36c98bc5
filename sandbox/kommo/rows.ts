/** Batches of rows: array rule, limits, per-row validation, request_id, write answers (§3.1–§3.3). */
import type { Answer, Call } from './call';
import { isEmptyBody, isRecord, type Json } from './guards';
import { maxRows } from './hal';
import {
	ElementErrors,
	emptyBody,
	Problem,
	tooMany,
	validationProblem,
	type RowError,
} from './problems';

export interface Row {
	data: Json;
	/** As sent, or the index as text. */
	requestId: string;
	/** Whether the client sent one. */
	named: boolean;
	errors: ElementErrors;
	index: number;
}

/** Rows of an array body; 400 when it is empty or not an array, 422 above `max`. */
export function readRows(call: Call, max = maxRows): Row[] {
	if (isEmptyBody(call.body)) throw emptyBody();
	if (!Array.isArray(call.body)) {
		throw validationProblem([
			{
				request_id: '0',
				errors: [{ code: 'InvalidType', path: '', detail: 'This value should be of type array.' }],
			},
		]);
	}
	const body: unknown[] = call.body;
	if (body.length > max) throw tooMany(max);
	return body.map((element, index) => toRow(element, index));
}

/** The one row of `PATCH /x/{id}`, whose body is an object. */
export function readSingle(call: Call, id: number): Row {
	if (isEmptyBody(call.body)) throw emptyBody();
	if (!isRecord(call.body)) {
		throw validationProblem([
			{
				request_id: '0',
				errors: [{ code: 'InvalidType', path: '', detail: 'This value should be of type object.' }],
			},
		]);
	}
	return toRow({ ...call.body, id }, 0);
}

function toRow(element: unknown, index: number): Row {
	const errors = new ElementErrors();
	if (!isRecord(element)) {
		errors.invalidType('', 'object');
		return { data: {}, requestId: String(index), named: false, errors, index };
	}
	const given = element['request_id'];
	const named = typeof given === 'string' || typeof given === 'number';
	if (given !== undefined && !named) errors.invalidType('request_id', 'string');
	return { data: element, requestId: named ? String(given) : String(index), named, errors, index };
}

/** request_id as answers and validation errors show it. */
export function echoed(call: Call, requestId: string): string | number {
	const asNumber = call.switches.requestIdType === 'number-for-digits' && /^\d+$/.test(requestId);
	return asNumber ? Number(requestId) : requestId;
}

export interface Stored<T> {
	row: Row;
	value: T;
}

/**
 * Checks every row first; `plan` notes errors on the row and returns the write as a thunk. One bad
 * row rejects the whole batch. With `storeRestOnRejectedBatch` the good rows are stored first, and
 * the answer is the same 400.
 */
export function storeRows<T>(
	call: Call,
	rows: Row[],
	plan: (row: Row) => () => T,
): Array<Stored<T>> {
	const plans = rows.map((row) => ({ row, write: plan(row) }));
	const isGood = ({ row }: { row: Row }): boolean => row.errors.errors.length === 0;
	const bad: RowError[] = rows
		.filter((row) => !isGood({ row }))
		.map((row) => ({ request_id: echoed(call, row.requestId), errors: row.errors.errors }));
	const run = (): Array<Stored<T>> =>
		plans.filter(isGood).map(({ row, write }) => ({ row, value: write() }));
	if (bad.length === 0) return run();
	if (call.switches.storeRestOnRejectedBatch) run();
	throw validationProblem(bad);
}

/** Records that a row names an entity that does not exist (§8: 400, 404 by switch). */
export function missingEntity(call: Call, row: Row, path: string): void {
	if (call.switches.missingIdOnWrite === 404) throw new Problem(404, 'Entity not found');
	if (!call.switches.missingIdNamesRow) throw new Problem(400, 'Entity not found');
	row.errors.add('NotSupportedChoice', path, 'The value you selected is not a valid choice.');
}

/** Write answer: `_embedded[key]` with one short item per row, nothing echoed (§0.2 no. 9). */
export function writeAnswer(
	call: Call,
	key: string,
	items: Array<{ row: Row; item: Json }>,
): Answer {
	const shown = items.slice(0, Math.max(0, items.length - call.switches.omitRowInAnswer));
	return {
		status: 200,
		entities: items.length,
		body: {
			_links: { self: { href: `${call.base}${call.path}` } },
			_embedded: { [key]: shown.map(({ row, item }) => withRequestId(call, row, item)) },
		},
	};
}

/** Answer of `PATCH /x/{id}`: bare object, or the list envelope by switch. */
export function singleAnswer(call: Call, key: string, row: Row, item: Json): Answer {
	if (call.switches.patchSingleEnvelope === 'bare') return { status: 200, entities: 1, body: item };
	return writeAnswer(call, key, [{ row, item }]);
}

function withRequestId(call: Call, row: Row, item: Json): Json {
	if (!call.switches.echoRequestId) return item;
	const { _links, ...rest } = item;
	return {
		...rest,
		request_id: echoed(call, row.requestId),
		...(_links === undefined ? {} : { _links }),
	};
}
