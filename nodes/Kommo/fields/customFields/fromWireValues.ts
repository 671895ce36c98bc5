import { DateTime } from 'luxon';

import { InvalidValue } from '../../../shared/invalidValue';
import type { CustomFieldRead, CustomFieldValue } from '../../model';
import { kindCode } from './fieldTypes';
import { toDay, toUnixSeconds } from './parseDate';
import { smartAddressObject } from './smartAddress';

const THIRTEEN_HOURS = 13 * 60 * 60;

/** What a type's `values` become; `zone` is the account's IANA zone when it is known. */
type FromWire = (values: CustomFieldValue[], zone: string | undefined) => unknown;

const text: FromWire = one((item) => item['value']);
const number: FromWire = one((item) => toNumber(item['value']));
const checkbox: FromWire = one((item) => toBoolean(item['value']));
const option: FromWire = one(optionText);
const object: FromWire = one((item) => item['value']);

const BY_TYPE: ReadonlyMap<string, FromWire> = new Map([
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
	['date', one((item, zone) => toDate(item['value'], zone))],
	['birthday', one((item, zone) => toDate(item['value'], zone))],
	['date_time', one((item, zone) => toIso(item['value'], zone))],
	['select', option],
	['radiobutton', option],
	['category', option],
	['multiselect', (values) => values.map(optionText)],
	['multitext', (values) => values.map(textWithKind)],
	['smart_address', (values) => smartAddressObject(values)],
	['chained_list', (values) => values],
	['items', (values) => values.map((item) => item['value'])],
	['legal_entity', object],
	['linked_entity', object],
	['payer', object],
	['supplier', object],
	['file', object],
]);

/**
 * The values of a field with their type restored (§4.13):
 * text types → text; numeric, monetary, price → number (text where a number would lose digits);
 * checkbox → boolean; date, birthday → `2026-01-31`, the day in `zone`; date_time → ISO 8601 with
 * the offset of `zone` (UTC without one); select, radiobutton, category → option text;
 * multiselect → list of texts; multitext → list of `{ value, kind }`; smart_address → object by
 * part; chained_list → list of levels; items → list of rows; legal_entity, linked_entity, payer,
 * supplier, file → object. The shape depends on the type only, never on the number of values.
 * Unknown types: `values` as they are. All of it can be given to `toWireValues` again.
 */
export function fromWireValues(entry: CustomFieldRead, zone?: string): unknown {
	const restore = BY_TYPE.get(entry.field_type);
	if (restore === undefined) return entry.values;
	// a field whose last value was taken away may come with null, which is what clears it (§4.13)
	return restore(entry.values ?? [], zone);
}

/** A type with one value; more than one, which §4.13 does not know, is a list rather than lost. */
function one(restore: (item: CustomFieldValue, zone: string | undefined) => unknown): FromWire {
	return (values, zone) => {
		const restored = values.map((item) => restore(item, zone));
		return restored.length > 1 ? restored : (restored[0] ?? null);
	};
}

function toNumber(value: unknown): unknown {
	if (typeof value !== 'string' || !/^-?\d+(?:\.\d+)?$/.test(value)) return value;
	const digits = value.replace(/\D/g, '').replace(/^0+/, '').length;
	// a double keeps 15 significant digits: longer ones (bank accounts) stay text
	return digits <= 15 ? Number(value) : value;
}

function toBoolean(value: unknown): unknown {
	if (value === 1 || value === '1' || value === 'true') return true;
	if (value === 0 || value === '0' || value === 'false') return false;
	return value;
}

function optionText(item: CustomFieldValue): unknown {
	return item['value'] ?? item['enum_id'] ?? item['enum_code'];
}

function textWithKind(item: CustomFieldValue): Record<string, unknown> {
	const kind = kindCode(item) ?? item['enum_id'];
	return kind === undefined || kind === null
		? { value: item['value'] }
		: { value: item['value'], kind };
}

/** Without a zone 13 hours later is within the day in UTC, for all zones from −10 to +13. */
function toDate(value: unknown, zone: string | undefined): unknown {
	return orAsIs(value, () =>
		zone === undefined
			? toDay(toUnixSeconds(value, 'utc', 'date') + THIRTEEN_HOURS, 'utc', 'date')
			: toDay(value, zone, 'date'),
	);
}

function toIso(value: unknown, zone = 'utc'): unknown {
	return orAsIs(value, () =>
		DateTime.fromSeconds(toUnixSeconds(value, zone, 'date'), { zone }).toISO({
			suppressMilliseconds: true,
		}),
	);
}

/** What the API gave and we cannot read is shown as it is. */
function orAsIs(value: unknown, restore: () => unknown): unknown {
	try {
		return restore();
	} catch (error) {
		if (error instanceof InvalidValue) return value;
		throw error;
	}
}
