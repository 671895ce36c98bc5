import type { CustomFieldRead } from '../../model';
import { fromWireValues } from './fromWireValues';

/**
 * `custom_fields_values` of an entity as an object by field name, with types restored, e.g.
 * `{ "Telegram ID": "123", "Visit": "2026-01-31" }`. Fields that share their name all get their id
 * behind it: `"Budget (3101)"`. `null` (no field filled) gives `{}`.
 * @param zone the account's IANA zone, for dates
 */
export function simplifyCustomFields(
	values: CustomFieldRead[] | null | undefined,
	zone?: string,
): Record<string, unknown> {
	const entries = values ?? [];
	const uses = new Map<string, number>();
	for (const { field_name: name } of entries) uses.set(name, (uses.get(name) ?? 0) + 1);
	return Object.fromEntries(
		entries.map((entry) => {
			const shared = (uses.get(entry.field_name) ?? 0) > 1;
			const key = shared ? `${entry.field_name} (${entry.field_id})` : entry.field_name;
			return [key, fromWireValues(entry, zone)];
		}),
	);
}
