import { codeOf, CONTACT_TYPES, nameOf, PHONE_KINDS } from '../../../nodes/Clevertim/codes';
import type { ClevertimRow } from '../../../nodes/Clevertim/fields/clevertimField';
import { toPhone } from '../../../nodes/Clevertim/fields/lists';
import { amount, currency, listOf, yesNo } from '../../../nodes/Clevertim/fields/values';

/** Values of the form do not look at the row, but for hints. */
const hints: string[] = [];
const row = { warn: (message: string) => hints.push(message) } as unknown as ClevertimRow;
beforeEach(() => hints.splice(0));

describe('an amount is the text the API wants (fact sheet §6.3, §10.6)', () => {
	it.each<[unknown, string]>([
		[4500, '4500'],
		['1000.50', '1000.50'],
		[0, '0'],
		[-12.5, '-12.5'],
		['1 234 567', '1234567'],
		['1,234,567.80', '1234567.80'],
		["1'000", '1000'],
		[' 7 ', '7'],
	])('%p', (value, expected) => {
		expect(amount('Value')(value, row)).toBe(expected);
	});

	it.each(['12,5', '1.000,50', 'ten', '1e3', 1e21, Number.NaN, '£5', true])('not %p', (value) => {
		expect(() => amount('Value')(value, row)).toThrow(/^'Value' is not an amount/);
	});

	it('is left out when it is blank', () => {
		expect(amount('Value')(' ', row)).toBeUndefined();
	});
});

describe('codes', () => {
	it.each<[string, string | null]>([
		['C', 'C'],
		['c', 'C'],
		['customer', 'C'],
		['Competitor', 'O'],
		['Boss', null],
		['', null],
	])('%p', (value, expected) => {
		expect(codeOf(CONTACT_TYPES, value)).toBe(expected);
	});

	it('are case-sensitive on the wire', () => {
		expect(codeOf(PHONE_KINDS, 'mobile')).toBe('Mobile');
	});

	it('that are unknown are shown as they are', () => {
		expect(nameOf(CONTACT_TYPES, 'Z')).toBe('Z');
	});

	it('of contacts are those of the sheet (§6.1)', () => {
		const codes = CONTACT_TYPES.map(({ value }) => value)
			.sort()
			.join('');
		expect(codes).toBe('ACDEFHILMNOPRSTVWX');
	});
});

describe('a phone', () => {
	it.each<[unknown, object]>([
		['+44 20 7946 0001', { type: 'Work', no: '+44 20 7946 0001' }],
		['home : 020', { type: 'Home', no: '020' }],
		[
			{ type: 'fax', no: ' 123 ' },
			{ type: 'Fax', no: '123' },
		],
		[{ no: 1234 }, { type: 'Work', no: '1234' }],
	])('%j', (value, expected) => {
		expect(toPhone(value, 'Phones', row)).toEqual(expected);
		expect(hints).toEqual([]);
	});
});

describe('small values', () => {
	it('a currency is three letters', () => {
		expect(currency('Currency')('eur', row)).toBe('EUR');
		expect(() => currency('Currency')('euro', row)).toThrow();
	});

	it.each<[unknown, unknown]>([
		['true', true],
		['0', false],
		[1, true],
		['', undefined],
	])('yes or no: %p', (value, expected) => {
		expect(yesNo('X')(value, row)).toBe(expected);
	});

	it.each<[unknown, unknown[]]>([
		['a, b ,', ['a', 'b']],
		[
			['a', '', null, 0],
			['a', 0],
		],
		[7, [7]],
		['', []],
	])('a list: %j', (value, expected) => {
		expect(listOf(value)).toEqual(expected);
	});
});
