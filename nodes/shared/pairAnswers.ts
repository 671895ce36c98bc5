import type { IDataObject } from 'n8n-workflow';

import { rowId, type Row } from './row';
import { shown } from './shown';

export const requestIdOf = (row: Row): string => `i${row.itemIndex}`;

/**
 * Finds each row's record in the answer to a batch: by `request_id` where the server echoes it, by
 * id for updates. When neither tells anything: by the place in the request, which the API gives as
 * `request_id` of rows that had none (fact sheet §3.1), or by the order when the counts agree. A row
 * without a record is absent from the result.
 * @param pairBy properties that a row and its record have in common, for answers without ids
 */
export function pairAnswers(
	rows: Row[],
	records: IDataObject[],
	pairBy: string[] = [],
): Map<Row, IDataObject> {
	if (pairBy.length > 0) return pairByValues(rows, records, pairBy);
	const pairs = new Map<Row, IDataObject>();
	const byRequestId = new Map<string, IDataObject>();
	for (const record of records) {
		for (const requestId of requestIds(record)) byRequestId.set(requestId, record);
	}
	const byId = new Map(records.map((record) => [shown(record.id), record]));
	for (const row of rows) {
		const id = rowId(row);
		const record =
			byRequestId.get(requestIdOf(row)) ?? (id === null ? undefined : byId.get(String(id)));
		if (record) pairs.set(row, record);
	}
	if (pairs.size > 0) return pairs;
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
	const keyOf = (values: IDataObject) => JSON.stringify(properties.map((name) => values[name]));
	const byKey = new Map(records.map((record) => [keyOf(record), record]));
	const pairs = new Map<Row, IDataObject>();
	for (const row of rows) {
		const record = byKey.get(keyOf(row.body));
		if (record) pairs.set(row, record);
	}
	return pairs;
}

/** `request_id` is a text, in `leads/complex` a list of texts (fact sheet §3.1). */
function requestIds(record: IDataObject): string[] {
	const value = record.request_id;
	if (Array.isArray(value)) return value.map(shown);
	return value === undefined || value === null ? [] : [shown(value)];
}
