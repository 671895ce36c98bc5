import type { CustomFieldValue } from '../../model';
import { isRecord } from './isRecord';

/** The parts of a smart_address in the order of their `enum_id` 1 to 6 (§4.13). */
export const ADDRESS_PARTS = [
	'address_line_1',
	'address_line_2',
	'city',
	'state',
	'zip',
	'country',
] as const;

/** Types whose only value is one object under `value`; items holds several of them. */
export const OBJECT_TYPES: ReadonlySet<string> = new Set([
	'legal_entity',
	'linked_entity',
	'file',
	'payer',
	'supplier',
	'items',
]);

/** Types that hold a moment or a day. */
export const DATES: ReadonlySet<string> = new Set(['date', 'date_time', 'birthday']);

const OPTION_TYPES: ReadonlySet<string> = new Set([
	'select',
	'radiobutton',
	'category',
	'multiselect',
]);
const CODED_TYPES: ReadonlySet<string> = new Set(['multitext', 'smart_address']);
const MULTI_VALUE_TYPES: ReadonlySet<string> = new Set(['multiselect', 'multitext', 'items']);

/** Keys the API adds on reading (§4.13); they are never sent back. */
const READ_ONLY_KEYS: Readonly<Record<string, readonly string[]>> = {
	items: ['vat_rate_value', 'total_sum', 'is_discount_recalculated', 'is_total_sum_recalculated'],
	supplier: [
		'name',
		'vat_id',
		'kpp',
		'tax_registration_reason_code',
		'bank_code',
		'address',
		'bank_account_number',
	],
	file: ['is_deleted'],
};

/** Whether a field of this type holds a list of independent values, so that one can be added. */
export function isMultiValue(type: string): boolean {
	return MULTI_VALUE_TYPES.has(type);
}

/** Whether values of this type are options of the field's definition. */
export function isOptionType(type: string): boolean {
	return OPTION_TYPES.has(type);
}

/** One item of `values` as it may be written: keys that only reading gives are left out. */
export function writable(type: string, item: CustomFieldValue): CustomFieldValue {
	if (OPTION_TYPES.has(type)) return firstOf(item, ['enum_id', 'enum_code', 'value']);
	if (CODED_TYPES.has(type)) {
		const coded = { ...item, enum_code: kindCode(item) };
		return { value: item['value'], ...firstOf(coded, ['enum_code', 'enum_id']) };
	}
	if (type === 'chained_list') {
		return {
			catalog_id: item['catalog_id'],
			catalog_element_id: item['catalog_element_id'],
		};
	}
	if (type === 'monetary') return { value: item['value'] };
	const { value } = item;
	return OBJECT_TYPES.has(type) && isRecord(value)
		? { value: withoutReadOnly(type, value) }
		: { ...item };
}

/** The code of a phone's or e-mail's kind; old answers call the key `enum` (§4.13). */
export function kindCode({ enum_code: code, enum: old }: CustomFieldValue): unknown {
	return code ?? (typeof old === 'string' ? old : undefined);
}

/** A copy of an object value without the keys that only reading gives. */
export function withoutReadOnly(
	type: string,
	value: Record<string, unknown>,
): Record<string, unknown> {
	const hidden = READ_ONLY_KEYS[type] ?? [];
	return Object.fromEntries(Object.entries(value).filter(([key]) => !hidden.includes(key)));
}

function firstOf(item: CustomFieldValue, keys: readonly string[]): CustomFieldValue {
	const key = keys.find((name) => item[name] !== undefined && item[name] !== null);
	return key === undefined ? {} : { [key]: item[key] };
}
