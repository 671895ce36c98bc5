import { InvalidValue } from '../../../../../nodes/shared/invalidValue';
import { toWireValues } from '../../../../../nodes/Kommo/fields/customFields/toWireValues';
import { contactField, contextOf, fieldOf } from './fieldOf';

describe('toWireValues writes phones and e-mails', () => {
	it.each<[string, unknown, Array<Record<string, unknown>>]>([
		['one text', '+5511999', [phone('+5511999')]],
		['a number', 79001234567, [phone('79001234567')]],
		[
			'several texts',
			'+5511999\n+5511888, +5511777;+5511666',
			phones('+5511999', '+5511888', '+5511777', '+5511666'),
		],
		['a list', ['+5511999', 5511888], phones('+5511999', '5511888')],
		['a kind', { value: '+5511999', kind: 'mob' }, [phone('+5511999', 'MOB')]],
		['an enum code', [{ value: '+5511999', enum_code: 'FAX' }], [phone('+5511999', 'FAX')]],
		['an enum id', [{ value: '+5511999', enum_id: 193204 }], [phone('+5511999', 'HOME')]],
		['JSON text', '[{"value":"+5511999","kind":"OTHER"}]', [phone('+5511999', 'OTHER')]],
		['empty ones between', '+5511999,, ', [phone('+5511999')]],
		['null ones between', ['+5511999', null, { value: null }], [phone('+5511999')]],
	])('from %s', (_, value, expected) => {
		expect(toWireValues(contactField('PHONE'), value, contextOf())).toEqual(expected);
	});

	it('uses the kind that the form has fixed, unless the value has its own', () => {
		const value = ['+5511999', { value: '+5511888', kind: 'HOME' }];
		expect(toWireValues(contactField('PHONE'), value, contextOf({ kind: 'MOB' }))).toEqual([
			phone('+5511999', 'MOB'),
			phone('+5511888', 'HOME'),
		]);
	});

	it('knows the predefined kinds without a list in the definition', () => {
		const email = { ...contactField('EMAIL'), enums: null };
		expect(toWireValues(email, { value: 'a@example.org', kind: 'PRIV' }, contextOf())).toEqual([
			{ value: 'a@example.org', enum_code: 'PRIV' },
		]);
		expect(() => toWireValues(email, { value: 'a@example.org', kind: 'FAX' }, contextOf())).toThrow(
			InvalidValue,
		);
		expect(toWireValues(email, { value: 'a@example.org', enum_id: 7 }, contextOf())).toEqual([
			{ value: 'a@example.org', enum_id: 7 },
		]);
	});

	it('takes the first kind of a field that has no WORK, and none where none are known', () => {
		const messenger = fieldOf('multitext', {
			code: 'IM',
			enums: [{ id: 5, value: 'Skype', code: 'SKYPE' }],
		});
		expect(toWireValues(messenger, 'ana', contextOf())).toEqual([
			{ value: 'ana', enum_code: 'SKYPE' },
		]);
		const bare = fieldOf('multitext', { code: 'IM' });
		expect(toWireValues(bare, 'ana', contextOf())).toEqual([{ value: 'ana' }]);
		expect(toWireValues(bare, { value: 'ana', kind: 'ICQ' }, contextOf())).toEqual([
			{ value: 'ana', enum_code: 'ICQ' },
		]);
	});

	it.each<['PHONE' | 'EMAIL', string]>([
		['PHONE', '12'],
		['PHONE', 'call me'],
		['PHONE', '1234567890123456'],
		['EMAIL', 'ana.example.org'],
		['EMAIL', 'ana@example'],
		['EMAIL', 'a b@example.org'],
	])('warns about the odd %s "%s" and sends it', (code, value) => {
		const context = contextOf();
		expect(toWireValues(contactField(code), value, context)).toEqual([
			{ value, enum_code: 'WORK' },
		]);
		expect(context.warnings).toHaveLength(1);
		expect(context.warnings[0]).toContain(value);
		expect(context.warnings[0]).toContain(`'${contactField(code).name}'`);
	});

	it.each<['PHONE' | 'EMAIL', string]>([
		['PHONE', '+7 (900) 123-45-67'],
		['PHONE', '8 900 1234567 доб. 12'],
		['PHONE', '555-0100 ext 7'],
		['EMAIL', 'ana.reis+crm@mail.example.org'],
	])('does not warn about the %s "%s"', (code, value) => {
		const context = contextOf();
		toWireValues(contactField(code), value, context);
		expect(context.warnings).toEqual([]);
	});
});

function phone(value: string, kind = 'WORK'): Record<string, unknown> {
	return { value, enum_code: kind };
}

function phones(...values: string[]): Array<Record<string, unknown>> {
	return values.map((value) => phone(value));
}
