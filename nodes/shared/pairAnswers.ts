import type { IDataObject } from 'n8n-workflow';

import { rowId, type Row } from './row';
import { shown } from './shown';

export const requestIdOf = (row: Row): string => `i${row.itemIndex}`;

/**
 * Finds each row's record in the answer to a batch: by `request_id` where the server echoes it, by
 * id for updates, by place only when nothing else can tell and the counts agree. A row without a
 * record is absent from the result.
 */
export function pairAnswers(rows: Row[], records: IDataObject[]): Map<Row, IDataObject> {
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
	if (pairs.size > 0 || records.length !== rows.length) return pairs;
	return new Map(rows.map((row, index) => [row, records[index] ?? {}]));
}

/** `request_id` is a text, in `leads/complex` a list of texts (fact sheet §3.1). */
function requestIds(record: IDataObject): string[] {
	const value = record.request_id;
	if (Array.isArray(value)) return value.map(shown);
	return value === undefined || value === null ? [] : [shown(value)];
}
