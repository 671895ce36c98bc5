/** Write shapes of custom_fields_values turned into the shapes they are read back in (§4.13). */
import { isInt, isRecord, type Json } from '../guards';
import type { FieldValue, StoredCustomField } from '../model';
import type { ElementErrors } from '../problems';
import type { KommoSwitches } from '../switches';

interface Context {
	field: StoredCustomField;
	item: Json;
	/** e.g. custom_fields_values.0.values.1 */
	path: string;
	errors: ElementErrors;
	switches: KommoSwitches;
}

type Normalise = (c: Context) => FieldValue | undefined;

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/;
const addressParts = ['address_line_1', 'address_line_2', 'city', 'state', 'zip', 'country'];
const legalEntityKeys = [
	'entity_type',
	'vat_id',
	'tax_registration_reason_code',
	'address',
	'real_address',
	'kpp',
	'bank_code',
	'bank_account_number',
	'director',
	'external_uid',
	'unp',
	'bin',
	'egrpou',
	'mfo',
	'oked',
];

function reject(c: Context, type: string): undefined {
	c.errors.invalidType(`${c.path}.value`, type);
	return undefined;
}

const text: Normalise = (c) => {
	const value = c.item['value'];
	return typeof value === 'string' ? { value } : reject(c, 'string');
};

function decimal(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
		? String(Number(value))
		: undefined;
}

const numeric: Normalise = (c) => {
	const value = decimal(c.item['value']);
	return value === undefined ? reject(c, 'numeric') : { value };
};

const monetary: Normalise = (c) => {
	const value = decimal(c.item['value']);
	if (value === undefined) return reject(c, 'numeric');
	return { value, currency: c.field.currency ?? 'USD' };
};

const checkbox: Normalise = (c) => {
	const value = c.item['value'];
	return typeof value === 'boolean' ? { value } : reject(c, 'bool');
};

const date: Normalise = (c) => {
	const value = c.item['value'];
	if (isInt(value)) return { value };
	if (typeof value === 'string' && rfc3339.test(value)) {
		const ms = Date.parse(value.replace(' ', 'T'));
		if (!Number.isNaN(ms)) return { value: Math.floor(ms / 1000) };
	}
	c.errors.add('InvalidType', `${c.path}.value`, 'This value is not a valid datetime.');
	return undefined;
};

const option: Normalise = (c) => {
	const { enum_id: id, enum_code: code, value } = c.item;
	const enums = c.field.enums ?? [];
	const [key, found] =
		id !== undefined && id !== null
			? ['enum_id', enums.find((e) => e.id === id)]
			: code !== undefined && code !== null
				? ['enum_code', enums.find((e) => e.code === code)]
				: ['value', enums.find((e) => e.value === value)];
	if (!found) {
		c.errors.notSupported(`${c.path}.${key}`);
		return undefined;
	}
	return { value: found.value, enum_id: found.id, enum_code: found.code };
};

const multitext: Normalise = (c) => {
	const { value, enum_id: id, enum_code: code } = c.item;
	if (typeof value !== 'string') return reject(c, 'string');
	const enums = c.field.enums ?? [];
	if ((id ?? code ?? undefined) === undefined) {
		const work = enums.find((e) => e.code === 'WORK');
		if (!work || !c.switches.multitextDefaultsToWork) {
			c.errors.missing(`${c.path}.enum_code`);
			return undefined;
		}
		return { value, enum_id: work.id, enum_code: work.code };
	}
	const byId = id !== undefined && id !== null;
	const found = enums.find((e) => (byId ? e.id === id : e.code === code));
	if (!found) {
		c.errors.notSupported(`${c.path}.${byId ? 'enum_id' : 'enum_code'}`);
		return undefined;
	}
	return { value, enum_id: found.id, enum_code: found.code };
};

const smartAddress: Normalise = (c) => {
	const { value, enum_id: id, enum_code: code } = c.item;
	if (typeof value !== 'string') return reject(c, 'string');
	const byId = id !== undefined && id !== null;
	const index = byId ? Number(id) - 1 : addressParts.indexOf(String(code));
	const part = addressParts[index];
	if (part === undefined) {
		c.errors.notSupported(`${c.path}.${byId ? 'enum_id' : 'enum_code'}`);
		return undefined;
	}
	return { value, enum_id: index + 1, enum_code: part };
};

