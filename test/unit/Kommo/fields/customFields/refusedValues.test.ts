import { InvalidValue } from '../../../../../nodes/shared/invalidValue';
import { toWireValues } from '../../../../../nodes/Kommo/fields/customFields/toWireValues';
import { contactField, contextOf, fieldOf, thrownBy } from './fieldOf';

describe('toWireValues refuses', () => {
	it.each<[string, unknown]>([
		['text', { a: 1 }],
		['text', ['a', 'b']],
		['text', null],
		['text', undefined],
		['text', new Date('x')],
		['text', 2 ** 60],
		['numeric', 'abc'],
		['numeric', ''],
		['numeric', 2 ** 60],
		['monetary', true],
		['price', 'free'],
		['checkbox', 'maybe'],
		['checkbox', 2],
		['checkbox', ''],
		['checkbox', {}],
		['date', 'soon'],
		['birthday', '31.01.2026'],
		['date_time', 'soon'],
		['select', 'Adz'],
		['select', 999],
		['select', '0002001041'],
		['select', ''],
		['select', true],
		['select', ['Ads', 'Yes']],
		['category', 'Adz'],
		['multiselect', []],
		['multiselect', '[]'],
		['multiselect', ''],
		['multiselect', ['Ads', 'Adz']],
		['multiselect', 'Ads, Adz'],
		['multitext', []],
		['multitext', ' , '],
		['multitext', { kind: 'MOB' }],
		['multitext', [['+5511999']]],
		['multitext', '[{"value":'],
		['smart_address', {}],
		['smart_address', { city: '' }],
		['smart_address', { town: 'Porto' }],
		['smart_address', { city: { name: 'Porto' } }],
		['smart_address', 5],
		['smart_address', '{"city":'],
		['legal_entity', { vat_id: '1' }],
		['legal_entity', { name: '' }],
		['legal_entity', { name: 'Acme', entity_type: 3 }],
		['legal_entity', [{ name: 'A' }, { name: 'B' }]],
		['legal_entity', 'Acme'],
		['legal_entity', '{"name":'],
		['items', []],
		['items', {}],
		['items', 'chair'],
		['items', { sku: 'A1', quantity: 'two' }],
		['items', { sku: 'A1', product_id: 1.5 }],
		['items', { sku: 'A1', discount: 10 }],
		['items', { sku: 'A1', discount: { type: 'percent', value: 10 } }],
		['items', { sku: 'A1', discount: { type: 'amount' } }],
		['linked_entity', { entity_type: 'contacts' }],
		['linked_entity', { entity_id: 'Ana' }],
		['payer', { vat_id: '1' }],
		['payer', { name: 'Ana', type: 'person' }],
		['supplier', { name: 'Acme' }],
		['supplier', 'Acme'],
		['file', { file_name: 'a.pdf' }],
		['file', ''],
		['chained_list', { catalog_id: 1 }],
		['chained_list', [{ catalog_id: 1, catalog_element_id: 'x' }]],
		['chained_list', []],
		['some_new_type', []],
	])('%s: %j, naming the field and how to mend it', (type, value) => {
		const error = thrownBy(() => toWireValues(fieldOf(type), value, contextOf()));
		expect(error).toBeInstanceOf(InvalidValue);
		expect(error.message).toMatch(/'Channel(: [\w ]+)*'/);
		expect(error.message).not.toMatch(/error|problem|failure|mistake/i);
		expect(error.description).toMatch(/\.$/);
	});

	it.each<[string, unknown, string]>([
		['select', 'Adz', '"Ads"'],
		['select', 'ads', '"Ads"'],
		['multiselect', 'Yes, Referal', '"Referral"'],
		['category', 'Referal', '"Referral"'],
		['smart_address', { town: 'Porto', citi: 'Porto' }, '"'],
		['smart_address', { citi: 'Porto' }, '"city"'],
	])('%s %j and names what is like it', (type, value, named) => {
		const error = thrownBy(() => toWireValues(fieldOf(type), value, contextOf()));
		expect(error.description).toContain(named);
	});

	it('an unknown kind of phone and lists the kinds', () => {
		const error = thrownBy(() =>
			toWireValues(contactField('PHONE'), { value: '+5511999', kind: 'MOBILE' }, contextOf()),
		);
		expect(error.message).toContain('"MOBILE"');
		expect(error.description).toContain('"MOB"');
	});

	it('an option text that two options share and gives their ids', () => {
		const field = fieldOf('category', {
			nested: [
				{ id: 1, parent_id: null, value: 'Chairs' },
				{ id: 2, parent_id: 7, value: 'Chairs' },
			],
		});
		const error = thrownBy(() => toWireValues(field, 'Chairs', contextOf()));
		expect(error.description).toContain('1, 2');
		expect(toWireValues(field, '2', contextOf())).toEqual([{ enum_id: 2 }]);
	});

	it('any option of a field without options, and says so', () => {
		const field = fieldOf('select', { enums: null });
		const error = thrownBy(() => toWireValues(field, 'Ads', contextOf()));
		expect(error.description).toContain('no options');
	});
});
