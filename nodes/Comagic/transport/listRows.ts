import type { GenericValue, IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/wire';

/** Rows of an answer's `data`: of a list, or the object itself; what is no object as `{ value }`. */
export function rowsOf(data: unknown): IDataObject[] {
	const list: unknown[] = Array.isArray(data) ? data : [data ?? {}];
	return list.map((one) => (isRecord(one) ? one : { value: one as GenericValue }));
}

/** Rows that a read found: nothing, or an object without anything in it, stands for none. */
export function foundRows(data: unknown): IDataObject[] {
	const isNothing = isRecord(data) ? Object.keys(data).length === 0 : (data ?? null) === null;
	return isNothing ? [] : rowsOf(data);
}
