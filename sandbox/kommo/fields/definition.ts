import type { Call } from '../call';
import type { Json } from '../guards';
import { selfLink } from '../hal';
import type { StoredCustomField } from '../model';

/** A field's definition as GET shows it (§4.12). */
export function definitionToWire(call: Call, field: StoredCustomField): Json {
	return {
		id: field.id,
		name: field.name,
		type: field.type,
		account_id: call.store.info.id,
		code: field.code,
		sort: field.sort,
		is_api_only: field.is_api_only,
		enums: field.enums,
		group_id: field.group_id,
		required_statuses: [],
		hidden_statuses: [],
		is_deletable: !field.is_predefined,
		is_predefined: field.is_predefined,
		is_computed: false,
		entity_type: field.entity_type,
		tracking_callback: field.type === 'tracking_data' ? '' : null,
		remind: field.remind,
		triggers: [],
		currency: field.currency,
		chained_lists: field.chained_lists,
		...(field.type === 'linked_entity' ? { search_in: field.search_in } : {}),
		_links: selfLink(call, `/${field.entity_type}/custom_fields/${field.id}`),
	};
}