const legalEntity: Normalise = (c) => {
	const value = c.item['value'];
	if (!isRecord(value)) return reject(c, 'array');
	if (typeof value['name'] !== 'string' || value['name'] === '') {
		c.errors.blank(`${c.path}.value.name`);
		return undefined;
	}
	const kind = value['entity_type'] ?? null;
	if (kind !== null && kind !== 1 && kind !== 2) {
		c.errors.notSupported(`${c.path}.value.entity_type`);
		return undefined;
	}
	const rest = Object.fromEntries(legalEntityKeys.map((key) => [key, value[key] ?? null]));
	return { value: { name: value['name'], ...rest } };
};

const linkedEntity: Normalise = (c) => {
	const value = c.item['value'];
	if (!isRecord(value)) return reject(c, 'array');
	if (!isInt(value['entity_id'])) {
		c.errors.invalidType(`${c.path}.value.entity_id`, 'int');
		return undefined;
	}
	const { entity_id, entity_type = null, catalog_id = null, name = null } = value;
	return { value: { name, entity_id, entity_type, catalog_id } };
};

const chainedList: Normalise = (c) => {
	const { catalog_id, catalog_element_id } = c.item;
	if ('value' in c.item) c.errors.notExpected(`${c.path}.value`);
	if (!isInt(catalog_id)) c.errors.invalidType(`${c.path}.catalog_id`, 'int');
	if (!isInt(catalog_element_id)) c.errors.invalidType(`${c.path}.catalog_element_id`, 'int');
	return isInt(catalog_id) && isInt(catalog_element_id)
		? { catalog_id, catalog_element_id }
		: undefined;
};

const file: Normalise = (c) => {
	const value = c.item['value'];
	if (!isRecord(value)) return reject(c, 'array');
	if (typeof value['file_uuid'] !== 'string') {
		c.errors.invalidType(`${c.path}.value.file_uuid`, 'string');
		return undefined;
	}
	const { file_uuid, version_uuid = null, file_name = null, file_size = null } = value;
	return { value: { file_uuid, version_uuid, file_name, file_size } };
};

const record: Normalise = (c) => {
	const value = c.item['value'];
	return isRecord(value) ? { value } : reject(c, 'array');
};

interface TypeRule {
	normalise: Normalise;
	/** How many values the field holds. Default 1. */
	max?: number;
}

const many = Number.POSITIVE_INFINITY;
const rules: Readonly<Record<string, TypeRule>> = {
	text: { normalise: text },
	textarea: { normalise: text },
	streetaddress: { normalise: text },
	url: { normalise: text },
	tracking_data: { normalise: text },
	org_legal_name: { normalise: text },
	price: { normalise: text },
	numeric: { normalise: numeric },
	monetary: { normalise: monetary },
	checkbox: { normalise: checkbox },
	date: { normalise: date },
	date_time: { normalise: date },
	birthday: { normalise: date },
	select: { normalise: option },
	radiobutton: { normalise: option },
	category: { normalise: option },
	multiselect: { normalise: option, max: many },
	multitext: { normalise: multitext, max: many },
	smart_address: { normalise: smartAddress, max: addressParts.length },
	legal_entity: { normalise: legalEntity },
	linked_entity: { normalise: linkedEntity },
	chained_list: { normalise: chainedList, max: 5 },
	file: { normalise: file },
	items: { normalise: record, max: many },
	payer: { normalise: record },
	supplier: { normalise: record },
};

/** Read items for the written `values` of one field; undefined after an error was noted. */
export function normaliseValues(
	field: StoredCustomField,
	values: unknown[],
	path: string,
	errors: ElementErrors,
	switches: KommoSwitches,
): FieldValue[] | undefined {
	const rule = rules[field.type] ?? { normalise: text };
	const max = rule.max ?? 1;
	if (values.length > max) {
		errors.tooMany(path, max);
		return undefined;
	}
	const items = values.map((item, i) => {
		const itemPath = `${path}.${i}`;
		if (!isRecord(item)) {
			errors.invalidType(itemPath, 'array');
			return undefined;
		}
		return rule.normalise({ field, item, path: itemPath, errors, switches });
	});
	const good = items.filter((v): v is FieldValue => v !== undefined);
	return good.length === items.length ? good : undefined;
}
