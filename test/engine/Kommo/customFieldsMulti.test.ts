import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';
import { mapped } from './mapper';
import { onlyRow, readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');
const contact = runnerOf(sandbox, 'contact');
const company = runnerOf(sandbox, 'company');

const OLD = { value: '+5511999990000', enum_code: 'WORK' };
const NEW = { value: '+5511888880000', enum_code: 'MOB' };

const fields = () => onlyRow(sandbox()).custom_fields_values;

describe('several phones (fact sheet §4.13: the list replaces all values)', () => {
	test('of several kinds go into one field', async () => {
		await contact(
			'create',
			mapped({
				'3001:WORK': '+15550100, +15550101',
				'3001:HOME': '={{ $json.home }}',
				'3002:PRIV': 'a@x.example',
			}),
			[{ home: ['+15550102', { value: '+15550103', kind: 'FAX' }] }],
		);

		expect(fields()).toEqual([
			{
				field_id: 3001,
				values: [
					{ value: '+15550100', enum_code: 'WORK' },
					{ value: '+15550101', enum_code: 'WORK' },
					{ value: '+15550102', enum_code: 'HOME' },
					{ value: '+15550103', enum_code: 'FAX' },
				],
			},
			{ field_id: 3002, values: [{ value: 'a@x.example', enum_code: 'PRIV' }] },
		]);
	});

	test.each([
		['replace', NEW.value, [NEW], 0],
		['add', NEW.value, [OLD, NEW], 1],
		['add', '+55 11 99999-0000', [OLD], 1],
		['remove', '+55 (11) 99999 0000', null, 1],
		['remove', NEW.value, [OLD], 1],
	])('%s %s', async (multiValueMode, phone, values, readsOfTheContact) => {
		const { error } = await contact('update', {
			contactId: byId(8101),
			...mapped({ '3001:MOB': phone }),
			options: { multiValueMode },
		});

		expect(error).toBeNull();
		expect(fields()).toEqual([{ field_id: 3001, values }]);
		expect(readPaths(sandbox()).filter((path) => path === '/api/v4/contacts/8101')).toHaveLength(
			readsOfTheContact,
		);
	});

	test('Add for many contacts reads them in one request', async () => {
		await contact(
			'update',
			{
				contactId: byId('={{ $json.id }}'),
				...mapped({ '3001:MOB': NEW.value }),
				options: { multiValueMode: 'add' },
			},
			[{ id: 8101 }, { id: 8102 }, { id: 8104 }],
		);

		expect(sent(sandbox(), 'GET')).toEqual([
			{
				method: 'GET',
				path: '/api/v4/contacts/custom_fields',
				query: { limit: '250' },
				body: undefined,
			},
			{
				method: 'GET',
				path: '/api/v4/contacts',
				query: { 'filter[id][]': ['8101', '8102', '8104'], limit: '3' },
				body: undefined,
			},
		]);
		expect(sent(sandbox(), 'PATCH')[0]?.body).toMatchObject([
			{ id: 8101, custom_fields_values: [{ values: [OLD, NEW] }] },
			{ id: 8102, custom_fields_values: [{ values: [{ value: '+1 (202) 555-0143' }, NEW] }] },
			{ id: 8104, custom_fields_values: [{ values: [NEW] }] },
		]);
	});

	test('a contact that does not exist is reported, the others are written', async () => {
		const run = await contact(
			'update',
			{
				contactId: byId('={{ $json.id }}'),
				...mapped({ '3001:MOB': NEW.value }),
				options: { multiValueMode: 'add' },
			},
			[{ id: 9999 }, { id: 8102 }],
			{ settings: { onError: 'continueRegularOutput' } },
		);

		expect(run.json[0]?.error).toContain('The contact with the ID 9999 was not found');
		expect(run.json[1]).toMatchObject({ id: 8102 });
	});
});

describe('options and single values', () => {
	test.each([
		['replace', [{ enum_id: 320502 }]],
		['add', [{ enum_id: 320501 }, { enum_id: 320502 }]],
		['remove', [{ enum_id: 320501 }]],
	])('%s an option of a multiselect', async (multiValueMode, values) => {
		await company('update', { companyId: byId(8201), ...mapped({ 3205: 'Construction' }) });
		sandbox().clearRequests();
		await company('update', {
			companyId: byId(8201),
			...mapped({ 3205: 'Retail' }),
			options: { multiValueMode },
		});

		expect(fields()).toEqual([{ field_id: 3205, values }]);
	});

	test('several options in one text, an option id as digits', async () => {
		await lead('create', mapped({ 3104: 'Doors, Garden; 310401' }));

		expect(fields()).toEqual([
			{
				field_id: 3104,
				values: [{ enum_id: 310402 }, { enum_id: 310404 }, { enum_id: 310401 }],
			},
		]);
	});

	test('an option that is made of digits is found by its text (pitfall 14)', async () => {
		const channel = sandbox().accounts.kommo.store.customFields.get(3101);
		channel?.enums?.push({ id: 310177, value: '2026', sort: 9, code: null });
		await lead('create', mapped({ 3101: '2026' }));

		expect(fields()).toEqual([{ field_id: 3101, values: [{ enum_id: 310177 }] }]);
	});

	test('Add leaves fields with one value to replacing, without a read', async () => {
		await lead('update', {
			leadId: byId(7001),
			...mapped({ 3102: 'AB-2' }),
			options: { multiValueMode: 'add' },
		});

		expect(fields()).toEqual([{ field_id: 3102, values: [{ value: 'AB-2' }] }]);
		expect(readPaths(sandbox())).toEqual(['/api/v4/leads/custom_fields']);
	});
});

describe('clearing (values: null, §4.13)', () => {
	test.each([
		['ids', [3101, '3103']],
		['codes and names', ['CHANNEL', 'budget (hours)']],
	])('by %s', async (_what, clearFields) => {
		await lead('update', { leadId: byId(7001), updateFields: { clearFields } });

		expect(onlyRow(sandbox())).toEqual({
			id: 7001,
			custom_fields_values: [
				{ field_id: 3101, values: null },
				{ field_id: 3103, values: null },
			],
		});
		expect([...(sandbox().accounts.kommo.store.leads.get(7001)?.values.keys() ?? [])]).toEqual([
			3104,
		]);
	});

	test('goes together with filling others', async () => {
		await lead('update', {
			leadId: byId(7001),
			...mapped({ 3102: 'AB-1' }),
			updateFields: { clearFields: ['={{ "Channel" }}'] },
		});

		expect(fields()).toEqual([
			{ field_id: 3102, values: [{ value: 'AB-1' }] },
			{ field_id: 3101, values: null },
		]);
	});

	test('an empty or absent column leaves the stored value alone', async () => {
		await lead('update', {
			leadId: byId(7001),
			...mapped({ 3101: null, 3103: '', 3104: '={{ $json.none }}' }),
			updateFields: { name: 'A' },
		});

		expect(onlyRow(sandbox())).toEqual({ id: 7001, name: 'A' });
		expect(readPaths(sandbox())).toEqual([]);
	});

	test('one field cannot be filled and cleared at once', async () => {
		const { error } = await lead('update', {
			leadId: byId(7001),
			...mapped({ 3101: 'Ads' }),
			updateFields: { clearFields: [3101] },
		});

		expect(error?.message).toBe(
			"The custom field 'Channel' (3101) is both filled and cleared [item 0]",
		);
		expect(sent(sandbox(), 'PATCH')).toEqual([]);
	});

	test('an unknown field is refused with the nearest ones', async () => {
		const { error } = await lead('update', {
			leadId: byId(7001),
			updateFields: { clearFields: ['Chanel'] },
		});

		expect(error?.message).toBe("There is no custom field 'Chanel' [item 0]");
		expect(error?.description).toContain('"Channel" (3101)');
	});

	test('an empty list is no change', async () => {
		const { error } = await lead('update', {
			leadId: byId(7001),
			updateFields: { clearFields: [] },
		});

		expect(error?.message).toMatch(/^'Update Fields' is empty/);
	});
});

test('a refused row names the field, not its place (§7, 11)', async () => {
	const channel = sandbox().accounts.kommo.store.customFields.get(3101);
	sandbox().addFault({
		method: 'POST',
		path: '/api/v4/leads',
		action: {
			type: 'status',
			status: 400,
			body: {
				'validation-errors': [
					{
						request_id: 'i0',
						errors: [
							{
								code: 'NotSupportedChoice',
								path: 'custom_fields_values.0.values.0.value',
								detail: 'The value you selected is not a valid choice.',
							},
						],
					},
				],
				status: 400,
			},
		},
	});
	const { error } = await lead('create', mapped({ 3101: 'Ads' }));

	expect(channel?.name).toBe('Channel');
	expect(error?.message).toContain("'Channel'");
	expect(error?.message).not.toContain('custom_fields_values.0');
});
