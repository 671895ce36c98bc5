import { useComagic } from './client';

const comagic = useComagic();
type Row = Record<string, unknown>;

const by = async (list: string, id: unknown): Promise<Row | undefined> =>
	(await comagic.data(list)).find((row) => row.id === id);

describe('records of the account', () => {
	const conditions = { group_conditions: [] };
	const days = { type: 'days_of_week', days: [0] };
	const created: Array<[noun: string, list: string, create: Row, update: Row, shown: Row]> = [
		['tags', 'get.tags', { name: 'New' }, { name: 'Newer' }, { name: 'Newer', is_system: false }],
		[
			'contacts',
			'get.contacts',
			{ last_name: 'A', phone_numbers: ['79150000009'], groups: [71], organization_id: 801 },
			{ last_name: 'B', phone_numbers: [], groups: [72] },
			{
				last_name: 'B',
				phone_numbers: [],
				groups: [{ group_id: 72, group_name: 'Partners' }],
				organization_name: 'Romashka Ltd',
			},
		],
		[
			'group_contacts',
			'get.group_contacts',
			{ name: 'G', members: [301] },
			{ name: 'H', members: [302, 303] },
			{
				name: 'H',
				members: [
					{ contacts_id: 302, contact_full_name: 'Ivanov Ilya' },
					{ contacts_id: 303, contact_full_name: 'Sidorov Maxim' },
				],
			},
		],
		[
			'contact_organizations',
			'get.contact_organizations',
			{ name: 'O' },
			{ name: 'P' },
			{ name: 'P' },
		],
		[
			'employees',
			'get.employees',
			{ last_name: 'E', phone_numbers: [{ phone_number: '74950000099' }], groups: [51] },
			{ last_name: 'F', phone_numbers: [] },
			{ last_name: 'F', phone_numbers: [], groups: [{ group_id: 51, group_name: 'Sales' }] },
		],
		[
			'group_employees',
			'get.group_employees',
			{ name: 'T', members: [41] },
			{ name: 'U', channels_count: 3, members: [44] },
			{ name: 'U', members: [{ employee_id: 44, employee_full_name: 'Sotnikov Gleb' }] },
		],
		['employee_positions', 'get.employee_positions', { name: 'X' }, { name: 'Y' }, { name: 'Y' }],
		[
			'sites',
			'get.sites',
			{ domain_name: 'new.example', default_phone_number: '74950001111', industry_id: 3 },
			{ default_phone_number: '74950002222', industry_id: 3 },
			{ domain_name: 'new.example', default_phone_number: '74950002222', cookie_lifetime: 90 },
		],
		[
			'site_blocks',
			'get.site_blocks',
			{ site_id: 1001, name: 'B' },
			{ name: 'C' },
			{ name: 'C', site_domain_name: 'shop.example' },
		],
		[
			'campaigns',
			'get.campaigns',
			{ name: 'K', site_id: 1001, campaign_conditions: conditions },
			{ site_id: 1001, status: 'inactive' },
			{ name: 'K', status: 'inactive', site_domain_name: 'shop.example' },
		],
		[
			'schedules',
			'get.schedules',
			{ name: 'S', schedules: [{ activity_days: days }] },
			{ name: 'Z' },
			{ name: 'Z', schedules: [{ activity_days: days }] },
		],
		[
			'sip_lines',
			'get.sip_lines',
			{ employee_id: 42, virtual_phone_number: '74950000002' },
			{ employee_id: 43, virtual_phone_number: '74950000002' },
			{ employee_id: 43, employee_full_name: 'Melnik Vera' },
		],
	];

	it.each(created)(
		'%s: create, update, list, delete',
		async (noun, list, create, update, shown) => {
			const { id } = await comagic.one(`create.${noun}`, create);
			expect(typeof id).toBe('number');
			expect(await comagic.one(`update.${noun}`, { id, ...update })).toEqual({});
			expect(await by(list, id)).toMatchObject(shown);
			expect(await comagic.one(`delete.${noun}`, { id })).toEqual({});
			expect(await by(list, id)).toBeUndefined();
			expect(await comagic.refusal('data', `delete.${noun}`, { id })).toContain('entity_not_found');
		},
	);

	it.each<[string, Row, string, string]>([
		['create.tags', { name: 'VIP' }, 'duplicate_entity', 'name'],
		['update.tags', { id: 104, name: 'VIP' }, 'duplicate_entity', 'name'],
		['delete.tags', { id: 102 }, 'forbidden', 'id'],
		['delete.campaigns', { id: -1 }, 'forbidden', 'id'],
		['delete.campaigns', { id: 2005 }, 'forbidden', 'id'],
		['update.campaigns', { id: 2005, site_id: 1001, name: 'x' }, 'forbidden', 'id'],
		['delete.sites', { id: 1001 }, 'dependency_error', 'id'],
		['delete.schedules', { id: 601 }, 'dependency_error', 'id'],
		[
			'create.contacts',
			{ last_name: 'A', phone_numbers: [], groups: [9] },
			'entity_not_found',
			'groups',
		],
		['create.group_contacts', { name: 'A', members: [9] }, 'entity_not_found', 'members'],
		['create.campaigns', { name: 'A', site_id: 9 }, 'entity_not_found', 'site_id'],
		[
			'update.group_employees_numbers',
			{ id: 51, phone_numbers: [] },
			'invalid_parameter_value',
			'phone_numbers',
		],
		['delete.contacts', {}, 'required_parameter_missed', 'id'],
	])('%s %j: %s', async (method, params, mnemonic, field) => {
		expect(await comagic.refusal('data', method, params)).toEqual([mnemonic, field, -32602]);
	});

	it('system campaigns still take blocks and call tracking', async () => {
		const update = { id: -1, site_id: 1001, site_blocks: [] };
		expect(await comagic.one('update.campaigns', update)).toEqual({});
	});

	it('a refused write leaves nothing behind', async () => {
		const params = { name: 'A', members: [301, 9] };
		const before = await comagic.data('get.group_contacts');
		await comagic.refusal('data', 'create.group_contacts', params);
		expect(await comagic.data('get.group_contacts')).toEqual(before);
	});

	it('several contacts are deleted together, or none', async () => {
		await comagic.refusal('data', 'delete.contacts', { ids: [301, 9] });
		expect(await comagic.data('get.contacts')).toHaveLength(4);
		await comagic.one('delete.contacts', { ids: [301, 302] });
		expect(await comagic.data('get.contacts')).toHaveLength(2);
	});

	it('numbers of a group are switched when all are named', async () => {
		const phone_numbers = [
			{ employee_phone_number_id: 410, available: false },
			{ employee_phone_number_id: 420, available: true },
		];
		await comagic.one('update.group_employees_numbers', { id: 51, phone_numbers });
		const group = await by('get.group_employees', 51);
		expect(group?.phone_numbers).toMatchObject([{ available: false }, { available: true }]);
	});

	it('the blacklist takes a number once', async () => {
		const phone_number = '79991112233';
		const { id } = await comagic.one('create.phone_number_to_blacklist', { phone_number });
		const again = await comagic.refusal('data', 'create.phone_number_to_blacklist', {
			phone_number,
		});
		expect(again).toContain('duplicate_entity');
		await comagic.one('delete.phone_number_from_blacklist', { id });
		expect(await comagic.data('get.blacklist_phone_numbers')).toHaveLength(1);
	});

	it('fields of requests are named by their external id', async () => {
		const field = { ext_id: 'area', name: 'Area', data_type: 'string' };
		expect(await comagic.one('create.offline_message_user_field', field)).toEqual({
			ext_id: 'area',
		});
		await comagic.one('update.offline_message_user_field', { ext_id: 'area', name: 'Region' });
		await comagic.one('delete.offline_message_user_field', { ext_id: 'city' });
		expect(await comagic.data('get.offline_message_user_fields')).toEqual([
			{ ext_id: 'area', name: 'Region', data_type: 'string' },
		]);
	});

	it('passwords of operators are not given back; SIP passwords change', async () => {
		const operator = {
			operator_login: 'l',
			operator_display_name: 'd',
			operator_password: 'very secret',
		};
		const { id } = await comagic.one('create.employees', { last_name: 'E', operator });
		expect(JSON.stringify(await by('get.employees', id))).not.toContain('very secret');
		const passwords = [
			(await comagic.one('update.sip_line_password', { id: 551 })).password,
			(await comagic.one('update.sip_line_password', { id: 551 })).password,
		];
		expect(new Set(passwords).size).toBe(2);
	});
});

