import { DateTime } from 'luxon';

import { toWireValues } from '../../../../../nodes/Kommo/fields/customFields/toWireValues';
import { contextOf, fieldOf } from './fieldOf';

describe('toWireValues writes the items of fact sheet §4.13', () => {
	it.each<[string, unknown, Array<Record<string, unknown>>]>([
		['text', 'abc', [{ value: 'abc' }]],
		['text', '0', [{ value: '0' }]],
		['text', 0, [{ value: '0' }]],
		['text', false, [{ value: 'false' }]],
		['text', 79001234567, [{ value: '79001234567' }]],
		['text', ['only one'], [{ value: 'only one' }]],
		['text', { value: 'as read' }, [{ value: 'as read' }]],
		['text', new Date(0), [{ value: '1970-01-01T00:00:00.000Z' }]],
		['textarea', 'a\nb, c; d', [{ value: 'a\nb, c; d' }]],
		['streetaddress', 'Main St 1', [{ value: 'Main St 1' }]],
		['url', 'https://example.org/?a=1,2', [{ value: 'https://example.org/?a=1,2' }]],
		['tracking_data', 'utm', [{ value: 'utm' }]],
		['org_legal_name', 'Acme LLC', [{ value: 'Acme LLC' }]],
		['price', 40, [{ value: '40' }]],
		['numeric', 0, [{ value: '0' }]],
		['numeric', 12.5, [{ value: '12.5' }]],
		['numeric', '12,5', [{ value: '12.5' }]],
		['monetary', '99.90', [{ value: '99.90' }]],
		['monetary', { value: '99.9', currency: 'EUR' }, [{ value: '99.9' }]],
		['checkbox', true, [{ value: true }]],
		['checkbox', false, [{ value: false }]],
		['checkbox', 1, [{ value: true }]],
		['checkbox', 0, [{ value: false }]],
		['checkbox', '0', [{ value: false }]],
		['checkbox', '1', [{ value: true }]],
		['checkbox', 'YES', [{ value: true }]],
		['checkbox', 'no', [{ value: false }]],
		['checkbox', 'False', [{ value: false }]],
		['checkbox', 'Да', [{ value: true }]],
		['checkbox', 'нет', [{ value: false }]],
		['select', 'Yes', [{ enum_id: 2001043 }]],
		['select', 'Ads', [{ enum_id: 2001042 }]],
		['select', 'ADS', [{ enum_id: 2001042 }]],
		['select', 2001041, [{ enum_id: 2001041 }]],
		['select', '2001041', [{ enum_id: 2001041 }]],
		['select', '2024', [{ enum_id: 2001044 }]],
		['select', 2024, [{ enum_id: 2001044 }]],
		['select', 'Oak, oiled', [{ enum_id: 2001045 }]],
		['select', ' Ads ', [{ enum_id: 2001042 }]],
		['select', { value: 'Ads', enum_id: 2001042, enum_code: null }, [{ enum_id: 2001042 }]],
		['select', { enum_code: 'ADS' }, [{ enum_id: 2001042 }]],
		['select', { value: 'Ads' }, [{ enum_id: 2001042 }]],
		['select', '[VIP] client', [{ enum_id: 2001046 }]],
		['radiobutton', 'Referral', [{ enum_id: 2001041 }]],
		['category', 'Referral', [{ enum_id: 2001041 }]],
		['multiselect', 'Ads', [{ enum_id: 2001042 }]],
		['multiselect', 'Ads, Yes', [{ enum_id: 2001042 }, { enum_id: 2001043 }]],
		['multiselect', 'Ads;Oak, oiled\nYes', enumIds(2001042, 2001045, 2001043)],
		['multiselect', ['Ads', 2001043, '2001041', 'Ads'], enumIds(2001042, 2001043, 2001041)],
		['multiselect', '["Ads", 2001043]', enumIds(2001042, 2001043)],
		['multiselect', '[VIP] client, Ads', enumIds(2001046, 2001042)],
		['multiselect', [{ value: 'Ads', enum_id: 2001042, enum_code: 'ADS' }], enumIds(2001042)],
		['chained_list', chain(), [chain()]],
		['chained_list', [chain(), { catalog_id: '1', catalog_element_id: '2' }], twoLevels()],
		['chained_list', JSON.stringify([chain()]), [chain()]],
		['legal_entity', { name: 'Acme', entity_type: '2', x: 1 }, [acme({ x: 1 })]],
		['legal_entity', '{"name":"Acme","entity_type":2}', [acme({})]],
		['legal_entity', { value: { name: 'Acme', entity_type: 2 } }, [acme({})]],
		[
			'legal_entity',
			[{ name: 'A', entity_type: null }],
			[{ value: { name: 'A', entity_type: null } }],
		],
		[
			'items',
			{ sku: 'A1', unit_price: '40,5', quantity: 2 },
			[row({ unit_price: 40.5, quantity: 2 })],
		],
		[
			'items',
			[{ sku: 'A1', total_sum: 80, vat_rate_value: 20 }, { sku: 'A1' }],
			[row({}), row({})],
		],
		['items', [{ value: { sku: 'A1', discount: { type: 'amount', value: '5' } } }], [discounted()]],
		['linked_entity', { entity_id: '8100', entity_type: 'contacts' }, [{ value: linked() }]],
		[
			'payer',
			{ name: 'Ana', type: 'individual' },
			[{ value: { name: 'Ana', type: 'individual' } }],
		],
		['payer', { name: 'Ana', value: 1 }, [{ value: { name: 'Ana', value: 1 } }]],
		['supplier', 5600, [{ value: { entity_id: 5600 } }]],
		['supplier', '5600', [{ value: { entity_id: 5600 } }]],
		['supplier', { entity_id: 5600, name: 'read only' }, [{ value: { entity_id: 5600 } }]],
		['file', 'd2a0', [{ value: { file_uuid: 'd2a0' } }]],
		['file', { file_uuid: 'd2a0', is_deleted: false }, [{ value: { file_uuid: 'd2a0' } }]],
		[
			'smart_address',
			{ city: 'Porto', zip: 4000, state: '' },
			[part('city', 'Porto'), part('zip', '4000')],
		],
		[
			'smart_address',
			'{"country":"PT","city":"Porto"}',
			[part('city', 'Porto'), part('country', 'PT')],
		],
		['smart_address', 'Main St 1', [part('address_line_1', 'Main St 1')]],
		['smart_address', [{ value: 'Porto', enum_id: 3 }], [part('city', 'Porto')]],
		['some_new_type', 7, [{ value: 7 }]],
		['some_new_type', [{ any: 1 }, { any: 2 }], [{ any: 1 }, { any: 2 }]],
	])('%s: %j', (type, value, expected) => {
		expect(toWireValues(fieldOf(type), value, contextOf())).toEqual(expected);
	});

	it('does not cut long text', () => {
		const long = 'x'.repeat(70_000);
		expect(toWireValues(fieldOf('text'), long, contextOf())).toEqual([{ value: long }]);
	});
});

