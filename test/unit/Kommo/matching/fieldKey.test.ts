import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { toWireValues } from '../../../../nodes/Kommo/fields/customFields/toWireValues';
import { fieldKey } from '../../../../nodes/Kommo/matching/fieldKey';
import type { CustomFieldDefinition, CustomFieldValue } from '../../../../nodes/Kommo/model';

const ZONE = 'America/Sao_Paulo';
const ENUMS = [
	{ id: 42, value: 'Ads' },
	{ id: 43, value: '42' },
	{ id: 44, value: 'ads' },
];

const fieldOf = (type: string, code: string | null = null): CustomFieldDefinition => ({
	id: 3101,
	name: 'Field',
	type,
	code,
	enums: type.includes('select') || type === 'radiobutton' ? ENUMS : null,
});

/** The key for a value as a user gives it. */
function keyFor(type: string, value: unknown, code: string | null = null) {
	const field = fieldOf(type, code);
	const context = { timezone: 'UTC', accountTimezone: ZONE, warn: () => undefined };
	return fieldKey(field, toWireValues(field, value, context), ZONE);
}

const stored = (type: string, ...values: CustomFieldValue[]): IDataObject => ({
	id: 1,
	custom_fields_values: [
		{ field_id: 3101, field_name: 'Field', field_code: null, field_type: type, values },
	] as IDataObject[],
});

const unix = (iso: string): number => Date.parse(iso) / 1000;

describe('a stored value is the one that is looked for', () => {
	test.each<[string, string, unknown, CustomFieldValue[], boolean]>([
		['a text', 'text', '123', [{ value: '123' }], true],
		['a number given for a text', 'text', 123, [{ value: '123' }], true],
		['spaces around a text', 'text', ' a b ', [{ value: 'a b' }], true],
		['another case', 'text', 'aB', [{ value: 'AB' }], false],
		['a part', 'text', '12', [{ value: '123' }], false],
		['an address of the web', 'url', 'https://x.example', [{ value: 'https://x.example' }], true],
		['digits of a number', 'numeric', '12.5', [{ value: '12.50' }], true],
		['a number as number', 'numeric', 12, [{ value: 12 }], true],
		['another number', 'numeric', '1.25', [{ value: '12.5' }], false],
		[
			'a neighbour of a number with twenty digits',
			'numeric',
			'40702810900000012346',
			[{ value: '40702810900000012345' }],
			false,
		],
		['a number of which nothing is stored', 'numeric', 0, [{ value: '' }], false],
		['an amount', 'monetary', 99.9, [{ value: '99.90', currency: 'EUR' }], true],
		['an option by text', 'select', 'Ads', [{ value: 'Ads', enum_id: 42 }], true],
		['an option by id', 'select', 42, [{ value: 'Ads', enum_id: 42 }], true],
		['an option in another case', 'select', 'ads', [{ value: 'Ads', enum_id: 42 }], false],
		['a renamed option', 'select', 'Ads', [{ value: 'Adverts', enum_id: 42 }], true],
		['one of several options', 'multiselect', 'Ads', [{ enum_id: 43 }, { enum_id: 42 }], true],
		['none of several', 'multiselect', 'Ads', [{ enum_id: 43 }], false],
		['a day', 'date', '2026-01-31', [{ value: unix('2026-01-31T03:00:00Z') }], true],
		['the day before', 'date', '2026-01-31', [{ value: unix('2026-01-31T02:59:59Z') }], false],
		['a birthday', 'birthday', '1990-04-17', [{ value: unix('1990-04-17T12:00:00Z') }], true],
		[
			'a moment',
			'date_time',
			'2026-01-31T10:00:00+03:00',
			[{ value: unix('2026-01-31T07:00:00Z') }],
			true,
		],
		[
			'another moment',
			'date_time',
			'2026-01-31T10:00:00Z',
			[{ value: unix('2026-01-31T07:00:00Z') }],
			false,
		],
		['an account of a messenger', 'multitext', 'ana', [{ value: 'x' }, { value: 'ana' }], true],
		['a date that cannot be read', 'date', '2026-01-31', [{ value: 'soon' }], false],
	])('%s', (_name, type, wanted, values, isIt) => {
		const key = keyFor(type, wanted);
		const entity = stored(type, ...values);

		expect(key.matches(entity)).toBe(isIt);
		expect(key.index?.bucketsOf(entity).includes(key.index.bucket)).toBe(isIt);
	});

	test('only in its own field', () => {
		const entity = stored('text', { value: '123' });
		const other = { ...fieldOf('text'), id: 3102 };

		expect(fieldKey(other, [{ value: '123' }], ZONE).matches(entity)).toBe(false);
		expect(keyFor('text', '123').matches({ custom_fields_values: null })).toBe(false);
	});
});

describe('for all texts', () => {
	const text = fc.string({ minLength: 1 }).filter((one) => one.trim() !== '');

	test('a field matches the value it holds, and no other', () => {
		fc.assert(
			fc.property(text, text, (one, other) => {
				const entity = stored('text', { value: one });
				expect(keyFor('text', one).matches(entity)).toBe(true);
				expect(keyFor('text', other).matches(entity)).toBe(one.trim() === other.trim());
			}),
		);
	});

	test('keys have one id where they find the same', () => {
		fc.assert(
			fc.property(text, text, (one, other) => {
				expect(keyFor('text', one).id === keyFor('text', other).id).toBe(
					one.trim() === other.trim(),
				);
			}),
		);
	});
});

test('for all numbers the spelling does not matter', () => {
	fc.assert(
		fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4), (number, zeros) => {
			const spelt = `${number}.${'0'.repeat(zeros + 1)}`;
			expect(keyFor('numeric', number).matches(stored('numeric', { value: spelt }))).toBe(true);
			expect(keyFor('numeric', number).matches(stored('numeric', { value: `${number + 1}` }))).toBe(
				false,
			);
		}),
	);
});

describe('the search', () => {
	test.each([
		['text', 'a', [{ query: 'a' }]],
		['select', '42', [{ query: 'Ads' }]],
		['numeric', '12.5', [{ query: '12.5' }]],
		['monetary', '99.90', [{ query: '99.90' }, { query: '99.9' }]],
		['date', '2026-01-31', []],
		['date_time', '2026-01-31T10:00:00Z', []],
	])('for %s %s is %j', (type, value, lookups) => {
		expect(keyFor(type, value).lookups).toEqual(lookups);
	});
});

describe('phones and e-mails are compared like their own keys', () => {
	test.each([
		['PHONE', '8 900 123-45-67', 'phone 79001234567'],
		['EMAIL', 'Ana@X.example', 'email ana@x.example'],
	])('%s %s', (code, value, id) => {
		expect(keyFor('multitext', value, code).id).toBe(id);
	});
});

describe('refused are', () => {
	test.each([
		['two values', 'multitext', 'a; b', /several values for Field/],
		['two options', 'multiselect', ['Ads', 'ads'], /several values for Field/],
		['a checkbox', 'checkbox', true, /'Field' cannot tell one record from another/],
		['an address', 'smart_address', 'Main St 1', /cannot tell one record from another/],
		['an object', 'legal_entity', { name: 'A' }, /cannot tell one record from another/],
	])('%s', (_name, type, value, message) => {
		expect(() => keyFor(type, value)).toThrow(message);
	});
});
