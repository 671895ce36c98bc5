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
	for (const entry of entries) uses.set(nameOf(entry), (uses.get(nameOf(entry)) ?? 0) + 1);
	return Object.fromEntries(
		entries.map((entry) => {
			const name = nameOf(entry);
			const shared = (uses.get(name) ?? 0) > 1;
			return [shared ? `${name} (${entry.field_id})` : name, fromWireValues(entry, zone)];
		}),
	);
}

/** What an answer leaves without a name goes by its code or id, as a Field Map takes it. */
function nameOf({
	field_name: name,
	field_code: code,
	field_id: id,
}: Partial<CustomFieldRead>): string {
	return [name, code].find((text) => typeof text === 'string' && text !== '') ?? String(id);
}
