import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import type { ComagicRow } from '../../fields/comagicField';

/** How many rows the form wants; null: all. */
export function mostRows(row: ComagicRow): number | null {
	if (row.parameter('returnAll') === true) return null;
	const limit = Number(row.parameter('limit') ?? 50);
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw new InvalidValue(
		`'Limit' is not a whole number above 0: ${shown(row.parameter('limit'))}`,
		'Enter how many results to return at most, or switch on Return All.',
	);
}
