import { fromWireValues } from '../../../../../nodes/Kommo/fields/customFields/fromWireValues';
import { simplifyCustomFields } from '../../../../../nodes/Kommo/fields/customFields/simplifyCustomFields';
import type { CustomFieldValue } from '../../../../../nodes/Kommo/model';
import { entryOf, fieldOf } from './fieldOf';

const MOSCOW_JAN_31 = 1769806800;

describe('fromWireValues restores the types of fact sheet §4.13', () => {
	it.each<[string, CustomFieldValue[], unknown]>([
		['text', [{ value: 'abc' }], 'abc'],
		['text', [{ value: '0' }], '0'],
		['textarea', [{ value: 'a\nb' }], 'a\nb'],
		['url', [{ value: 'https://example.org' }], 'https://example.org'],
		['numeric', [{ value: '12.5' }], 12.5],
		['numeric', [{ value: '0' }], 0],
		['numeric', [{ value: 7 }], 7],
		['numeric', [{ value: '40817810099910004312' }], '40817810099910004312'],
		['numeric', [{ value: 'odd' }], 'odd'],
		['monetary', [{ value: '99.90', currency: 'EUR' }], 99.9],
		['price', [{ value: '40' }], 40],
		['checkbox', [{ value: true }], true],
		['checkbox', [{ value: false }], false],
		['checkbox', [{ value: '0' }], false],
		['checkbox', [{ value: 1 }], true],
		['date', [{ value: MOSCOW_JAN_31 }], '2026-01-31'],
		['date', [{ value: '2026-01-31T00:00:00+03:00' }], '2026-01-31'],
		['date', [{ value: 'odd' }], 'odd'],
		['birthday', [{ value: -14256000 }], '1969-07-20'],
		['date_time', [{ value: 1769853600 }], '2026-01-31T13:00:00+03:00'],
		['date_time', [{ value: null }], null],
		['select', [{ value: 'Ads', enum_id: 42, enum_code: null }], 'Ads'],
		['select', [{ enum_id: 42 }], 42],
		['category', [{ value: 'Chairs', enum_id: 42, enum_code: null }], 'Chairs'],
		['multiselect', [{ value: 'Ads', enum_id: 42, enum_code: null }], ['Ads']],
		[
			'multitext',
			[{ value: '+55', enum_id: 1, enum_code: 'MOB' }],
			[{ value: '+55', kind: 'MOB' }],
		],
		['multitext', [{ value: '+55', enum_id: 1, enum_code: null }], [{ value: '+55', kind: 1 }]],
		['multitext', [{ value: '+55' }], [{ value: '+55' }]],
		// old answers call the key of the code `enum` (§4.13)
		['multitext', [{ value: '+55', enum_id: 1, enum: 'MOB' }], [{ value: '+55', kind: 'MOB' }]],
		[
			'smart_address',
			[
				{ value: 'Porto', enum_id: 3, enum_code: 'city' },
				{ value: 'PT', enum_id: 6 },
			],
			{ city: 'Porto', country: 'PT' },
		],
		['legal_entity', [{ value: { name: 'Acme', kpp: null } }], { name: 'Acme', kpp: null }],
		['items', [{ value: { sku: 'A1' } }, { value: { sku: 'A2' } }], [{ sku: 'A1' }, { sku: 'A2' }]],
		['items', [{ value: { sku: 'A1' } }], [{ sku: 'A1' }]],
		['linked_entity', [{ value: { entity_id: 8100 } }], { entity_id: 8100 }],
		[
			'chained_list',
			[{ catalog_id: 2001, catalog_element_id: 5501 }],
			[{ catalog_id: 2001, catalog_element_id: 5501 }],
		],
		['file', [{ value: { file_uuid: 'd2a0' } }], { file_uuid: 'd2a0' }],
		['payer', [{ value: { name: 'Ana' } }], { name: 'Ana' }],
		['supplier', [{ value: { entity_id: 5600 } }], { entity_id: 5600 }],
		['some_new_type', [{ any: 1 }], [{ any: 1 }]],
		['text', [], null],
		['multitext', [], []],
		['text', [{ value: 'a' }, { value: 'b' }], ['a', 'b']],
	])('%s: %j becomes %j', (type, values, expected) => {
		expect(fromWireValues(entryOf(fieldOf(type), values), 'Europe/Moscow')).toEqual(expected);
	});

	it.each([
		['text', null],
		['multitext', []],
		['smart_address', {}],
		['some_new_type', null],
	])(
		'%s with null instead of values, which is how a field is cleared, becomes %j',
		(type, empty) => {
			const entry = { ...entryOf(fieldOf(type), []), values: null };
			expect(fromWireValues(entry, 'Europe/Moscow')).toEqual(empty);
		},
	);

	it.each([
		['Pacific/Honolulu', 1769853600],
		['America/Sao_Paulo', 1769828400],
		['UTC', 1769817600],
		['Europe/Moscow', MOSCOW_JAN_31],
		['Asia/Kamchatka', 1769774400],
		['Pacific/Auckland', 1769770800],
	])('tells the day of midnight in %s without knowing the zone', (_, midnight) => {
		expect(fromWireValues(entryOf(fieldOf('date'), [{ value: midnight }]))).toBe('2026-01-31');
	});

	it('gives moments in UTC without a zone', () => {
		expect(fromWireValues(entryOf(fieldOf('date_time'), [{ value: 1769853600 }]))).toBe(
			'2026-01-31T10:00:00Z',
		);
	});
});

describe('simplifyCustomFields', () => {
	it('keys the values by the name of their field', () => {
		const entries = [
			entryOf(fieldOf('text', { id: 1, name: 'Telegram ID' }), [{ value: '123' }]),
			entryOf(fieldOf('date', { id: 2, name: 'Visit' }), [{ value: MOSCOW_JAN_31 }]),
			entryOf(fieldOf('multitext', { id: 3, name: 'Phone' }), [{ value: '+55', enum_code: 'MOB' }]),
		];
		expect(simplifyCustomFields(entries, 'Europe/Moscow')).toEqual({
			'Telegram ID': '123',
			Visit: '2026-01-31',
			Phone: [{ value: '+55', kind: 'MOB' }],
		});
	});

	it('puts the id behind every name that occurs twice', () => {
		const entries = [1, 2, 3].map((id) =>
			entryOf(fieldOf('text', { id, name: id === 3 ? 'Note' : 'Budget' }), [{ value: `v${id}` }]),
		);
		expect(simplifyCustomFields(entries)).toEqual({
			'Budget (1)': 'v1',
			'Budget (2)': 'v2',
			Note: 'v3',
		});
	});

	it('keys what has no name by its code, else by its id', () => {
		const coded = entryOf(fieldOf('text', { id: 1, name: '', code: 'POSITION' }), [{ value: 'a' }]);
		const bare = entryOf(fieldOf('text', { id: 2, name: '', code: null }), [{ value: 'b' }]);
		expect(simplifyCustomFields([coded, bare])).toEqual({ POSITION: 'a', 2: 'b' });
	});

	it('gives an own property for a field called like a built-in', () => {
		const entries = [entryOf(fieldOf('text', { name: '__proto__' }), [{ value: 'x' }])];
		expect(Object.entries(simplifyCustomFields(entries))).toEqual([['__proto__', 'x']]);
	});

	it.each([null, undefined, []])('gives {} for %p', (values) => {
		expect(simplifyCustomFields(values)).toEqual({});
	});
});
