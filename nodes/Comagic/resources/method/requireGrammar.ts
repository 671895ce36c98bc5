import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../shared/invalidValue';
import type { CommonParam, Method } from '../../catalogue/method';

const GRAMMAR: Array<{ name: CommonParam; label: string }> = [
	{ name: 'fields', label: 'Field Names or IDs' },
	{ name: 'filter', label: 'Filters' },
	{ name: 'sort', label: 'Sort' },
];

/** Columns, filter and order exist for some methods only (fact sheet §B.4). */
export function requireGrammar({ name: method, common, params }: Method, body: IDataObject): void {
	const extra = GRAMMAR.find(
		({ name }) =>
			body[name] !== undefined && !common.has(name) && !params.some((one) => one.name === name),
	);
	if (!extra) return;
	throw new InvalidValue(
		`'${extra.label}' does not go with ${method}`,
		`The method takes no ${extra.name}; empty the field.`,
	);
}