describe('toWireValues writes dates', () => {
	it.each<[string, unknown, unknown]>([
		['date_time', '2026-01-31T07:00:00', 1769853600],
		['date_time', '2026-01-31T10:00:00Z', 1769853600],
		['date_time', 1769853600000, 1769853600],
		['date_time', '1769853600', 1769853600],
		['date', '2026-01-31', '2026-01-31T00:00:00+03:00'],
		['date', '2026-01-31T00:00:00', '2026-01-31T00:00:00+03:00'],
		['date', 1769806800, '2026-01-31T00:00:00+03:00'],
		['birthday', '1969-07-20', '1969-07-20T00:00:00+03:00'],
		[
			'birthday',
			DateTime.fromISO('1990-05-17', { zone: 'America/Sao_Paulo' }),
			'1990-05-17T00:00:00+04:00',
		],
	])('%s %s as %s', (type, value, expected) => {
		expect(toWireValues(fieldOf(type), value, contextOf())).toEqual([{ value: expected }]);
	});

	it('takes the workflow zone for days while the zone of the account is unknown', () => {
		const context = contextOf({ accountTimezone: null });
		expect(toWireValues(fieldOf('date'), '2026-01-31', context)).toEqual([
			{ value: '2026-01-31T00:00:00-03:00' },
		]);
	});

	it('starts a day without midnight at its first hour', () => {
		const context = contextOf({ accountTimezone: 'America/Sao_Paulo' });
		expect(toWireValues(fieldOf('date'), '2018-11-04', context)).toEqual([
			{ value: '2018-11-04T01:00:00-02:00' },
		]);
	});
});

function enumIds(...ids: number[]): Array<Record<string, unknown>> {
	return ids.map((id) => ({ enum_id: id }));
}

function chain(): Record<string, unknown> {
	return { catalog_id: 2001, catalog_element_id: 5501 };
}

function twoLevels(): Array<Record<string, unknown>> {
	return [chain(), { catalog_id: 1, catalog_element_id: 2 }];
}

function acme(more: Record<string, unknown>): Record<string, unknown> {
	return { value: { name: 'Acme', entity_type: 2, ...more } };
}

function row(more: Record<string, unknown>): Record<string, unknown> {
	return { value: { sku: 'A1', ...more } };
}

function discounted(): Record<string, unknown> {
	return row({ discount: { type: 'amount', value: 5 } });
}

function linked(): Record<string, unknown> {
	return { entity_id: 8100, entity_type: 'contacts' };
}

function part(code: string, value: string): Record<string, unknown> {
	return { value, enum_code: code };
}
