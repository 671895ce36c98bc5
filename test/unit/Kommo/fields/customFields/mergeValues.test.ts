import fc from 'fast-check';

import {
	isMultiValue,
	mergeValues,
} from '../../../../../nodes/Kommo/fields/customFields/mergeValues';
import type { CustomFieldRead, CustomFieldValue } from '../../../../../nodes/Kommo/model';
import { contactField, entryOf, fieldOf } from './fieldOf';

type Mode = 'add' | 'remove';

function stored(code: 'PHONE' | 'EMAIL', ...values: Array<[string, string]>): CustomFieldRead {
	return entryOf(
		contactField(code),
		values.map(([value, kind], i) => ({ value, enum_id: 193200 + i, enum_code: kind })),
	);
}

const phones = stored('PHONE', ['+7 900 123-45-67', 'MOB'], ['+5511999', 'WORK']);
const emails = stored('EMAIL', ['Ana@Example.org', 'PRIV']);
const options = entryOf(fieldOf('multiselect'), [
	{ value: 'Referral', enum_id: 41, enum_code: null },
	{ value: 'Ads', enum_id: 42, enum_code: 'ADS' },
]);
const rows = entryOf(fieldOf('items'), [
	{ value: { sku: 'A1', quantity: 2, total_sum: 80, is_discount_recalculated: false } },
	{ value: { sku: 'A2', quantity: 1, total_sum: 10 } },
]);
const mobile = { value: '+7 900 123-45-67', enum_code: 'MOB' };
const work = { value: '+5511999', enum_code: 'WORK' };

