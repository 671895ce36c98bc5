import type { IDataObject } from 'n8n-workflow';

import { rowId, type Row } from './row';
import { shown } from './shown';

export const requestIdOf = (row: Row): string => `i${row.itemIndex}`;

/**
 * Finds each row's record in the answer to a batch: by values in common where the operation names
 * some, by `request_id` where the server echoes it, by id for updates. When none of these tells
 * anything: by the place in the request, which the API gives as `request_id` of rows that had none
 * (fact sheet §3.1), or by the order when the counts agree. A row without a record is absent from
 * the result.
 * @param pairBy properties that a row and its record have in common
 */
export function pairAnswers(
	rows: Row[],
	records: IDataObject[],
	pairBy: string[] = [],
): Map<Row, IDataObject> {
	const pairs = pairByValues(rows, records, pairBy);
	const byRequestId = new Map<string, IDataObject>();
	for (const record of records) {
		for (const requestId of requestIds(record)) byRequestId.set(requestId, record);
	}
	const byId = new Map(records.map((record) => [shown(record.id), record]));
	for (const row of rows) {
		if (pairs.has(row)) continue;
		const id = rowId(row);
		const record =
			byRequestId.get(requestIdOf(row)) ?? (id === null ? undefined : byId.get(String(id)));
		if (record) pairs.set(row, record);
	}
	// records that show the values and fit no row are about something else
	if (pairs.size > 0 || records.some((record) => showsAll(record, pairBy))) return pairs;
	const inOrder = records.length === rows.length ? records : [];
	for (const [index, row] of rows.entries()) {
		const record = byRequestId.get(String(index)) ?? inOrder[index];
		if (record) pairs.set(row, record);
	}
	return pairs;
}

/** A record belongs to every row with the same values: a link made twice is answered once or twice. */
function pairByValues(
	rows: Row[],
	records: IDataObject[],
	properties: string[],
): Map<Row, IDataObject> {
	// numbers may come as texts
	const keyOf = (values: IDataObject) =>
		JSON.stringify(properties.map((name) => shown(values[name])));
	const telling = records.filter((record) => showsAll(record, properties));
	const byKey = new Map(telling.map((record) => [keyOf(record), record]));
	const pairs = new Map<Row, IDataObject>();
	for (const row of rows) {
		const record = byKey.get(keyOf(row.body));
		if (record) pairs.set(row, record);
	}
	return pairs;
}

const showsAll = (record: IDataObject, properties: string[]): boolean =>
	properties.length > 0 && properties.every((name) => record[name] !== undefined);

/** `request_id` is a text, in `leads/complex` a list of texts (fact sheet §3.1). */
function requestIds(record: IDataObject): string[] {
	const value = record.request_id;
	if (Array.isArray(value)) return value.map(shown);
	return value === undefined || value === null ? [] : [shown(value)];
}
