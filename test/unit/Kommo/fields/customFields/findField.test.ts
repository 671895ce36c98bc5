import { InvalidValue } from '../../../../../nodes/shared/invalidValue';
import { findField } from '../../../../../nodes/Kommo/fields/customFields/findField';
import { fieldOf, thrownBy } from './fieldOf';

const fields = [
	fieldOf('multitext', { id: 10, name: 'Телефон', code: 'PHONE' }),
	fieldOf('text', { id: 11, name: 'Telegram ID', code: null }),
	fieldOf('text', { id: 12, name: 'Budget', code: null }),
	fieldOf('numeric', { id: 13, name: 'Budget', code: null }),
	fieldOf('text', { id: 14, name: '2024', code: null }),
	fieldOf('text', { id: 15, name: 'Phone', code: null }),
	fieldOf('text', { id: 16, name: 'phone number', code: '' }),
];

describe('findField', () => {
	it.each<[string, string | number, number]>([
		['an id', 12, 12],
		['digits of an id', '13', 13],
		['a code', 'PHONE', 10],
		['a name', 'Telegram ID', 11],
		['a name in another case', 'telegram id', 11],
		['digits that are no id but a name', '2024', 14],
		['the exact name before a code in another case', 'Phone', 15],
		['a code in another case', 'phone', 10],
		['a name with its id, as Simplify writes it', 'Budget (13)', 13],
		['a name with outer spaces', ' Telegram ID ', 11],
	])('finds a field by %s', (_, key, id) => {
		expect(findField(fields, key).id).toBe(id);
	});

	it('names all candidates with their ids when a name is not unique', () => {
		const error = thrownBy(() => findField(fields, 'Budget'));
		expect(error).toBeInstanceOf(InvalidValue);
		expect(error.message).toContain("'Budget'");
		expect(error.description).toContain('"Budget" (12), "Budget" (13)');
	});

	it.each<[string | number, string]>([
		['Telegramm', '"Telegram ID" (11)'],
		['PHONES', '"Телефон" (10)'],
		[999, '('],
	])('names the nearest fields for the unknown %p', (key, expected) => {
		const error = thrownBy(() => findField(fields, key));
		expect(error.message).toContain(`'${key}'`);
		expect(error.description).toContain(expected);
	});

	it('refuses an empty key even where a field has an empty code', () => {
		expect(() => findField(fields, ' ')).toThrow(InvalidValue);
	});

	it('says so when there are no fields at all', () => {
		expect(thrownBy(() => findField([], 'Budget')).description).toContain('no custom fields');
	});
});
