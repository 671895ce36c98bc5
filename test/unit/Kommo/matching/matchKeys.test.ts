import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import {
	emailKey,
	idKey,
	nameKey,
	openLeadKey,
	phoneKey,
	queryKey,
} from '../../../../nodes/Kommo/matching/matchKeys';
import { ByKey, type MatchKey } from '../../../../nodes/shared/matchKey';

const withField = (field_code: string, ...texts: string[]): IDataObject => ({
	id: 1,
	custom_fields_values: [{ field_id: 1, field_code, values: texts.map((value) => ({ value })) }],
});

/** What a key finds one by one, it also finds among all records: no bucket may hide a match. */
function expectBucket(key: MatchKey, entity: IDataObject): void {
	if (key.matches(entity)) expect(key.index?.bucketsOf(entity)).toContain(key.index?.bucket);
}

const nothing: IDataObject = { id: 1, name: '', custom_fields_values: null };

describe('an e-mail', () => {
	const address = fc
		.tuple(
			fc.stringMatching(/^[a-zA-Z0-9.]{1,9}$/),
			fc.stringMatching(/^[a-z0-9]{1,9}\.[a-z]{2,3}$/),
		)
		.map((parts) => parts.join('@'));
	const spelt = (text: string, upper: boolean[]) =>
		text
			.split('')
			.map((sign, at) => (upper[at] ? sign.toUpperCase() : sign.toLowerCase()))
			.join('');

	test('is found in any letter case, with spaces around it, and among others', () => {
		fc.assert(
			fc.property(address, fc.array(fc.boolean(), { minLength: 30 }), (mail, upper) => {
				const entity = withField('EMAIL', 'other@x.example', ` ${spelt(mail, upper)} `);
				expect(emailKey(mail).matches(entity)).toBe(true);
				expect(emailKey(spelt(mail, upper)).id).toBe(emailKey(mail).id);
				expectBucket(emailKey(mail), entity);
			}),
		);
	});

	test('is no other address, also where one is a part of the other', () => {
		fc.assert(
			fc.property(address, address, (one, other) => {
				fc.pre(one.toLowerCase() !== other.toLowerCase());
				expect(emailKey(one).matches(withField('EMAIL', other))).toBe(false);
				expect(emailKey(one).matches(withField('EMAIL', `x${one}`, `${one}x`))).toBe(false);
			}),
		);
	});

	test('in a phone field does not count', () => {
		expect(emailKey('a@x.example').matches(withField('PHONE', 'a@x.example'))).toBe(false);
	});
});

describe('a phone', () => {
	const digits = fc.stringMatching(/^\d{5,13}$/);
	const prefix = fc.constantFrom('', '+', '00', '8', '+7', '+8', '0', '+49');

	test('that matches is never hidden from the reading of all records', () => {
		fc.assert(
			fc.property(digits, prefix, prefix, (number, asked, stored) => {
				expectBucket(phoneKey(asked + number), withField('PHONE', stored + number));
			}),
		);
	});

	test('with one id finds the same records', () => {
		fc.assert(
			fc.property(digits, prefix, prefix, prefix, (number, one, other, stored) => {
				const [a, b] = [phoneKey(one + number), phoneKey(other + number)];
				fc.pre(a.id === b.id);
				const entity = withField('PHONE', stored + number);
				expect(a.matches(entity)).toBe(b.matches(entity));
			}),
		);
	});

	test('with a trunk 8 finds what +8 begins with, which +7 does not', () => {
		const japanese = withField('PHONE', '+81 3 1234-5678');
		const [trunk, russian] = [phoneKey('81312345678'), phoneKey('+71312345678')];

		expect(trunk.matches(japanese)).toBe(true);
		expect(russian.matches(japanese)).toBe(false);
		expect(trunk.id).not.toBe(russian.id);
	});

	test('that another key of the run means is found under it', () => {
		const known = new ByKey<number>();
		known.set(phoneKey('900 123-45-67'), 7);

		expect(known.get(phoneKey('+7 900 1234567'))).toBe(7);
		expect(known.get(phoneKey('8 900 1234567'))).toBe(7);
		expect(known.get(phoneKey('+7 900 1234568'))).toBeUndefined();
	});

	test('is asked for once where it is nothing but its last ten digits', () => {
		expect(phoneKey('9001234567').lookups).toEqual([{ query: '9001234567' }]);
		expect(phoneKey('+79001234567').lookups).toEqual([
			{ query: '+79001234567' },
			{ query: '9001234567' },
		]);
	});
});

describe('a name', () => {
	test('is compared as a whole, whatever its case and spaces', () => {
		const key = nameKey(' Ana  Reis');

		expect(key.matches({ name: 'ANA REIS ' })).toBe(true);
		expect(key.matches({ name: 'Ana Reis Ltda' })).toBe(false);
		expect(key.matches({ name: null })).toBe(false);
		expect(key.lookups).toEqual([{ query: 'Ana  Reis' }, { query: 'Ana Reis' }]);
		expect(nameKey('Ana Reis').lookups).toEqual([{ query: 'Ana Reis' }]);
		expectBucket(key, { name: 'ana reis' });
	});
});

describe('an id', () => {
	test('names one record', () => {
		expect(idKey(7).ids).toEqual([7]);
		expect([{ id: 7 }, { id: 77 }].map((entity) => idKey(7).matches(entity))).toEqual([
			true,
			false,
		]);
	});
});

describe('the open lead of a contact', () => {
	test.each([
		[{ status_id: 60001 }, true],
		[{ status_id: 142 }, false],
		[{ status_id: 143 }, false],
		[{ status_id: 60001, is_deleted: true }, false],
	])('%j: %s', (lead, isOpen) => {
		expect(openLeadKey(1).matches(lead)).toBe(isOpen);
	});

	test('is looked for among the leads on its card', () => {
		const idsOf = openLeadKey(1).card?.idsOf;

		expect(idsOf?.({ _embedded: { leads: [{ id: 5 }, { id: 6 }] } })).toEqual([5, 6]);
		expect(idsOf?.({ _embedded: {} })).toEqual([]);
	});
});

test('a record without names and fields matches nothing', () => {
	const keys = [phoneKey('+15550100'), emailKey('a@x.example'), nameKey('A')];

	expect(keys.map((key) => key.matches(nothing))).toEqual([false, false, false]);
	expect(queryKey('a').matches(nothing)).toBe(true);
});