describe('virtual numbers (§B.8)', () => {
	it('move from available to own and vanish again', async () => {
		const virtual_phone_number = '74950000011';
		expect(await comagic.one('enable.virtual_numbers', { virtual_phone_number })).toEqual({
			success: 'true',
		});
		const own = await comagic.data('get.virtual_numbers');
		expect(own.map((row) => row.virtual_phone_number)).toContain(virtual_phone_number);
		expect(await comagic.data('get.available_virtual_numbers')).toHaveLength(2);
		await comagic.one('disable.virtual_numbers', { virtual_phone_number });
		expect(await comagic.data('get.virtual_numbers')).toHaveLength(4);
	});

	it('are not disabled while a campaign uses them, and not when unknown', async () => {
		const said = async (method: string, virtual_phone_number: string) =>
			await comagic.refusal('data', method, { virtual_phone_number });
		expect((await said('disable.virtual_numbers', '74950000001'))[0]).toBe('dependency_error');
		expect(await said('enable.virtual_numbers', '74950000099')).toEqual([
			'virtual_phone_number_not_found',
			'virtual_phone_number',
			-32007,
		]);
	});

	it('have rules that are switched', async () => {
		await comagic.one('set.call_processing_rule_is_active', {
			id: 551,
			type: 'x',
			is_active: false,
		});
		const { scenarios } = await comagic.one('getobj.call_processing_rules', {
			number_capacity_id: 501,
		});
		expect(scenarios).toMatchObject([{ call_processing_rule_id: 551, is_active: false }]);
	});
});

describe('the account', () => {
	it('has a name, an id and a time zone', async () => {
		expect(await comagic.data('get.account')).toEqual([
			{ app_id: 30100, name: 'Sandbox Ltd', timezone: 'Europe/Moscow' },
		]);
		expect(await comagic.one('getobj.account')).toMatchObject({
			timezone: 'Europe/Moscow',
			is_agent: false,
		});
		expect(await comagic.data('getobj.site', { site_id: 1002 })).toMatchObject([{ id: 1002 }]);
	});
});