describe('mergeValues', () => {
	it.each<[string, string, CustomFieldRead, Mode, CustomFieldValue[], CustomFieldValue[] | null]>([
		[
			'a new phone to one whose kind has the old key (§4.13)',
			'multitext',
			entryOf(contactField('PHONE'), [{ value: '+7 900 123-45-67', enum: 'MOB' }]),
			'add',
			[work],
			[mobile, work],
		],
		[
			'a new phone',
			'multitext',
			phones,
			'add',
			[{ value: '+1555', enum_code: 'WORK' }],
			[mobile, work, { value: '+1555', enum_code: 'WORK' }],
		],
		[
			'a phone that is there in other spelling',
			'multitext',
			phones,
			'add',
			[{ value: '79001234567', enum_code: 'WORK' }],
			[mobile, work],
		],
		[
			'the same phone twice',
			'multitext',
			entryOf(contactField('PHONE'), []),
			'add',
			[work, work],
			[work],
		],
		[
			'an e-mail in other case',
			'multitext',
			emails,
			'add',
			[{ value: 'ana@example.ORG', enum_code: 'WORK' }],
			[{ value: 'Ana@Example.org', enum_code: 'PRIV' }],
		],
		[
			'a phone gone',
			'multitext',
			phones,
			'remove',
			[{ value: '7 (900) 123 45 67', enum_code: 'WORK' }],
			[work],
		],
		[
			'the last e-mail gone',
			'multitext',
			emails,
			'remove',
			[{ value: 'ana@example.org', enum_code: 'WORK' }],
			null,
		],
		[
			'a phone gone that was not there',
			'multitext',
			phones,
			'remove',
			[{ value: '+1555', enum_code: 'WORK' }],
			[mobile, work],
		],
		[
			'a new option',
			'multiselect',
			options,
			'add',
			[{ enum_id: 43 }],
			[{ enum_id: 41 }, { enum_id: 42 }, { enum_id: 43 }],
		],
		[
			'an option that is there',
			'multiselect',
			options,
			'add',
			[{ enum_id: 42 }],
			[{ enum_id: 41 }, { enum_id: 42 }],
		],
		['an option gone', 'multiselect', options, 'remove', [{ enum_id: 41 }], [{ enum_id: 42 }]],
		[
			'all options gone',
			'multiselect',
			options,
			'remove',
			[{ enum_id: 41 }, { enum_id: 42 }],
			null,
		],
		[
			'a new row',
			'items',
			rows,
			'add',
			[{ value: { sku: 'A3' } }],
			[
				{ value: { sku: 'A1', quantity: 2 } },
				{ value: { sku: 'A2', quantity: 1 } },
				{ value: { sku: 'A3' } },
			],
		],
		[
			'a row gone by its key',
			'items',
			rows,
			'remove',
			[{ value: { sku: 'A1' } }],
			[{ value: { sku: 'A2', quantity: 1 } }],
		],
		[
			'another text',
			'text',
			entryOf(fieldOf('text'), [{ value: 'a' }]),
			'add',
			[{ value: 'b' }],
			[{ value: 'b' }],
		],
		[
			'the text gone',
			'text',
			entryOf(fieldOf('text'), [{ value: 'a' }]),
			'remove',
			[{ value: 'a' }],
			null,
		],
		[
			'another option',
			'select',
			entryOf(fieldOf('select'), [{ value: 'Ads', enum_id: 42, enum_code: null }]),
			'remove',
			[{ enum_id: 41 }],
			[{ enum_id: 42 }],
		],
	])('%s in a %s field', (_, type, current, mode, wanted, expected) => {
		expect(mergeValues(type, current, wanted, mode)).toEqual(expected);
	});

	it('adds to a field that is not filled', () => {
		expect(mergeValues('multitext', undefined, [work], 'add')).toEqual([work]);
		expect(mergeValues('multitext', undefined, [work], 'remove')).toBeNull();
	});

	it.each<[string, CustomFieldValue, CustomFieldValue]>([
		['multitext', { value: 'a', enum_id: 1, enum_code: null }, { value: 'a', enum_id: 1 }],
		[
			'smart_address',
			{ value: 'Porto', enum_id: 3, enum_code: 'city' },
			{ value: 'Porto', enum_code: 'city' },
		],
		['multiselect', { value: 'Old', enum_id: null, enum_code: null }, { value: 'Old' }],
		['monetary', { value: '9', currency: 'EUR' }, { value: '9' }],
		['file', { value: { file_uuid: 'd2', is_deleted: false } }, { value: { file_uuid: 'd2' } }],
		['supplier', { value: { entity_id: 5, name: 'Acme' } }, { value: { entity_id: 5 } }],
		[
			'chained_list',
			{ catalog_id: 1, catalog_element_id: 2, value: 'x' },
			{ catalog_id: 1, catalog_element_id: 2 },
		],
	])('sends back a %s value without the keys that only reading gives', (type, item, expected) => {
		const current = entryOf(fieldOf(type), [item]);
		expect(mergeValues(type, current, [], 'remove')).toEqual([expected]);
	});

	it('adding then removing the same phones leaves what was there', () => {
		const phone = fc.stringMatching(/^\+[1-9]\d{7,12}$/);
		fc.assert(
			fc.property(fc.uniqueArray(phone), fc.uniqueArray(phone), (present, added) => {
				const fresh = added.filter((value) => !present.includes(value));
				const before = stored('PHONE', ...present.map((value): [string, string] => [value, 'MOB']));
				const wanted = fresh.map((value) => ({ value, enum_code: 'WORK' }));
				const merged = mergeValues('multitext', before, wanted, 'add') ?? [];
				expect(merged).toHaveLength(present.length + fresh.length);
				const after = mergeValues(
					'multitext',
					entryOf(contactField('PHONE'), merged),
					wanted,
					'remove',
				);
				expect((after ?? []).map((item) => item['value'])).toEqual(present);
			}),
		);
	});
});

describe('isMultiValue', () => {
	it.each(['multitext', 'multiselect', 'items'])('is true for %s', (type) => {
		expect(isMultiValue(type)).toBe(true);
	});

	it.each(['text', 'select', 'smart_address', 'chained_list', 'legal_entity', 'unknown'])(
		'is false for %s',
		(type) => {
			expect(isMultiValue(type)).toBe(false);
		},
	);
});
