import { phone, phoneOrExtension } from '../../../../nodes/Comagic/fields/callNumbers';
import type { ComagicRow } from '../../../../nodes/Comagic/fields/comagicField';

const row = {} as ComagicRow;
const full = (value: unknown) => phone('Number')(value, row);
const any = (value: unknown) => phoneOrExtension('Number')(value, row);

test.each<[unknown, string]>([
	['79151234567', '79151234567'],
	[79151234567, '79151234567'],
	['+7 (915) 123-45-67', '79151234567'],
	['8 (915) 123-45-67', '79151234567'],
	['8 800 555-35-35', '78005553535'],
	['8.495.123.45.67', '74951234567'],
	[' 7\u00a0495\u00a0123–45–67 ', '74951234567'],
	['tel:+74951234567', '74951234567'],
	['+81 3 1234 5678', '81312345678'],
	['81312345678', '81312345678'],
	['+86 10 1234 5678', '861012345678'],
	['0049 30 123456', '4930123456'],
	['8 10 49 30 123456', '4930123456'],
	['+971 4 123 4567', '97141234567'],
	[{ __rl: true, mode: 'id', value: '+7 495 123-45-67' }, '74951234567'],
])('%j is called as %s', (value, number) => {
	expect(full(value)).toBe(number);
	expect(any(value)).toBe(number);
});

test.each<[unknown, string]>([
	['101', '101'],
	[101, '101'],
	['89', '89'],
	['sip:office@pbx.example.com', 'sip:office@pbx.example.com'],
	['office_12', 'office_12'],
	['0123456', '0123456'],
])('the extension or SIP number %j stays %s', (value, number) => {
	expect(any(value)).toBe(number);
	expect(() => full(value)).toThrow(/'Number' is not a phone number/);
});

test.each(['', '   ', null, undefined])('%j is left out', (value) => {
	expect(full(value)).toBeUndefined();
	expect(any(value)).toBeUndefined();
});

test.each(['+', '7495123456789012', '7495 ext 5', '+7 495 #', '{{phone}}'])(
	'%s is refused',
	(value) => {
		expect(() => full(value)).toThrow(/'Number' is not a phone number/);
		expect(() => any(value)).toThrow(/'Number' is neither a phone number nor an extension/);
	},
);
