import type { IDataObject } from 'n8n-workflow';

/**
 * Records without those whose id came before; records without an id are all kept.
 * @param seen ids that came before this list; the new ones are added
 */
export function uniqueById(records: IDataObject[], seen: Set<unknown> = new Set()): IDataObject[] {
	return records.filter(({ id }) => {
		if (id === undefined || id === null) return true;
		if (seen.has(id)) return false;
		seen.add(id);
		return true;
	});
}
