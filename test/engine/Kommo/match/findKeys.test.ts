import type { INodeParameters } from 'n8n-workflow';

import { partial } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { runnerOf, sent } from '../kommoRunner';

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');

const by = (matchBy: string, matchValue: string, options: INodeParameters = {}) => ({
	matchBy,
	matchValue,
	options,
});
const searches = () => sent(sandbox()).filter(({ path }) => path === '/api/v4/contacts');

describe('what cannot be looked for is told on its item, and nothing is sent', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['no digits', by('phone', 'unknown'), /^'Value to Match' is not a phone number: unknown/],
		['two phones', by('phone', '+15550100, +15550101'), /holds several values for a phone/],
		['two addresses', by('email', 'a@x.example;b@x.example'), /several values for an email/],
		['a choice of another resource', by('contact', '1'), /^'Match By' does not exist: contact/],
		['no field', by('customField', '1'), /^'Custom Field Name or ID' is empty/],
	])('%s', async (_name, parameters, message) => {
		const { error } = await contact('find', parameters);

		expect(error?.message).toMatch(message);
		expect(searches()).toEqual([]);
	});

	test.each([
		['a checkbox', 'Newsletter', 'yes'],
		['an address', 'Address', 'Main St 1'],
	])('%s tells no contact from another', async (_name, matchFieldId, value) => {
		const { error } = await contact('find', { ...by('customField', value), matchFieldId });

		expect(error?.message).toMatch(/cannot tell one record from another/);
	});
});

describe('custom fields are compared by their type', () => {
	const stored: Array<[string, number, object[]]> = [
		['Loyalty points', 3009, [{ value: '12.50' }]],
		['Language', 3006, [{ value: 'Spanish', enum_id: 300602, enum_code: 'ES' }]],
		['Birthday', 3005, [{ value: Date.UTC(1990, 3, 17, 6) / 1000 }]],
	];
	beforeEach(() => {
		const [first] = sandbox().accounts.kommo.store.contacts.values();
		for (const [, id, values] of stored) first?.values.set(id, values);
	});

	test.each([
		['a number whatever its digits', 'Loyalty points', '12.5', false, true],
		['a number with more zeros', 'Loyalty points', '12.5000', false, true],
		['another number', 'Loyalty points', '12', false, false],
		['an option by its text', 'Language', 'Spanish', false, true],
		['an option by its id', 'Language', '300602', false, true],
		['another option', 'Language', 'English', false, false],
		['a day, among all', 'Birthday', '1990-04-17', true, true],
		['another day, among all', 'Birthday', '1990-04-18', true, false],
	])('%s', async (_name, matchFieldId, value, matchAgainstAll, found) => {
		const parameters = by('customField', value, { matchAgainstAll });
		const { json, error } = await contact('find', { ...parameters, matchFieldId });

		expect(error).toBeNull();
		expect(json).toEqual([partial({ found })]);
	});

	test('a day cannot be searched for, and the message says how it is found', async () => {
		const parameters = { ...by('customField', '1990-04-17'), matchFieldId: 'Birthday' };
		const { error } = await contact('find', parameters);

		expect(error?.message).toMatch(/^Birthday "1990-04-17.*" cannot be searched for/);
		expect(error?.description).toMatch(/'Match Against All Records'/);
	});
});
