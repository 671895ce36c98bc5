import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';
import { autoMapped, mapped } from './mapper';
import { onlyRow, readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');
const contact = runnerOf(sandbox, 'contact');

describe('mapping automatically', () => {
	test('columns are matched by id, code and name; others are left alone (§4.12)', async () => {
		await lead('create', { name: '={{ $json.name }}', ...autoMapped }, [
			{ name: 'A', 3102: 'AB-1', channel: 'Ads', 'budget (hours)': '3', unknown: 'x', price: 7 },
		]);

		expect(onlyRow(sandbox())).toEqual({
			name: 'A',
			custom_fields_values: [
				{ field_id: 3102, values: [{ value: 'AB-1' }] },
				{ field_id: 3101, values: [{ enum_id: 310102 }] },
				{ field_id: 3103, values: [{ value: '3' }] },
			],
		});
	});

	test('definitions are read once for all items, whose columns differ', async () => {
		await contact('create', autoMapped, [
			{ PHONE: '+1 202 555 0111', Position: 'Owner' },
			{ '3001:MOB': '+1 202 555 0112', EMAIL: 'a@x.example' },
			{ other: 1 },
		]);

		expect(readPaths(sandbox())).toEqual(['/api/v4/contacts/custom_fields']);
		expect(sent(sandbox(), 'POST')[0]?.body).toEqual([
			{
				custom_fields_values: [
					{ field_id: 3001, values: [{ value: '+1 202 555 0111', enum_code: 'WORK' }] },
					{ field_id: 3003, values: [{ value: 'Owner' }] },
				],
				request_id: 'i0',
			},
			{
				custom_fields_values: [
					{ field_id: 3001, values: [{ value: '+1 202 555 0112', enum_code: 'MOB' }] },
					{ field_id: 3002, values: [{ value: 'a@x.example', enum_code: 'WORK' }] },
				],
				request_id: 'i1',
			},
			{ request_id: 'i2' },
		]);
	});

	test('empty columns are not sent, 0 and false are', async () => {
		await lead('create', autoMapped, [
			{ 3102: '', 3110: null, 3103: 0, Urgent: false, Site: '   ' },
		]);

		expect(onlyRow(sandbox())).toEqual({
			custom_fields_values: [
				{ field_id: 3103, values: [{ value: '0' }] },
				{ field_id: 3107, values: [{ value: false }] },
			],
		});
	});

	test('what Simplify gives can be written back as it is', async () => {
		const { json } = await lead('get', { leadId: byId(7002) });
		sandbox().clearRequests();
		await lead('create', autoMapped, [json[0]?.customFields as never]);

		expect(onlyRow(sandbox())).toEqual({
			custom_fields_values: [
				{ field_id: 3101, values: [{ enum_id: 310102 }] },
				{ field_id: 3104, values: [{ enum_id: 310401 }, { enum_id: 310402 }] },
				{ field_id: 3105, values: [{ value: '2026-02-02T00:00:00-05:00' }] },
			],
		});
	});

	test('a name that several fields share is refused with their ids', async () => {
		const fields = sandbox().accounts.kommo.store.customFields;
		const wishes = fields.get(3110);
		if (wishes) fields.set(3199, { ...wishes, id: 3199 });
		const { error } = await lead('create', autoMapped, [{ Wishes: 'x' }]);

		expect(error?.message).toBe("'Wishes' is the name of several custom fields [item 0]");
		expect(error?.description).toContain('"Wishes" (3110), "Wishes" (3199)');
		await lead('create', autoMapped, [{ 'Wishes (3199)': 'x' }]);
		expect(onlyRow(sandbox())).toMatchObject({ custom_fields_values: [{ field_id: 3199 }] });
	});
});

describe('values the account cannot take are refused before anything is sent', () => {
	test.each([
		['option', { 3101: 'Adds' }, '\'Channel\' has no option "Adds"', '"Ads"'],
		['digits that are no option id', { 3101: '5' }, '\'Channel\' has no option "5"', '"Ads"'],
		['kind', { '3001:CELL': '+15550100' }, '\'Phone\' has no kind "CELL"', 'MOB', 'contact'],
		['number', { 3103: 'many' }, '\'Budget (hours)\' takes a number, not "many"', '1250.50'],
		['date', { 3105: '31.01.2026' }, '\'Visit date\' takes a date, not "31.01.2026"', 'ISO 8601'],
		['true or false', { 3107: 'maybe' }, '\'Urgent\' takes true or false, not "maybe"', 'yes'],
		[
			'JSON',
			{ 3114: '{ "name": Acme }' },
			"'Payer entity' holds text that is not valid JSON",
			'double quotes',
		],
		['object', { 3114: 'Acme' }, "'Payer entity' takes an object", '"name": "Acme LLC"'],
		[
			'part of an address',
			{ 3112: { town: 'x' } },
			'\'Object address\' has no part "town"',
			'country',
		],
		['one value', { 3102: ['a', 'b'] }, "'Contract no.' takes one value, not a list of 2", 'one'],
		['text', { 3102: { a: 1 } }, "'Contract no.' takes text, not an object or a list", 'text'],
		['field of another account', { 4711: 'x' }, "There is no custom field '4711'", '(3'],
	] as Array<[string, Record<string, unknown>, string, string, ('lead' | 'contact')?]>)(
		'%s',
		async (_what, columns, message, description, resource = 'lead') => {
			const { error } = await runnerOf(sandbox, resource)('create', mapped(columns));

			expect(error?.message).toBe(`${message} [item 0]`);
			expect(error?.description).toContain(description);
			expect(error?.itemIndex).toBe(0);
			expect(sent(sandbox(), 'POST')).toEqual([]);
		},
	);

	test('with Continue On Fail only the item itself is left out', async () => {
		const run = await lead(
			'create',
			{ name: '={{ $json.name }}', ...mapped({ 3101: '={{ $json.channel }}' }) },
			[
				{ name: 'A', channel: 'Ads' },
				{ name: 'B', channel: 'Radio' },
				{ name: 'C', channel: 'Website' },
			],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.outputs[0]?.map(({ json }) => json.id)).toEqual([7013, 7014]);
		expect(run.outputs[1]).toHaveLength(1);
		expect(run.outputs[1]?.[0]).toMatchObject({ json: { name: 'B' }, pairedItem: { item: 1 } });
		expect(JSON.stringify(run.outputs[1]?.[0])).toContain('has no option');
	});
});

describe('odd phones and e-mails', () => {
	test('are sent as they are; ten hints at most, with item numbers', async () => {
		const items = Array.from({ length: 15 }, (_, n) => ({
			phone: `call me ${n}`,
			mail: 'at home',
		}));
		const run = await contact(
			'create',
			mapped({ '3001:WORK': '={{ $json.phone }}', '3002:PRIV': '={{ $json.mail }}' }),
			items,
		);

		expect(run.json).toHaveLength(15);
		expect(run.hints.length).toBeLessThanOrEqual(10);
		expect(run.hints[0]?.message).toBe(
			'Item 0: \'Phone\': "call me 0" does not look like a phone number, sent as it is',
		);
		expect(run.hints[1]?.message).toMatch(/^Item 0: 'Email'/);
		expect(run.hints.at(-1)?.message).toBe('… and 21 more hints');
	});

	test('usual ones get no hint', async () => {
		const run = await contact('create', mapped({ '3001:WORK': '+1 (202) 555-0143 ext. 7' }));

		expect(run.hints).toEqual([]);
	});
});
