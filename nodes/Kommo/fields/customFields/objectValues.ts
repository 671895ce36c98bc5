import { InvalidValue } from '../../../shared/invalidValue';
import type { CustomFieldDefinition, CustomFieldValue } from '../../model';
import { withoutReadOnly } from './fieldTypes';
import { isRecord } from './isRecord';
import { parseJson } from './parseJson';
import { parseNumber } from './parseNumber';

type Json = Record<string, unknown>;

/** What §4.13 says about the object of a type; keys not named here pass unchanged. */
interface ObjectRule {
	/** One of each group must be filled. */
	required?: ReadonlyArray<readonly string[]>;
	/** Ids: digits become whole numbers. */
	ids?: readonly string[];
	/** Amounts: numeric text becomes a number. */
	numbers?: readonly string[];
	/** Allowed values of a key; null is always allowed. */
	choices?: Readonly<Record<string, readonly unknown[]>>;
	/** The key a plain text or number stands for. */
	short?: string;
	/** An object in the object, with its own rule. */
	nested?: Readonly<Record<string, ObjectRule>>;
	example: string;
}

const RULES: Readonly<Record<string, ObjectRule>> = {
	legal_entity: {
		required: [['name']],
		ids: ['entity_type'],
		choices: { entity_type: [1, 2] },
		example: '{ "name": "Acme LLC", "entity_type": 2, "vat_id": "123456789" }',
	},
	items: {
		ids: ['product_id'],
		numbers: ['unit_price', 'quantity'],
		nested: {
			discount: {
				required: [['type'], ['value']],
				numbers: ['value'],
				choices: { type: ['percentage', 'amount'] },
				example: '{ "type": "percentage", "value": 10 }',
			},
		},
		example: '[{ "description": "Chair", "unit_price": 40, "quantity": 2 }]',
	},
	linked_entity: {
		required: [['entity_id', 'name']],
		ids: ['entity_id', 'catalog_id'],
		example: '{ "name": "Ana", "entity_id": 8100, "entity_type": "contacts" }',
	},
	payer: {
		required: [['entity_id', 'name']],
		ids: ['entity_id'],
		choices: { type: ['individual', 'legal'] },
		example: '{ "name": "Ana", "entity_type": "contacts", "entity_id": 8100 }',
	},
	supplier: {
		required: [['entity_id']],
		ids: ['entity_id'],
		short: 'entity_id',
		example: '{ "entity_id": 5600 }',
	},
	file: {
		required: [['file_uuid']],
		short: 'file_uuid',
		example: '{ "file_uuid": "…", "version_uuid": "…", "file_name": "a.pdf", "file_size": 18022 }',
	},
};

const CHAINED_LIST: ObjectRule = {
	required: [['catalog_id'], ['catalog_element_id']],
	ids: ['catalog_id', 'catalog_element_id'],
	example: '[{ "catalog_id": 2001, "catalog_element_id": 5501 }]',
};

/**
 * Values that are objects: legal_entity, items, linked_entity, payer, supplier, file (§4.13).
 * Takes the object, a list of objects, the same as JSON text, or items of `values` as read.
 * Required keys are checked, keys that only reading gives are left out, unknown keys pass.
 * @throws InvalidValue
 */
export function objectValues(field: CustomFieldDefinition, value: unknown): CustomFieldValue[] {
	const rule = RULES[field.type] ?? { example: '{ … }' };
	return listOf(field, value, rule).map((one) => ({
		value: checked(field.name, withoutReadOnly(field.type, toObject(field, one, rule)), rule),
	}));
}

/**
 * chained_list: `{ catalog_id, catalog_element_id }` per level, without a `value` key (§4.13).
 * @throws InvalidValue
 */
export function chainedListValues(
	field: CustomFieldDefinition,
	value: unknown,
): CustomFieldValue[] {
	return listOf(field, value, CHAINED_LIST).map((one) => {
		const level = checked(field.name, toObject(field, one, CHAINED_LIST), CHAINED_LIST);
		return {
			catalog_id: level['catalog_id'],
			catalog_element_id: level['catalog_element_id'],
		};
	});
}

function listOf(field: CustomFieldDefinition, value: unknown, rule: ObjectRule): unknown[] {
	const given = parseJson(value, field.name);
	const list: unknown[] = Array.isArray(given) ? given : [given];
	if (list.length > 0) return list;
	throw new InvalidValue(`'${field.name}' holds no value`, `For example: ${rule.example}.`);
}

function toObject(field: CustomFieldDefinition, given: unknown, rule: ObjectRule): Json {
	if (isRecord(given)) {
		const { value, ...rest } = given;
		const object = isRecord(value) && Object.keys(rest).length === 0 ? value : given;
		if (Object.values(object).some(isFilled)) return object;
	} else if (rule.short !== undefined && isFilled(given) && isScalar(given)) {
		return { [rule.short]: given };
	}
	throw new InvalidValue(`'${field.name}' takes an object`, `For example: ${rule.example}.`);
}

function checked(label: string, object: Json, rule: ObjectRule): Json {
	for (const group of rule.required ?? []) {
		if (group.some((key) => isFilled(object[key]))) continue;
		throw new InvalidValue(
			`'${label}' has no ${group.map((key) => `"${key}"`).join(' or ')}`,
			`For example: ${rule.example}.`,
		);
	}
	return Object.fromEntries(
		Object.entries(object).map(([key, value]): [string, unknown] => [
			key,
			isFilled(value) ? checkedKey(label, key, value, rule) : value,
		]),
	);
}

function checkedKey(label: string, key: string, value: unknown, rule: ObjectRule): unknown {
	const name = `${label}: ${key}`;
	const nested = rule.nested?.[key];
	if (nested !== undefined) {
		if (isRecord(value)) return checked(name, value, nested);
		throw new InvalidValue(`'${name}' takes an object`, `For example: ${nested.example}.`);
	}
	const typed = rule.ids?.includes(key)
		? wholeNumber(name, value)
		: rule.numbers?.includes(key)
			? parseNumber(value, name)
			: value;
	const choices = rule.choices?.[key];
	if (choices === undefined || choices.includes(typed)) return typed;
	throw new InvalidValue(
		`'${name}' cannot be "${String(typed)}"`,
		`Use one of: ${choices.join(', ')}.`,
	);
}

function wholeNumber(name: string, value: unknown): number {
	const number = parseNumber(value, name);
	if (Number.isSafeInteger(number)) return number;
	throw new InvalidValue(`'${name}' takes a whole number`, 'Use the id as digits.');
}

function isScalar(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number';
}

function isFilled(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}
