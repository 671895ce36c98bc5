import type { GenericValue, IDataObject } from 'n8n-workflow';

import { isRecord } from '../../shared/wire';

/** Rows of an answer's `data`: of a list, or the object itself; what is no object as `{ value }`. */
export function rowsOf(data: unknown): IDataObject[] {
	const list: unknown[] = Array.isArray(data) ? data : [data ?? {}];
	return list.map((one) => (isRecord(one) ? one : { value: one as GenericValue }));
}

/** Rows that a read found: an object without anything in it stands for none. */
export const foundRows = (data: unknown): IDataObject[] =>
	Array.isArray(data) || Object.keys(isRecord(data) ? data : {}).length > 0 ? rowsOf(data) : [];
