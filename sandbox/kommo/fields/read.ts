/** custom_fields_values as entities show them (§4.1, §4.13). */
import { isRecord, type Json } from '../guards';
import type { FieldValue, StoredEntity } from '../model';
import type { AccountStore } from '../store';
import type { KommoSwitches } from '../switches';

/** null when no field is filled, never []. `is_computed` stands on leads only. */
export function readFieldValues(
	store: AccountStore,
	entity: StoredEntity,
	switches: KommoSwitches,
	isLead: boolean,
): Json[] | null {
	const filled = [...entity.values]
		.map(([id, values]) => ({ field: store.customFields.get(id), values }))
		.sort((a, b) => (a.field?.sort ?? 0) - (b.field?.sort ?? 0));
	const list = filled.flatMap(({ field, values }) =>
		field
			? [
					{
						field_id: field.id,
						field_name: field.name,
						field_code: field.code,
						field_type: field.type,
						values: values.map((v) => readItem(v, field.type, switches)),
						...(isLead ? { is_computed: false } : {}),
					},
				]
			: [],
	);
	return list.length === 0 ? null : list;
}

function readItem(item: FieldValue, type: string, switches: KommoSwitches): Json {
	if (type === 'file' && switches.fileValueHasIsDeleted && isRecord(item.value)) {
		return { value: { ...item.value, is_deleted: false } };
	}
	return { ...item };
}
