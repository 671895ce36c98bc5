/** Writing definitions of custom fields (§4.12). */
import type { Call } from '../call';
import { FieldReader } from '../fieldReader';
import { isInt, isRecord } from '../guards';
import type { EntityType, FieldEnum, StoredCustomField } from '../model';
import type { Row } from '../rows';
import type { ElementErrors } from '../problems';
import { entityMap } from '../entities/kinds';

const withOptions = new Set(['select', 'multiselect', 'radiobutton']);

/** Phones and e-mails are predefined; prices, items and the like belong to lists. */
const types = new Set([
	...withOptions,
	...['text', 'textarea', 'streetaddress', 'smart_address', 'url', 'numeric', 'monetary'],
	...['checkbox', 'date', 'date_time', 'birthday', 'legal_entity', 'linked_entity'],
	...['chained_list', 'file', 'org_legal_name'],
]);

interface Definition {
	name?: string;
	code?: string;
	sort?: number;
	group_id?: string;
	is_api_only?: boolean;
	enums?: Array<Omit<FieldEnum, 'id'> & { id?: number }>;
}

/** Checks a new field; the thunk stores it. */
export function planNewField(call: Call, entity: EntityType, row: Row): () => StoredCustomField {
	const given = readDefinition(row, []);
	const type = new FieldReader(row.data, row.errors).text('type');
	if (row.data['name'] === undefined) row.errors.missing('name');
	if (row.data['type'] === undefined) row.errors.missing('type');
	else if (type !== undefined && !isTypeOf(entity, type)) row.errors.notSupported('type');
	if (withOptions.has(type ?? '') && !given.enums?.length) row.errors.missing('enums');
	return () => {
		const { store } = call;
		const field: StoredCustomField = {
			id: store.nextId('customFields'),
			entity_type: entity,
			name: given.name ?? '',
			type: type ?? 'text',
			code: given.code ?? null,
			sort: given.sort ?? 500,
			group_id: given.group_id ?? null,
			enums: given.enums ? numbered(call, given.enums) : null,
			currency: type === 'monetary' ? store.info.currency : null,
			remind: null,
			is_predefined: false,
			is_api_only: given.is_api_only ?? false,
			chained_lists: null,
			search_in: null,
		};
		store.customFields.set(field.id, field);
		return field;
	};
}

/** Checks a change; options left out are deleted, also from the entities that have them. */
export function planFieldUpdate(call: Call, field: StoredCustomField, row: Row): () => void {
	const given = readDefinition(row, field.enums ?? []);
	return () => {
		field.name = given.name ?? field.name;
		field.code = given.code ?? field.code;
		field.sort = given.sort ?? field.sort;
		field.group_id = given.group_id ?? field.group_id;
		field.is_api_only = given.is_api_only ?? field.is_api_only;
		if (!given.enums) return;
		field.enums = numbered(call, given.enums);
		const kept = new Set(field.enums.map(({ id }) => id));
		for (const { values } of entityMap(call.store, field.entity_type).values()) {
			const own = values.get(field.id)?.filter((v) => kept.has(v.enum_id ?? 0));
			if (own?.length) values.set(field.id, own);
			else values.delete(field.id);
		}
	};
}

/** Removes the field with everything that was filled in. */
export function removeField(call: Call, field: StoredCustomField): void {
	call.store.customFields.delete(field.id);
	for (const { values } of entityMap(call.store, field.entity_type).values()) {
		values.delete(field.id);
	}
}

function isTypeOf(entity: EntityType, type: string): boolean {
	return types.has(type) || (type === 'tracking_data' && entity === 'leads');
}

function readDefinition({ data, errors }: Row, known: FieldEnum[]): Definition {
	const reader = new FieldReader(data, errors);
	const nullable = (key: string) => (data[key] === null ? undefined : reader.text(key));
	const name = reader.text('name');
	if (name?.trim() === '') errors.blank('name');
	return {
		name,
		code: nullable('code'),
		sort: reader.int('sort'),
		group_id: nullable('group_id'),
		is_api_only: reader.bool('is_api_only'),
		enums: readOptions(data['enums'], errors, known),
	};
}

function readOptions(
	list: unknown,
	errors: ElementErrors,
	known: FieldEnum[],
): Definition['enums'] {
	if (list === undefined || list === null) return undefined;
	if (!Array.isArray(list)) {
		errors.invalidType('enums', 'array');
		return undefined;
	}
	return list.map((option: unknown, i) => {
		const { id, value, sort, code } = isRecord(option) ? option : {};
		const stored = known.find((e) => e.id === id);
		if (id !== undefined && !stored) errors.notSupported(`enums.${i}.id`);
		const text = typeof value === 'string' ? value : stored?.value;
		if (text === undefined) errors.invalidType(`enums.${i}.value`, 'string');
		return {
			...(stored ? { id: stored.id } : {}),
			value: text ?? '',
			sort: isInt(sort) ? sort : i + 1,
			code: typeof code === 'string' ? code : (stored?.code ?? null),
		};
	});
}

function numbered(call: Call, options: NonNullable<Definition['enums']>): FieldEnum[] {
	return options.map(({ id, ...rest }) => ({ id: id ?? call.store.nextId('enums'), ...rest }));
}
