import type { Row } from './row';
import { rowId } from './row';

/** Rows of one request: same method and URL, in the order of the items. */
export interface Batch {
	rows: Row[];
	/** Split off a batch that was refused without naming a row. */
	bisected?: boolean;
}

/**
 * Rows in the order in which they may be written. Two changes of one record never share a wave,
 * so that the second finds the first one done.
 */
export function waves(rows: Row[]): Row[][] {
	const seen = new Map<string, number>();
	const result: Row[][] = [];
	for (const row of rows) {
		const id = rowId(row);
		const wave = id === null ? 0 : (seen.get(`${row.path}#${id}`) ?? 0);
		if (id !== null) seen.set(`${row.path}#${id}`, wave + 1);
		(result[wave] ??= []).push(row);
	}
	return result;
}

/** Groups rows by what the URL needs and cuts each group into batches of `size`. */
export function cutBatches(rows: Row[], size: number): Batch[] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = `${row.method} ${row.path}`;
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
