import {
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';
import { pick } from './writeCases';

const sandbox = useComagicSandbox();
const methods = () => rpcCalls(sandbox()).map(({ rpcMethod }) => rpcMethod);

it.each([
	[
		'a contact',
		'contact',
		{ contactId: pick(301), updateFields: { firstName: 'Olya' } },
		'get.contacts',
		'update.contacts',
		{ id: 301, first_name: 'Olya', last_name: 'Petrova', phone_numbers: ['79150000001'] },
	],
	[
		'an employee',
		'employee',
		{ employeeId: pick(41), updateFields: { status: 'break' } },
		'get.employees',
		'update.employees',
		{
			id: 41,
			status: 'break',
			last_name: 'Orlova',
			// without phone_id, which the update does not take
			phone_numbers: [
				{ phone_number: '74957770041', channels_count: 1, dial_time: 60, status: 'active' },
			],
		},
	],
	[
		'an employee group',
		'employeeGroup',
		{ employeeGroupId: pick(51), updateFields: { queueEnabled: true } },
		'get.group_employees',
		'update.group_employees',
		{ id: 51, queue_enabled: true, name: 'Sales', channels_count: 1 },
	],
	[
		'a site',
		'site',
		{ siteId: pick(1001), updateFields: { name: 'Shop' } },
		'get.sites',
		'update.sites',
		{ id: 1001, name: 'Shop', default_phone_number: '74950001001', industry_id: 12 },
	],
])(
	'changes %s and fills from the stored record what the page marks as required',
	async (_name, resource, parameters, read, method, params) => {
		sandbox().setSwitches({ updateNeeds: 'documented' });
		const { error, items } = await comagicRunner(sandbox, resource)('update', parameters);
		expect(error).toBeNull();
		expect(items).toHaveLength(1);
		expect(methods()).toEqual([read, method]);
		expect(paramsOf(sandbox(), method)).toEqual(params);
	},
);

it('sends the changes alone when that is wanted', async () => {
	sandbox().setSwitches({ updateNeeds: 'idOnly' });
	const { error } = await comagicRunner(sandbox, 'contact')('update', {
		contactId: pick(301),
		updateFields: { firstName: 'Olya' },
		options: { fillRequired: false },
	});
	expect(error).toBeNull();
	expect(methods()).toEqual(['update.contacts']);
	expect(paramsOf(sandbox(), 'update.contacts')).toEqual({ id: 301, first_name: 'Olya' });
});

it('fills the required lists of a customer', async () => {
	const { error } = await comagicRunner(sandbox, 'customer')(
		'update',
		{ customerId: pick(5001), updateFields: { description: 'Big' } },
		[{}],
		{ credentialFields: { access: 'agencyToken' } },
	);
	expect(error).toBeNull();
	expect(paramsOf(sandbox(), 'update.customers')).toMatchObject({
		id: 5001,
		description: 'Big',
		name: 'Sandbox Ltd',
	});
});

it.each([
	['without any change', {}, 'The contact has no changes'],
	['of a contact that does not exist', { firstName: 'X' }, 'No contact has the ID 999'],
])('refuses an update %s', async (_name, updateFields, message) => {
	const parameters = { contactId: pick(999), updateFields };
	const { error } = await comagicRunner(sandbox, 'contact')('update', parameters);
	expect(error?.message).toContain(message);
	expect(methods()).not.toContain('update.contacts');
});

it('names the item that was refused and goes on with the others', async () => {
	const { json } = await comagicRunner(sandbox, 'tag')(
		'create',
		{ name: '={{ $json.name }}' },
		[{ name: 'One' }, { name: 'VIP' }, { name: 'Two' }],
		{ settings: { onError: 'continueRegularOutput' } },
	);
	expect(json.map(({ name, error }) => [name, error === undefined])).toEqual([
		['One', true],
		['VIP', false],
		['Two', true],
	]);
	expect(json[0]?.id).toEqual(expect.any(Number));
});

it.each(['data', 'documented', 'bare'] as const)(
	'gives the same items whatever the shape of the result: %s',
	async (resultShape) => {
		sandbox().setSwitches({ resultShape });
		const run = comagicRunner(sandbox, 'tag');
		const created = await run('create', { name: 'Shape' });
		expect(created.json).toEqual([{ id: expect.any(Number) as number, name: 'Shape' }]);
		const tagId = pick(created.json[0]?.id as number);
		const updated = await run('update', { tagId, updateFields: { name: 'Form' } });
		expect(updated.json).toEqual([{ id: created.json[0]?.id, name: 'Form' }]);
		const deleted = await run('delete', { tagId });
		expect(deleted.json).toEqual([{ id: created.json[0]?.id, success: true }]);
	},
);

it('gives the requests instead of sending them', async () => {
	const { json } = await comagicRunner(sandbox, 'tag')('create', {
		name: 'Later',
		options: { validateOnly: true },
	});
	expect(json).toEqual([{ method: 'POST', path: 'data/create.tags', body: { name: 'Later' } }]);
	expect(rpcCalls(sandbox())).toEqual([]);
});

it.each([
	['filled and emptied at once', ['patronymic'], "'Patronymic' is both filled and emptied"],
	['that cannot be emptied', ['last_name'], "'Empty Fields' does not exist: last_name"],
])('refuses a field %s', async (_name, emptyFields, message) => {
	const { error } = await comagicRunner(sandbox, 'contact')('update', {
		contactId: pick(301),
		updateFields: { patronymic: 'X' },
		emptyFields,
	});
	expect(error?.message).toContain(message);
	expect(methods()).toEqual([]);
});
