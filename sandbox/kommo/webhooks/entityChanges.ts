/** Delivery fields of leads, contacts and companies (§5.4). */
import type { Call } from '../call';
import { kinds } from '../entities/kinds';
import { linkedIds } from '../entities/links';
import type { EntityType, FieldValue, StoredCustomField, StoredEntity, StoredLead } from '../model';
import type { Change } from './changes';
import type { PhpValue } from './phpForm';

type Action = 'add' | 'update' | 'delete' | 'restore' | 'status' | 'responsible';
type Fields = { [key: string]: PhpValue };

/** `old` holds old_status_id and the like; it stands where captures show it. */
export function entityChange(
	call: Call,
	type: EntityType,
	action: Action,
	entity: StoredEntity,
	old: Fields = {},
): Change {
	const fields =
		type === 'leads' ? leadFields(call, entity, old) : contactFields(call, type, entity, old);
	return {
		code: `${action}_${kinds[type].singular}`,
		// companies travel under contacts, told apart by their type (§0.2 no. 20)
		group: type === 'leads' ? 'leads' : 'contacts',
		action,
		fields: action === 'delete' ? deleteFields(type, entity) : fields,
	};
}

function isLead(entity: StoredEntity): entity is StoredLead {
	return 'pipeline_id' in entity;
}

function deleteFields(type: EntityType, entity: StoredEntity): Fields {
	if (isLead(entity)) {
		return { id: entity.id, status_id: entity.status_id, pipeline_id: entity.pipeline_id };
	}
	return { id: entity.id, type: kinds[type].singular };
}

function leadFields(call: Call, entity: StoredEntity, old: Fields): Fields {
	if (!isLead(entity)) return {};
	return {
		id: entity.id,
		name: entity.name,
		status_id: entity.status_id,
		...pick(old, ['old_status_id']),
		price: entity.price,
		responsible_user_id: entity.responsible_user_id,
		...pick(old, ['old_responsible_user_id']),
		last_modified: entity.updated_at,
		modified_user_id: entity.updated_by,
		created_user_id: entity.created_by,
		date_create: entity.created_at,
		pipeline_id: entity.pipeline_id,
		...pick(old, ['old_pipeline_id']),
		tags: tagFields(call, entity),
		account_id: call.store.info.id,
		custom_fields: customFields(call, entity),
		created_at: entity.created_at,
		updated_at: entity.updated_at,
	};
}

function contactFields(call: Call, type: EntityType, entity: StoredEntity, old: Fields): Fields {
	const ref = { type, id: entity.id };
	const companyId =
		type === 'contacts' ? linkedIds(call.store, ref, 'companies')[0]?.id : undefined;
	const leads = linkedIds(call.store, ref, 'leads');
	return {
		id: entity.id,
		name: entity.name,
		responsible_user_id: entity.responsible_user_id,
		...pick(old, ['old_responsible_user_id']),
		date_create: entity.created_at,
		last_modified: entity.updated_at,
		created_user_id: entity.created_by,
		modified_user_id: entity.updated_by,
		...(companyId === undefined
			? {}
			: {
					company_name: call.store.companies.get(companyId)?.name ?? '',
					linked_company_id: companyId,
				}),
		account_id: call.store.info.id,
		custom_fields: customFields(call, entity),
		// keyed by id, not a list
		linked_leads_id: Object.fromEntries(leads.map((l) => [String(l.id), { ID: l.id }])),
		tags: tagFields(call, entity),
		created_at: entity.created_at,
		updated_at: entity.updated_at,
		type: kinds[type].singular,
	};
}

function pick(old: Fields, keys: string[]): Fields {
	return Object.fromEntries(keys.filter((key) => key in old).map((key) => [key, old[key]]));
}

function tagFields(call: Call, entity: StoredEntity): PhpValue[] {
	return entity.tags.map((id) => ({ id, name: call.store.tags.get(id)?.name ?? '' }));
}

function customFields(call: Call, entity: StoredEntity): PhpValue[] {
	return [...entity.values].flatMap(([id, values]) => {
		const field = call.store.customFields.get(id);
		if (!field) return [];
		return [
			{
				id,
				name: field.name,
				values: values.map((v) => valueFields(field, v)),
				...(field.code === null ? {} : { code: field.code }),
			},
		];
	});
}

// §5.4: dates are scalars, everything else sits under `value`, the option's id under `enum`
function valueFields(field: StoredCustomField, item: FieldValue): PhpValue {
	if (field.type === 'date' || field.type === 'date_time' || field.type === 'birthday') {
		return toPhp(item.value);
	}
	if (field.type === 'chained_list') {
		return { catalog_id: item.catalog_id, catalog_element_id: item.catalog_element_id };
	}
	return {
		value: toPhp(item.value),
		...(item.enum_id === undefined ? {} : { enum: item.enum_id }),
	};
}

/** Any JSON as form values; what has no form value becomes null and so disappears. */
export function toPhp(value: unknown): PhpValue {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return value;
	if (Array.isArray(value)) return value.map(toPhp);
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, toPhp(child)]));
	}
	return null;
}
