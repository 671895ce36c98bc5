/** A value that was read, simplified and written again means the same (all types of §4.13). */
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { fromWireValues } from '../../../../../nodes/Kommo/fields/customFields/fromWireValues';
import { toWireValues } from '../../../../../nodes/Kommo/fields/customFields/toWireValues';
import type { CustomFieldDefinition, CustomFieldValue } from '../../../../../nodes/Kommo/model';
import { contactField, contextOf, entryOf, fieldOf } from './fieldOf';

const ZONES = ['UTC', 'Europe/Moscow', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Auckland'];

/** What the API shows after `written` was stored: options and dates in the shape of reading. */
function readBack(field: CustomFieldDefinition, written: CustomFieldValue[]): CustomFieldValue[] {
	const options = [...(field.enums ?? []), ...(field.nested ?? [])];
	return written.map((item) => {
		const { value, enum_id: id, enum_code: code } = item;
		if (field.type === 'date' || field.type === 'birthday') {
			return { value: DateTime.fromISO(String(value)).toUnixInteger() };
		}
		if (field.type === 'monetary') return { value, currency: 'EUR' };
		if (field.type === 'multitext') return { value, enum_id: 193200, enum_code: code };
		const option = options.find((one) => one.id === id);
		return option === undefined ? item : { value: option.value, enum_id: id, enum_code: null };
	});
}

const amount = fc
	.double({ noNaN: true, min: -1e12, max: 1e12 })
	.map((number) => Math.round(number * 100) / 100);
const nonEmpty = fc.string({ minLength: 1, maxLength: 40 });
const objectOf = (required: Record<string, fc.Arbitrary<unknown>>) =>
	fc
		.tuple(fc.record(required), fc.dictionary(fc.stringMatching(/^x_[a-z]{1,5}$/), fc.jsonValue()))
		.map(([known, unknown]) => ({ ...unknown, ...known }));
const day = fc
	.date({ min: new Date('1930-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const optionText = fc.constantFrom(
	...(fieldOf('select').enums ?? []).map((option) => option.value),
);
const id = fc.integer({ min: 1, max: 2 ** 31 });

const CASES: Array<[string, fc.Arbitrary<unknown>]> = [
	...['text', 'textarea', 'streetaddress', 'url', 'tracking_data', 'org_legal_name'].map(
		(type): [string, fc.Arbitrary<unknown>] => [
			type,
			fc.string({ maxLength: 300, unit: 'grapheme' }),
		],
	),
	['numeric', amount],
	['monetary', amount],
	['price', amount],
	['checkbox', fc.boolean()],
	['date', day],
	['birthday', day],
	['date_time', fc.integer({ min: -1e9, max: 4e9 })],
	['select', optionText],
	['radiobutton', optionText],
	['category', optionText],
	['multiselect', fc.uniqueArray(optionText, { minLength: 1 })],
	[
		'smart_address',
		fc.dictionary(
			fc.constantFrom('address_line_1', 'address_line_2', 'city', 'state', 'zip', 'country'),
			nonEmpty,
			{ minKeys: 1 },
		),
	],
	['legal_entity', objectOf({ name: nonEmpty, entity_type: fc.constantFrom(1, 2, null) })],
	['linked_entity', objectOf({ name: nonEmpty, entity_id: id, catalog_id: fc.constant(null) })],
	['payer', objectOf({ name: nonEmpty, entity_id: id, entity_type: fc.constant('contacts') })],
	['supplier', objectOf({ entity_id: id })],
	['file', objectOf({ file_uuid: fc.uuid(), file_size: fc.nat() })],
	[
		'items',
		fc.array(objectOf({ sku: nonEmpty, unit_price: amount, quantity: fc.nat() }), { minLength: 1 }),
	],
	[
		'chained_list',
		fc.array(fc.record({ catalog_id: id, catalog_element_id: id }), { minLength: 1, maxLength: 5 }),
	],
	['some_new_type', fc.array(fc.record({ value: fc.jsonValue(), more: id }), { minLength: 1 })],
];

describe('written, read back, simplified and written again', () => {
	it.each(CASES)('a %s value is unchanged', (type, values) => {
		const field = fieldOf(type);
		fc.assert(
			fc.property(values, fc.constantFrom(...ZONES), (value, zone) => {
				const context = contextOf({ accountTimezone: zone });
				const written = toWireValues(field, value, context);
				const simple = fromWireValues(entryOf(field, readBack(field, written)), zone);
				expect(toWireValues(field, simple, context)).toEqual(written);
				// the same through JSON text, as it passes between n8n's nodes
				const json: unknown = JSON.parse(JSON.stringify(simple));
				expect(toWireValues(field, json, context)).toEqual(JSON.parse(JSON.stringify(written)));
			}),
			{ numRuns: 60 },
		);
	});

	it.each(CASES)('a %s value as the API shows it can be written as it is', (type, values) => {
		const field = fieldOf(type);
		fc.assert(
			fc.property(values, (value) => {
				const context = contextOf();
				const written = toWireValues(field, value, context);
				expect(toWireValues(field, readBack(field, written), context)).toEqual(written);
			}),
			{ numRuns: 40 },
		);
	});

	it('phones keep their number and kind', () => {
		const phones = fc.array(
			fc.record({
				value: fc.stringMatching(/^\+[1-9]\d{7,12}$/),
				kind: fc.constantFrom('WORK', 'WORKDD', 'MOB', 'FAX', 'HOME', 'OTHER'),
			}),
			{ minLength: 1 },
		);
		const field = contactField('PHONE');
		fc.assert(
			fc.property(phones, (value) => {
				const written = toWireValues(field, value, contextOf({ kind: 'FAX' }));
				const simple = fromWireValues(entryOf(field, readBack(field, written)));
				expect(simple).toEqual(value);
				expect(toWireValues(field, simple, contextOf({ kind: 'HOME' }))).toEqual(written);
			}),
		);
	});

	it('a day stays the same day in every zone', () => {
		fc.assert(
			fc.property(day, fc.constantFrom(...ZONES), (value, zone) => {
				const field = fieldOf('birthday');
				const written = toWireValues(field, value, contextOf({ accountTimezone: zone }));
				const entry = entryOf(field, readBack(field, written));
				expect(fromWireValues(entry, zone)).toBe(value);
				expect(fromWireValues(entry)).toBe(value);
			}),
		);
	});

	it('digits mean the option with that id, and else the option with that text', () => {
		const wide = fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 });
		fc.assert(
			fc.property(wide, fc.nat({ max: 30 }), (ids, wanted) => {
				const enums = ids.map((one, i) => ({ id: one, value: String(ids[ids.length - 1 - i]) }));
				const field = fieldOf('select', { enums });
				const expected = ids.includes(wanted) ? wanted : undefined;
				const attempt = () => toWireValues(field, String(wanted), contextOf());
				if (expected === undefined) expect(attempt).toThrow('has no option');
				else expect(attempt()).toEqual([{ enum_id: expected }]);
			}),
		);
	});
});
