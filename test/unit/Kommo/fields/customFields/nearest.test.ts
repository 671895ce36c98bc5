import fc from 'fast-check';

import { nearest, quoted } from '../../../../../nodes/Kommo/fields/customFields/nearest';

describe('nearest', () => {
	it.each<[string, string[], string[]]>([
		['Adz', ['Referral', 'Ads', 'Partner'], ['Ads']],
		['ads', ['Adz', 'ADS'], ['ADS', 'Adz']],
		['Ref', ['Reform', 'Rent', 'Referral'], ['Reform', 'Referral']],
		['phone', ['Phonics', 'Work phone'], ['Work phone']],
		['Refreral', ['Refusal', 'Referral'], ['Referral']],
		['Asd', ['Ads', 'Ask'], ['Ads', 'Ask']],
		['Реклма', ['Рекомендация', 'Реклама'], ['Реклама']],
	])('for %p in %p names %p first', (text, names, first) => {
		expect(nearest(text, names).slice(0, first.length)).toEqual(first);
	});

	it('names at most three, each once', () => {
		expect(nearest('a', ['a', 'a', 'ab', 'abc', 'abcd'])).toEqual(['a', 'ab', 'abc']);
	});

	it('copes with empty text and no names', () => {
		expect(nearest('', ['Ads'])).toEqual(['Ads']);
		expect(nearest('Ads', [])).toEqual([]);
	});

	it('puts an equal name first', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 30 }), { minLength: 1 }), (names) => {
				const name = names[0] ?? '';
				expect(nearest(name, names)[0]?.trim().toLowerCase()).toBe(name.trim().toLowerCase());
			}),
		);
	});
});

it('quoted lists names in double quotes', () => {
	expect(quoted(['Ads', 'Yes'])).toBe('"Ads", "Yes"');
});
