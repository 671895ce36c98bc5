import { useSandbox } from '../../support/sandbox';
import { bodies, byId, runnerOf, sent } from './kommoRunner';
import { autoMapped, mapped } from './mapper';
import { onlyRow, readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');
const contact = runnerOf(sandbox, 'contact');
const company = runnerOf(sandbox, 'company');

const fields = () => onlyRow(sandbox()).custom_fields_values;
const writes = () => [...bodies(sandbox(), 'POST'), ...bodies(sandbox(), 'PATCH')];

describe('Field Map', () => {
	test('finds fields by name, code and id; options by text (fact sheet §4.13)', async () => {
		const { error } = await contact('create', {
			additionalFields: {
				fieldMap:
					'{ "Telegram ID": "123", "PHONE": "+79001234567", "3006": "Spanish", "newsletter": true }',
			},
		});

		expect(error).toBeNull();
		expect(fields()).toEqual([
			{ field_id: 3006, values: [{ enum_id: 300602 }] },
			{ field_id: 3004, values: [{ value: '123' }] },
			{ field_id: 3001, values: [{ value: '+79001234567', enum_code: 'WORK' }] },
			{ field_id: 3007, values: [{ value: true }] },
		]);
		expect(readPaths(sandbox())).toEqual(['/api/v4/contacts/custom_fields']);
	});

	test('each item has its own map, as an object from an expression; definitions are read once', async () => {
		await lead('create', { additionalFields: { fieldMap: '={{ $json.fields }}' } }, [
			{ fields: { Channel: 'Ads', 'Budget (hours)': 0 } },
			{ fields: { Urgent: false, Interests: ['Doors', 'Garden'] } },
		]);

		expect(bodies(sandbox(), 'POST')[0]?.map((row) => row.custom_fields_values)).toEqual([
			[
				{ field_id: 3101, values: [{ enum_id: 310102 }] },
				{ field_id: 3103, values: [{ value: '0' }] },
			],
			[
				{ field_id: 3107, values: [{ value: false }] },
				{ field_id: 3104, values: [{ enum_id: 310402 }, { enum_id: 310404 }] },
			],
		]);
		expect(readPaths(sandbox())).toEqual(['/api/v4/leads/custom_fields']);
	});

	test('on update null clears a field, an empty text is left out', async () => {
		await company('update', {
			companyId: byId(8201),
			updateFields: { fieldMap: '{ "WEB": null, "Address": "", "Legal name": "Acme" }' },
		});

		expect(onlyRow(sandbox())).toEqual({
			id: 8201,
			custom_fields_values: [
				{ field_id: 3207, values: [{ value: 'Acme' }] },
				{ field_id: 3203, values: null },
			],
		});
	});

	test('on create there is nothing to clear', async () => {
		await company('create', { name: 'A', additionalFields: { fieldMap: '{ "WEB": null }' } });

		expect(onlyRow(sandbox())).toEqual({ name: 'A' });
	});

	test('kinds of a phone behind a colon are parts of one list', async () => {
		await contact('create', {
			additionalFields: { fieldMap: '{ "PHONE:MOB": "+15550100", "Phone:HOME": "+15550101" }' },
		});

		expect(fields()).toEqual([
			{
				field_id: 3001,
				values: [
					{ value: '+15550100', enum_code: 'MOB' },
					{ value: '+15550101', enum_code: 'HOME' },
				],
			},
		]);
	});

	test.each([
		[
			'add',
			[
				{ value: '+5511999990000', enum_code: 'WORK' },
				{ value: '+15550100', enum_code: 'MOB' },
			],
		],
		['replace', [{ value: '+15550100', enum_code: 'MOB' }]],
	])('multi-value mode %s counts for the map, too', async (multiValueMode, values) => {
		await contact('update', {
			contactId: byId(8101),
			updateFields: { fieldMap: '{ "PHONE:MOB": "+15550100", "Position": null }' },
			options: { multiValueMode },
		});

		expect(fields()).toEqual([
			{ field_id: 3001, values },
			{ field_id: 3003, values: null },
		]);
	});

	test('stands beside the mapper', async () => {
		await lead('create', {
			...mapped({ 3102: 'AB-1' }),
			additionalFields: { fieldMap: '{ "Channel": "Ads" }' },
		});

		expect(fields()).toEqual([
			{ field_id: 3102, values: [{ value: 'AB-1' }] },
			{ field_id: 3101, values: [{ enum_id: 310102 }] },
		]);
	});

	test.each([
		['{ "Telegramm ID": "1" }', "There is no custom field 'Telegramm ID'", '"Telegram ID" (3004)'],
		['{ "Language": "Klingon" }', '"Klingon"', 'English'],
		['{ "Telegram ID": ', "'Field Map' holds text that is not valid JSON", 'Check quotes'],
		['[1]', "'Field Map' is not a JSON object", 'curly brackets'],
		[
			'{ "PHONE": "+15550100", "Phone": "+15550101" }',
			"gives the custom field 'Phone' twice",
			'keep one',
		],
		['{ "PHONE:MOBILE": "+15550100" }', '"MOBILE"', 'MOB'],
	])('%s stops its item only', async (fieldMap, message, advice) => {
		const run = await contact(
			'create',
			{ name: 'A', additionalFields: { fieldMap: '={{ $json.map }}' } },
			[{ map: fieldMap }, { map: '{ "Telegram ID": "1" }' }],
			{ settings: { onError: 'continueRegularOutput' } },
		);

		expect(run.json[0]).toMatchObject({
			error: expect.stringContaining(message) as unknown,
			details: expect.stringContaining(advice) as unknown,
		});
		expect(run.json[0]?.error).toContain('[item 0]');
		expect(writes()).toHaveLength(1);
		expect(writes()[0]).toHaveLength(1);
	});

	test('a name of two fields stops the item and names both', async () => {
		const { customFields } = sandbox().accounts.kommo.store;
		const points = customFields.get(3009);
		if (!points) throw new Error('The seed has the field');
		customFields.set(3099, { ...points, id: 3099 });
		const { error } = await contact('create', {
			additionalFields: { fieldMap: '{ "loyalty points": 5 }' },
		});

		expect(error?.message ?? '').toContain("'loyalty points' is the name of several custom fields");
		expect(error?.description).toContain('"Loyalty points" (3009), "Loyalty points" (3099)');
	});

	test('a field given by the mapper and by the map is refused', async () => {
		const { error } = await lead('create', {
			...mapped({ 3102: 'AB-1' }),
			additionalFields: { fieldMap: '{ "Contract no.": "AB-2" }' },
		});

		expect(error?.message).toContain("The custom field 'Contract no.' (3102) is given twice");
		expect(writes()).toEqual([]);
	});

	test('a field cleared by both ways is cleared once', async () => {
		await lead('update', {
			leadId: byId(7001),
			updateFields: { clearFields: [3102], fieldMap: '{ "Contract no.": null }' },
		});

		expect(fields()).toEqual([{ field_id: 3102, values: null }]);
	});
});

describe('Field Aliases', () => {
	const ALIASES = JSON.stringify({
		telegram_id: { id: 123456, name: 'Telegram ID', type: 'text', code: 'TELEGRAM_ID' },
		phone: { id: 3001, name: 'Телефон', type: 'multiphonemail', code: 'PHONE', enums: [] },
		points: 3009,
		job: 'Position',
	});

	test('stand for an id, a name, or an object of which the account knows something', async () => {
		const { error } = await contact('create', {
			additionalFields: {
				fieldMap: '{ "telegram_id": "7", "phone:MOB": "+15550100", "points": 5, "job": "Owner" }',
			},
			options: { fieldAliases: ALIASES },
		});

		expect(error).toBeNull();
		expect(fields()).toEqual([
			{ field_id: 3004, values: [{ value: '7' }] },
			{ field_id: 3001, values: [{ value: '+15550100', enum_code: 'MOB' }] },
			{ field_id: 3009, values: [{ value: '5' }] },
			{ field_id: 3003, values: [{ value: 'Owner' }] },
		]);
	});

	test('name columns of the items for the mapper', async () => {
		await contact('create', { ...autoMapped, options: { fieldAliases: ALIASES } }, [
			{ telegram_id: 7, other: 1 },
		]);

		expect(fields()).toEqual([{ field_id: 3004, values: [{ value: '7' }] }]);
	});

	test('name fields to clear', async () => {
		await contact('update', {
			contactId: byId(8101),
			updateFields: { clearFields: ['job'] },
			options: { fieldAliases: ALIASES },
		});

		expect(fields()).toEqual([{ field_id: 3003, values: null }]);
	});

	test.each([
		['{ "tg": "Telegramm" }', "There is no custom field 'Telegramm'"],
		['{ "tg": null }', "'Field Aliases' says of"],
		['{ "tg": { "type": "text" } }', "'Field Aliases' says of"],
		['{ "tg" }', "'Field Aliases' holds text that is not valid JSON"],
	])('%s is refused', async (fieldAliases, message) => {
		const { error } = await contact('create', {
			additionalFields: { fieldMap: '{ "tg": "1" }' },
			options: { fieldAliases },
		});

		expect(error?.message).toContain(message);
		expect(writes()).toEqual([]);
	});
});

describe('Field Map as a filter', () => {
	test('values and ranges become the filters of the API (§4.1)', async () => {
		sandbox().setSwitches({ kommoCustomFieldFilter: 'works' });
		const { error } = await lead('search', {
			filters: {
				fieldMap:
					'{ "hours": { "from": 10, "to": "40" }, "Channel": "Ads", "Urgent": true, "Site": null }',
			},
			options: { fieldAliases: '{ "hours": "Budget (hours)" }' },
		});

		expect(error).toBeNull();
		expect(sent(sandbox(), 'GET').at(-1)).toMatchObject({
			path: '/api/v4/leads',
			query: {
				'filter[custom_fields_values][3103][from]': '10',
				'filter[custom_fields_values][3103][to]': '40',
				'filter[custom_fields_values][3101][]': '310102',
				'filter[custom_fields_values][3107][]': '1',
			},
		});
	});

	test('an unknown name stops the item', async () => {
		const { error } = await contact('search', { filters: { fieldMap: '{ "Telegramm": "1" }' } });

		expect(error?.description).toContain('"Telegram ID" (3004)');
	});
});
