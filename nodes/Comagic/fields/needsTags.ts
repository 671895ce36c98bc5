import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isRecord } from '../../shared/wire';

/**
 * Tags for several communications: one page names them once for all, its template in each entry
 * (fact sheet §B.9, unverified).
 */
export function needsTags(body: IDataObject): void {
	const entries = Array.isArray(body.items) ? body.items.filter(isRecord) : [];
	const areInEntries =
		entries.length > 0 && entries.every(({ tag_id: tag }) => (tag ?? null) !== null);
	if (body.tag_ids !== undefined || areInEntries) return;
	throw new InvalidValue(
		"'Tag Names or IDs' is empty",
		"Choose the tags for all communications there, or enter a 'Tag ID' in each entry of 'Items'.",
	);
}
