import fc from 'fast-check';

import {
	phoneDigits,
	phoneIdentity,
	samePhone,
	searchDigits,
} from '../../../../nodes/Kommo/matching/phone';

describe('phones are the same when only spelling, country code or trunk prefix differ', () => {
	test.each([
		['punctuation', '+7 (900) 123-45-67', '79001234567'],
		['the Russian 8', '8 900 123 45 67', '+79001234567'],
		['the Russian 8, where a country code begins so, too', '8 (495) 123-45-67', '+74951234567'],
		['no country code', '9001234567', '+7 900 123-45-67'],
		['00 instead of +', '0049 171 1234567', '+49 171 1234567'],
		['a German trunk 0', '0171 1234567', '+491711234567'],
		['no country code, nine digits', '912 345 678', '+351 912 345 678'],
		['no country code, United States', '(202) 555-0143', '+1 202 555 0143'],
		['no country code against an 8', '900 123-45-67', '8 (900) 123-45-67'],
		['a country code that begins with 8, without its +', '81312345678', '+81 3 1234-5678'],
		['short numbers, equal', '112', '1-1-2'],
	])('%s', (_name, one, other) => {
		expect(samePhone(one, other)).toBe(true);
		expect(samePhone(other, one)).toBe(true);
	});

	test.each([
		['one digit differs', '+79001234567', '+79001234568'],
		['two country codes with the same ten digits', '+12125550143', '+72125550143'],
		['a short number at the end of a long one', '1234567', '+79001234567'],
		['the code of Japan is no Russian trunk prefix', '+81312345678', '+71312345678'],
		['nine digits at the end of a Russian number', '123456789', '+79123456789'],
		['nine digits at the end of an American number', '025550143', '+12025550143'],
		['nothing to compare', '', '+79001234567'],
		['no digits at all', 'n/a', 'n/a'],
		['a longer number that ends alike', '49001234567890', '1234567890'],
	])('not: %s', (_name, one, other) => {
		expect(samePhone(one, other)).toBe(false);
		expect(samePhone(other, one)).toBe(false);
	});
});

describe('for all phones', () => {
	const digits = fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 13 })
		.map((list) => `7${list.slice(1).join('')}`);
	const separator = fc.constantFrom('', ' ', '-', '(', ')', '.');

	test('any spelling of a number is that number', () => {
		fc.assert(
			fc.property(
				digits,
				fc.array(separator, { minLength: 13, maxLength: 13 }),
				(number, marks) => {
					const spelt = Array.from(number)
						.map((digit, i) => `${marks[i] ?? ''}${digit}`)
						.join('');
					expect(samePhone(`+${spelt}`, number)).toBe(true);
				},
			),
		);
	});

	test('the comparison has no favourite side', () => {
		fc.assert(
			fc.property(digits, digits, (one, other) => {
				expect(samePhone(one, other)).toBe(samePhone(other, one));
			}),
		);
	});

	test('numbers whose last nine digits differ are never the same', () => {
		fc.assert(
			fc.property(digits, digits, (one, other) => {
				fc.pre(one.slice(-9) !== other.slice(-9));
				expect(samePhone(one, other)).toBe(false);
			}),
		);
	});
});

describe('what a key is known by', () => {
	test.each([
		['8 900 123-45-67', '79001234567'],
		['+8 900 123-45-67', '79001234567'],
		['+7 900 123-45-67', '79001234567'],
		['007 900 1234567', '79001234567'],
		['900 123-45-67', '9001234567'],
		['+7 495 123-45-67', '74951234567'],
		['+84 95 123 45 67', '84951234567'],
		['8 (495) 123-45-67', '84951234567 without +'],
		['8 800', '8800'],
	])('%s: %s', (phone, identity) => {
		expect(phoneIdentity(phone)).toBe(identity);
	});

	test('is the same for spellings of one phone only', () => {
		const national = fc.stringMatching(/^\d{8,11}$/);
		const prefix = fc.constantFrom('', '+', '00', '8', '7', '+7', '+8', '0');
		fc.assert(
			fc.property(national, prefix, prefix, (number, one, other) => {
				const [a, b] = [one + number, other + number];
				fc.pre(phoneDigits(a) !== '' && phoneIdentity(a) === phoneIdentity(b));
				expect(samePhone(a, b)).toBe(true);
			}),
		);
	});
});

test('the second look-up asks for the last ten digits, or for all of a shorter number', () => {
	expect(searchDigits('+7 (900) 123-45-67')).toBe('9001234567');
	expect(searchDigits('123-45-67')).toBe('1234567');
	expect(searchDigits('112')).toBeNull();
	// so that the international spelling is among the candidates
	expect(searchDigits('06 12 34 56 78')).toBe('612345678');
	expect(phoneDigits('00 49 171')).toBe('49171');
});
