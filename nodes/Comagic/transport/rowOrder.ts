import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';

export interface SortRule {
	field: string;
	order: 'asc' | 'desc';
}

/** The `sort` of a list's params; the order is ascending unless it says otherwise (§B.4). */
export function sortRules(sort: unknown): SortRule[] {
	if (!Array.isArray(sort)) return [];
	return sort
		.filter(isRecord)
		.filter((rule): rule is IDataObject & { field: string } => typeof rule.field === 'string')
		.map(({ field, order }) => ({ field, order: order === 'desc' ? 'desc' : 'asc' }));
}

/** Puts rows of several answers into the order that was asked of each; in place, ties stay. */
export function sortRows(rows: IDataObject[], rules: SortRule[]): void {
	if (rules.length === 0) return;
	rows.sort((a, b) => {
		for (const { field, order } of rules) {
			const difference = compare(a[field], b[field]);
			if (difference !== 0) return order === 'desc' ? -difference : difference;
		}
		return 0;
	});
}

/** As the service's database does it: what is not there comes last (first in descending order). */
function compare(a: unknown, b: unknown): number {
	const isMissing = (value: unknown) => value === null || value === undefined;
	if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	const [left, right] = [shown(a), shown(b)];
	if (left === right) return 0;
	return left < right ? -1 : 1;
}
