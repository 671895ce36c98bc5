import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import type { MatchKey } from '../../shared/matchKey';
import { shown } from '../../shared/shown';
import { recordsAt } from '../../shared/wire';
import { isOptionType, OBJECT_TYPES } from '../fields/customFields/fieldTypes';
import { toDay, toUnixSeconds } from '../fields/customFields/parseDate';
import { toDecimalText } from '../fields/customFields/parseNumber';
import type { CustomFieldDefinition, CustomFieldValue } from '../model';
import { emailKey, phoneKey } from './matchKeys';

const NUMBERS = new Set(['numeric', 'monetary', 'price']);
const DAYS = new Set(['date', 'birthday']);
/** Types whose values do not tell one record from another, or have no exact comparison. */
const UNMATCHED = new Set([...OBJECT_TYPES, 'checkbox', 'chained_list', 'smart_address']);

/**
 * A custom field, compared by its type: options by id, numbers by value, days and times as such,
 * text exactly but for spaces around it, phones and e-mails like their own keys.
 * @param values the one value as it is written (fact sheet §4.13)
 * @param zone the account's IANA zone, for days
 * @throws InvalidValue for types that cannot be matched, and for several values
 */
export function fieldKey(
	field: CustomFieldDefinition,
	values: CustomFieldValue[],
	zone: string,
): MatchKey {
	const { id, name, type, code } = field;
	if (UNMATCHED.has(type)) {
		throw new InvalidValue(
			`The custom field '${name}' cannot tell one record from another`,
			'Match by a field that holds text, a number, a date or an option.',
		);
	}
	const [value, ...others] = values;
	if (!value || others.length > 0) throw severalValues(name);
	if (code === 'PHONE') return phoneKey(shown(value.value));
	if (code === 'EMAIL') return emailKey(shown(value.value));
	const wanted = comparable(type, value, zone);
	const text = searchText(field, value);
	// `99.90` may be stored as `99.9` (§4.13): a number is asked for as given, then without zeros
	const texts = NUMBERS.has(type) ? new Set([text, wanted]) : [text];
	const bucketsOf = (entity: IDataObject) => storedValues(entity, field, zone);
	return {
		id: `field ${id} ${wanted}`,
		label: `${name} "${text}"`,
		// the search knows texts; how a date is written in it, nobody says
		lookups: DAYS.has(type) || type === 'date_time' ? [] : [...texts].map((query) => ({ query })),
		matches: (entity) => bucketsOf(entity).includes(wanted),
		index: { name: `field ${id}`, bucketsOf, bucket: wanted },
	};
}

export function severalValues(label: string): InvalidValue {
	return new InvalidValue(
		`'Value to Match' holds several values for ${label}`,
		'Choose one: a record is looked for by one value.',
	);
}

function storedValues(entity: IDataObject, field: CustomFieldDefinition, zone: string): string[] {
	return recordsAt(entity.custom_fields_values, '')
		.filter(({ field_id }) => field_id === field.id)
		.flatMap(({ values }) => recordsAt(values, ''))
		.map((value) => comparable(field.type, value, zone));
}

/** Equal for values that are the same in a field of this type. */
function comparable(type: string, item: CustomFieldValue, zone: string): string {
	const { value } = item;
	if (isOptionType(type)) return shown(item.enum_id);
	if (NUMBERS.has(type)) return orText(value, () => withoutZeros(toDecimalText(value, '')));
	if (DAYS.has(type)) return orText(value, () => toDay(value, zone, ''));
	if (type === 'date_time') return orText(value, () => String(toUnixSeconds(value, zone, '')));
	return shown(value).trim();
}

/** Digits stay digits: as doubles two long numbers, such as bank accounts, would be one. */
function withoutZeros(decimal: string): string {
	return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** What is stored and cannot be read is compared as it is. */
function orText(value: unknown, read: () => string): string {
	try {
		return read();
	} catch (error) {
		if (error instanceof InvalidValue) return shown(value);
		throw error;
	}
}

/** An option is searched for by its text. */
function searchText(field: CustomFieldDefinition, item: CustomFieldValue): string {
	const options = Object.values<{ id: number; value: string }>(field.enums ?? field.nested ?? []);
	const option = options.find(({ id }) => id === item.enum_id);
	return option?.value ?? shown(item.value).trim();
}
