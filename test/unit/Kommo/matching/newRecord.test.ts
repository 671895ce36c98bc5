import { phoneKey } from '../../../../nodes/Kommo/matching/matchKeys';
import {
	combineBodies,
	withContact,
	withField,
	withName,
	withoutCleared,
} from '../../../../nodes/Kommo/matching/newRecord';
import type { CustomFieldDefinition } from '../../../../nodes/Kommo/model';

const PHONE: CustomFieldDefinition = {
	id: 3001,
	name: 'Phone',
	type: 'multitext',
	code: 'PHONE',
	enums: null,
};
const key = phoneKey('+15550100');
const value = { value: '+15550100', enum_code: 'WORK' };
const entry = (...values: object[]) => ({ custom_fields_values: [{ field_id: 3001, values }] });

describe('the field a record was looked for by', () => {
	test.each([
		['is added', {}, entry(value)],
		['joins other values', entry({ value: '+15550101' }), entry({ value: '+15550101' }, value)],
		['stays as it is given', entry({ value: '1 555 0100' }), entry({ value: '1 555 0100' })],
	])('%s', (_name, body, expected) => {
		expect(withField(body, PHONE, [value], key)).toEqual(expected);
	});

	test('keeps the only value it may have', () => {
		const body = entry({ value: 'given' });

		expect(withField(body, { ...PHONE, type: 'text' }, [value], key)).toEqual(body);
	});

	test('stands beside other fields', () => {
		const other = { field_id: 3003, values: [{ value: 'Owner' }] };

		expect(withField({ custom_fields_values: [other] }, PHONE, [value], key)).toEqual({
			custom_fields_values: [other, { field_id: 3001, values: [value] }],
		});
	});
});

test.each([
	[{}, { name: 'A' }],
	[{ name: 'B' }, { name: 'B' }],
	[{ first_name: 'B' }, { first_name: 'B' }],
])('a name completes %j to %j', (body, expected) => {
	expect(withName(body, 'A')).toEqual(expected);
});

test('a contact is linked once, as the main one where it is the only one', () => {
	const alone = { _embedded: { contacts: [{ id: 1, is_main: true }] } };
	const second = {
		_embedded: {
			contacts: [
				{ id: 2, is_main: true },
				{ id: 1, is_main: false },
			],
		},
	};

	expect(withContact({}, 1)).toEqual(alone);
	expect(withContact(alone, 1)).toEqual(alone);
	expect(withContact({ _embedded: { contacts: [{ id: 2, is_main: true }] } }, 1)).toEqual(second);
	expect(withContact({ _embedded: { tags: [] } }, 1)).toEqual({
		_embedded: { tags: [], ...alone._embedded },
	});
});

test('a new record is not told to clear a field', () => {
	const cleared = { field_id: 1, values: null };

	expect(withoutCleared({ name: 'A', custom_fields_values: [cleared] })).toEqual({ name: 'A' });
	expect(withoutCleared({ name: 'A', custom_fields_values: [] })).toEqual({ name: 'A' });
	expect(withoutCleared({ ...entry(value), name: 'A' })).toEqual({ ...entry(value), name: 'A' });
});

test('values for one case win by field, and tags to add come together', () => {
	const common = {
		name: 'A',
		price: 1,
		custom_fields_values: [
			{ field_id: 1, values: 'c' },
			{ field_id: 2, values: 'c' },
		],
		tags_to_add: [{ name: 'c' }],
	};
	const special = {
		name: 'B',
		custom_fields_values: [{ field_id: 2, values: 's' }],
		tags_to_add: [{ name: 's' }],
		tags_to_delete: [{ name: 'd' }],
	};

	expect(combineBodies(common, special)).toEqual({
		name: 'B',
		price: 1,
		custom_fields_values: [
			{ field_id: 1, values: 'c' },
			{ field_id: 2, values: 's' },
		],
		tags_to_add: [{ name: 'c' }, { name: 's' }],
		tags_to_delete: [{ name: 'd' }],
	});
	expect(combineBodies(common, {})).toEqual(common);
});
