import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../shared/wire';

/** Items of an answer: each row of a list, or the object; values that are no objects as `value`. */
export function itemsOf({ data }: IDataObject): IDataObject[] {
	const list: unknown[] = Array.isArray(data) ? data : [data ?? {}];
	return list.map((one) => (isRecord(one) ? one : { value: one as string | number | boolean }));
}
