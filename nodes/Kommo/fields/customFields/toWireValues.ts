import { DateTime } from 'luxon';

import { InvalidValue } from '../../../shared/invalidValue';
import type { CustomFieldDefinition, CustomFieldValue } from '../../model';
import { isRecord } from './isRecord';
import { multitextValues } from './multitext';
import { chainedListValues, objectValues } from './objectValues';
import { isDate, toDay, toUnixSeconds } from './parseDate';
import { toDecimalText } from './parseNumber';
import { resolveOption, resolveOptions } from './resolveOption';
import { smartAddressValues } from './smartAddress';
import type { ValueContext } from './valueContext';

export type { ValueContext } from './valueContext';

type ToWire = (
	field: CustomFieldDefinition,
	value: unknown,
	context: ValueContext,
) => CustomFieldValue[];

const TRUE_WORDS: ReadonlySet<string> = new Set(['true', 'yes', '1', 'да']);
const FALSE_WORDS: ReadonlySet<string> = new Set(['false', 'no', '0', 'нет']);

const text: ToWire = single((field, value) => ({ value: toText(field, value) }));
const number: ToWire = single((field, value) => ({ value: toDigits(field, value) }));
const checkbox: ToWire = single((field, value) => ({ value: toBoolean(field, value) }));
const option: ToWire = single((field, value) => ({ enum_id: resolveOption(field, value) }));
const dateTime: ToWire = single((field, value, { timezone }) => ({
	value: toUnixSeconds(value, timezone, field.name),
}));
const day: ToWire = single((field, value, { timezone, accountTimezone }) => ({
	value: midnight(field, value, accountTimezone ?? timezone),
}));
const options: ToWire = (field, value) => {
	const ids = resolveOptions(field, unwrapped(value));
	if (ids.length > 0) return ids.map((id) => ({ enum_id: id }));
	throw new InvalidValue(
		`'${field.name}' holds no option`,
		'Give at least one, or clear the field.',
	);
};

const BY_TYPE: ReadonlyMap<string, ToWire> = new Map([
	['text', text],
	['textarea', text],
	['streetaddress', text],
	['tracking_data', text],
	['org_legal_name', text],
	['url', text],
	['numeric', number],
	['monetary', number],
	['price', number],
	['checkbox', checkbox],
	['date', day],
	['birthday', day],
	['date_time', dateTime],
	['select', option],
	['radiobutton', option],
	['category', option],
	['multiselect', options],
	['multitext', multitextValues],
	['smart_address', smartAddressValues],
	['chained_list', chainedListValues],
	['items', objectValues],
	['legal_entity', oneObject],
	['linked_entity', oneObject],
	['payer', oneObject],
	['supplier', oneObject],
	['file', oneObject],
]);

/**
 * One value of a form or of JSON as the `values` list of a field (§4.13), never empty. 0, false
 * and texts of any length are values; clearing (null, '') is the caller's business.
 * Values as the API gives them (`{ value }`, `{ enum_id }`, …) and everything that
 * `fromWireValues` returns are understood too. Types the fact sheet does not know pass unchanged.
 * @throws InvalidValue naming the field and, for options, the nearest ones
 */
export function toWireValues(
	field: CustomFieldDefinition,
	value: unknown,
	context: ValueContext,
): CustomFieldValue[] {
	if (value === null || value === undefined) {
		throw new InvalidValue(`'${field.name}' has no value`, 'Give a value, or clear the field.');
	}
	return (BY_TYPE.get(field.type) ?? unknownType)(field, value, context);
}

/** A field that holds one value; a list of one counts as that one. */
function single(
	toWire: (field: CustomFieldDefinition, value: unknown, context: ValueContext) => CustomFieldValue,
): ToWire {
	return (field, value, context) => {
		const list: unknown[] = Array.isArray(value) ? value : [value];
		if (list.length === 1) return [toWire(field, unwrapped(list[0]), context)];
		throw notOne(field, list.length);
	};
}

/** `{ value: x }`, as the API gives it, is x. */
function unwrapped(value: unknown): unknown {
	if (!isRecord(value) || 'enum_id' in value || 'enum_code' in value) return value;
	return 'value' in value ? value['value'] : value;
}

function oneObject(field: CustomFieldDefinition, value: unknown): CustomFieldValue[] {
	const values = objectValues(field, value);
	if (values.length > 1) throw notOne(field, values.length);
	return values;
}

function notOne(field: CustomFieldDefinition, count: number): InvalidValue {
	return new InvalidValue(
		`'${field.name}' takes one value, not a list of ${count}`,
		'Choose one of them.',
	);
}

function toText(field: CustomFieldDefinition, value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number') return toDigits(field, value);
	const date = isDate(value) ? DateTime.fromJSDate(value, { zone: 'utc' }) : value;
	const iso = DateTime.isDateTime(date) ? date.toISO() : null;
	if (iso !== null) return iso;
	throw new InvalidValue(
		`'${field.name}' takes text, not an object or a list`,
		'Give a text, or turn the value into text first, e.g. with JSON.stringify().',
	);
}

/** Twenty digits written as a JSON number have lost their last ones before they come here. */
function toDigits(field: CustomFieldDefinition, value: unknown): string {
	if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
		throw new InvalidValue(
			`'${field.name}' is a number with too many digits to be kept exactly`,
			'Give it as text: in JSON, put it in double quotes.',
		);
	}
	return toDecimalText(value, field.name);
}

function toBoolean(field: CustomFieldDefinition, value: unknown): boolean {
	const word =
		typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
			? String(value).trim().toLowerCase()
			: '';
	if (TRUE_WORDS.has(word)) return true;
	if (FALSE_WORDS.has(word)) return false;
	throw new InvalidValue(
		`'${field.name}' takes true or false${word === '' ? '' : `, not "${String(value)}"`}`,
		'Use true or false; yes and no, 1 and 0, да and нет are understood too.',
	);
}

/**
 * RFC 3339 with the account's offset, not Unix seconds: whether a server takes the day from the
 * text or from the instant, it arrives at the same day (§4.13; the official SDK sends it so).
 */
function midnight(field: CustomFieldDefinition, value: unknown, zone: string): string {
	const date = toDay(value, zone, field.name);
	// where midnight is skipped by a clock change, luxon gives the day's first hour
	const start = DateTime.fromISO(date, { zone }).toISO({
		suppressMilliseconds: true,
		includeOffset: true,
	});
	return start ?? date;
}

function unknownType(field: CustomFieldDefinition, value: unknown): CustomFieldValue[] {
	const list: unknown[] = Array.isArray(value) ? value : [value];
	if (list.length === 0) {
		throw new InvalidValue(
			`'${field.name}' holds no value`,
			'Give at least one, or clear the field.',
		);
	}
	return list.map((one) => (isRecord(one) ? one : { value: one }));
}
