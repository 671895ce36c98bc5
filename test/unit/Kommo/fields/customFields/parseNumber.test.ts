import fc from 'fast-check';

import { InvalidValue } from '../../../../../nodes/shared/invalidValue';
import {
	parseNumber,
	toDecimalText,
} from '../../../../../nodes/Kommo/fields/customFields/parseNumber';
import { thrownBy } from './fieldOf';

describe('toDecimalText', () => {
	it.each<[unknown, string]>([
		[0, '0'],
		[-0, '0'],
		[12.5, '12.5'],
		[-3, '-3'],
		[1e21, '1000000000000000000000'],
		[1.5e-7, '0.00000015'],
		['0', '0'],
		['99.90', '99.90'],
		['+7', '7'],
		['007', '7'],
		['.5', '0.5'],
		['5.', '5'],
		[' 12 ', '12'],
		['1e3', '1000'],
		['12.5e-1', '1.25'],
		['40817810099910004312', '40817810099910004312'],
		['12,5', '12.5'],
		['0,125', '0.125'],
		['1234,567', '1234.567'],
		['1 234,56', '1234.56'],
		['1\u00a0234\u00a0567', '1234567'],
		['1,234.56', '1234.56'],
		['1.234,56', '1234.56'],
		['1,234,567', '1234567'],
		['1.234.567', '1234567'],
		['1.234', '1.234'],
	])('writes %p as %s', (value, expected) => {
		expect(toDecimalText(value, 'Budget')).toBe(expected);
	});

	it.each<[unknown]>([
		['abc'],
		[''],
		['12 34'],
		['12,34,56'],
		['€12'],
		['0x10'],
		['1e400'],
		['NaN'],
		['-'],
		['.'],
		[Number.NaN],
		[Number.NEGATIVE_INFINITY],
		[true],
		[null],
		[[1]],
		[{ value: 1 }],
	])('refuses %p and names the field', (value) => {
		const error = thrownBy(() => toDecimalText(value, 'Budget'));
		expect(error).toBeInstanceOf(InvalidValue);
		expect(error.message).toContain("'Budget'");
	});

	it('refuses a comma that could group thousands and shows both readings', () => {
		const { message } = thrownBy(() => toDecimalText('1,234', 'Budget'));
		expect(message).toContain('1234');
		expect(message).toContain('1.234');
	});

	it('keeps every finite number exactly and never writes an exponent', () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
				const text = toDecimalText(number, 'Budget');
				expect(text).toMatch(/^-?\d+(\.\d+)?$/);
				expect(Number(text)).toBe(number === 0 ? 0 : number);
				expect(toDecimalText(text, 'Budget')).toBe(text);
			}),
		);
	});
});

it('parseNumber gives the number itself', () => {
	expect(parseNumber('12,5', 'Quantity')).toBe(12.5);
	expect(() => parseNumber('many', 'Quantity')).toThrow("'Quantity'");
});
