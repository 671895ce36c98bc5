import { InvalidValue } from '../../../shared/invalidValue';
import type { CustomFieldDefinition, CustomFieldValue } from '../../model';
import { ADDRESS_PARTS } from './fieldTypes';
import { isRecord } from './isRecord';
import { nearest, quoted } from './nearest';
import { parseJson } from './parseJson';

/**
 * A smart_address as `{ value, enum_code }` per part (§4.13). Takes an object with the parts
 * address_line_1, address_line_2, city, state, zip, country (ISO code), the same as JSON text, the
 * list the API gives, or plain text, which becomes the first line. Empty parts are left out: the
 * API replaces the whole address.
 * @throws InvalidValue for unknown parts, or when no part is filled
 */
export function smartAddressValues(
	field: CustomFieldDefinition,
	value: unknown,
): CustomFieldValue[] {
	const parts = partsOf(field, parseJson(value, field.name));
	const values = ADDRESS_PARTS.flatMap((part) => {
		const text = partText(field, part, parts[part]);
		return text === '' ? [] : [{ value: text, enum_code: part }];
	});
	if (values.length > 0) return values;
	throw new InvalidValue(
		`'${field.name}' holds no part of an address`,
		`Fill at least one of ${ADDRESS_PARTS.join(', ')}, or clear the field.`,
	);
}

/** The parts of an address as read, e.g. `{ city: "Porto", country: "PT" }`. */
export function smartAddressObject(values: readonly CustomFieldValue[]): Record<string, unknown> {
	return Object.fromEntries(values.map((item) => [partName(item), item['value']]));
}

function partName(item: CustomFieldValue): string {
	const { enum_code: code, enum_id: id } = item;
	if (typeof code === 'string' && code !== '') return code;
	return ADDRESS_PARTS[Number(id) - 1] ?? String(id);
}

function partsOf(field: CustomFieldDefinition, value: unknown): Record<string, unknown> {
	if (typeof value === 'string') return { address_line_1: value.trim() };
	const parts = Array.isArray(value) ? smartAddressObject(value.filter(isRecord)) : value;
	if (!isRecord(parts)) {
		throw new InvalidValue(
			`'${field.name}' takes an address as object`,
			'For example: { "address_line_1": "Main St 1", "city": "Porto", "country": "PT" }.',
		);
	}
	const unknown = Object.keys(parts).find((key) => !ADDRESS_PARTS.some((part) => part === key));
	if (unknown === undefined) return parts;
	throw new InvalidValue(
		`'${field.name}' has no part "${unknown}"`,
		`Parts like it: ${quoted(nearest(unknown, ADDRESS_PARTS))}.`,
	);
}

function partText(field: CustomFieldDefinition, part: string, value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	throw new InvalidValue(
		`'${field.name}' takes text for "${part}"`,
		'Give every part of the address as text.',
	);
}
