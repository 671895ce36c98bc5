import type { IDataObject } from 'n8n-workflow';

import type { Row } from './row';
import { rowId } from './row';
import { queryString } from './wire';

/** Rows of one request: same method, URL and query, in the order of the items. */
export interface Batch {
	rows: Row[];
	/** Split off a batch that was refused without naming a row. */
	bisected?: boolean;
}

/**
 * Rows in the order in which they may be written. Two changes of one record never share a wave,
 * so that the second finds the first one done.
 * @param apart further names of what a row must not share a wave with
 */
export function waves(rows: Row[], apart: (body: IDataObject) => string[] = () => []): Row[][] {
	const next = new Map<string, number>();
	const result: Row[][] = [];
	for (const row of rows) {
		const record = recordKey(row);
		const keys = [...(record === null ? [] : [record]), ...apart(row.body)];
		const wave = Math.max(0, ...keys.map((key) => next.get(key) ?? 0));
		for (const key of keys) next.set(key, wave + 1);
		(result[wave] ??= []).push(row);
	}
	return result;
}

/** Names the stored record a row changes; null for a new one. */
function recordKey(row: Row): string | null {
	const id = rowId(row);
	if (id !== null) return `${row.path}#${id}`;
	return row.method === 'POST' ? null : row.path;
}

/** Groups rows by what the URL needs and cuts each group into batches of `size`. */
export function cutBatches(rows: Row[], size: number): Batch[] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = `${row.method} ${row.path}?${queryString(row.query)}`;
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return [...groups.values()].flatMap((group) => cut(group, size));
}

function cut(rows: Row[], size: number): Batch[] {
	const count = Math.ceil(rows.length / size);
	return Array.from({ length: count }, (_, index) => ({
		rows: rows.slice(index * size, (index + 1) * size),
	}));
}
