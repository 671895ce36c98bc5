import type { Row } from '../../../nodes/shared/row';

/** A planned row, as the plan makes it for an item. */
export function rowOf(itemIndex: number, fields: Partial<Row> = {}): Row {
	return {
		itemIndex,
		method: 'POST',
		path: '/things',
		query: {},
		variants: [],
		body: {},
		amendments: [],
		preparations: [],
		match: null,
		onlyWhen: { found: {}, missing: {}, amend: { found: [], missing: [] } },
		completeNew: [],
		expectations: [],
		view: { limit: null, simplify: false, whenNotFound: 'error' },
		...fields,
	};
}
