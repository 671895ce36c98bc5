import type { INodeParameters } from 'n8n-workflow';

import {
	byId,
	clevertimRunner,
	company,
	contact,
	lines,
	sent,
	useClevertimSandbox,
} from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = async (resource: string, ...more: Parameters<ReturnType<typeof clevertimRunner>>) =>
	await clevertimRunner(sandbox, resource)(...more);

describe('Create or Update finds the record', () => {
	it.each<[name: string, resource: string, parameters: INodeParameters, id: number]>([
		[
			'a contact by one of several emails',
			'contact',
			{
				matchBy: 'email',
				additionalFields: { emails: 'x@y.example, MJ@MAIL.example', title: 'T' },
			},
			11,
		],
		[
			'a contact by phone, however it is written',
			'contact',
			{ matchBy: 'phone', additionalFields: { phoneList: '0044-7700-900001', title: 'T' } },
			11,
		],
		[
			'a contact by name',
			'contact',
			{ matchBy: 'name', firstName: ' sue ', lastName: 'LARKIN', additionalFields: { title: 'T' } },
			13,
		],
		[
			'a contact by ID',
			'contact',
			{ matchBy: 'id', contactId: byId(15), additionalFields: { title: 'T' } },
			15,
		],
		[
			'a company by email',
			'company',
			{ matchBy: 'email', additionalFields: { emails: 'office@hill.example', city: 'Bath' } },
			12,
		],
		[
			'a company by phone',
			'company',
			{
				matchBy: 'phone',
				additionalFields: { phones: { phone: [{ type: 'Work', no: '+442079460100' }] } },
			},
			12,
		],
		['a company by name', 'company', { matchBy: 'name', name: 'northwind' }, 16],
		['a company by ID', 'company', { matchBy: 'id', companyId: byId(16), name: 'North' }, 16],
		[
			'an opportunity by name and customer',
			'opportunity',
			{ name: 'new ROOF', customer: contact(11), additionalFields: { status: 'Won' } },
			1,
		],
	])('%s', async (_name, resource, parameters, id) => {
		const { json, error } = await run(resource, 'upsert', parameters);

		expect(error).toBeNull();
		expect(sent(sandbox(), 'POST')).toEqual([]);
		expect(sent(sandbox(), 'PUT').map(({ path }) => path)).toEqual([`/api/${resource}/${id}`]);
		expect(json).toEqual([expect.objectContaining({ id, created: false })]);
	});
});

describe('Create or Update creates a record', () => {
	it.each<[name: string, resource: string, parameters: INodeParameters, body: object]>([
		[
			'a contact nobody has the email of',
			'contact',
			{ matchBy: 'email', firstName: 'Zoe', additionalFields: { emails: 'zoe@new.example' } },
			{ fn: 'Zoe', email: ['zoe@new.example'], is_company: false },
		],
		[
			'a company without an ID',
			'company',
			{ matchBy: 'id', companyId: byId(''), name: 'New' },
			{ cn: 'New', is_company: true },
		],
		[
			'an opportunity of the same name for another customer',
			'opportunity',
			{ name: 'New roof', customer: company(12) },
			{ name: 'New roof', cust: 12 },
		],
	])('%s', async (_name, resource, parameters, body) => {
		const { json, error } = await run(resource, 'upsert', parameters);

		expect(error).toBeNull();
		expect(sent(sandbox(), 'POST')).toEqual([{ method: 'POST', path: `/api/${resource}`, body }]);
		expect(sent(sandbox(), 'PUT')).toEqual([]);
		expect(json).toEqual([expect.objectContaining({ ...body, created: true })]);
	});
});

describe('what an update by Create or Update does', () => {
	it('adds to lists and keeps everything else', async () => {
		sandbox().setSwitches({ putSemantics: 'replace' });
		const before = { ...sandbox().store.get('contact', 11) };
		await run('contact', 'upsert', {
			matchBy: 'email',
			additionalFields: { emails: 'mj@mail.example, third@mail.example', tags: 'new' },
		});

		const { lm: _before, ...expected } = before;
		const { lm: _after, ...stored } = { ...sandbox().store.get('contact', 11) };
		expect(stored).toEqual({
			...expected,
			email: ['mike@hill.example', 'mj@mail.example', 'third@mail.example'],
			tags: ['vip', 'fair', 'new'],
		});
	});

	it('replaces lists where that is chosen', async () => {
		await run('contact', 'upsert', {
			matchBy: 'email',
			additionalFields: { emails: 'mj@mail.example' },
			options: { multiValueMode: 'replace', sendChangedOnly: true },
		});
		expect(sent(sandbox(), 'PUT')[0]?.body).toEqual({ id: 11, email: ['mj@mail.example'] });
	});
});

describe('several items', () => {
	it('of the same new record create it once and then change it, in their order', async () => {
		const { json } = await run(
			'contact',
			'upsert',
			{
				matchBy: 'email',
				firstName: '={{ $json.name }}',
				additionalFields: { emails: '={{ $json.email }}' },
			},
			[
				{ name: 'One', email: 'same@new.example' },
				{ name: 'Other', email: 'other@new.example' },
				{ name: 'Two', email: 'SAME@new.example' },
			],
		);

		expect(json.map(({ id, fn, created }) => [id, fn, created])).toEqual([
			[17, 'One', true],
			[18, 'Other', true],
			[17, 'Two', false],
		]);
		expect(lines(sandbox()).filter((line) => line === 'GET /api/contact')).toHaveLength(1);
	});

	it('match the changed values of those before them', async () => {
		const { json } = await run(
			'contact',
			'upsert',
			{
				matchBy: '={{ $json.by }}',
				firstName: '={{ $json.name }}',
				additionalFields: { emails: '={{ $json.email }}' },
			},
			[
				{ by: 'email', name: 'Renamed', email: 'gina@mail.example' },
				{ by: 'name', name: 'Renamed Grouped', email: 'x@mail.example' },
			],
		);
		expect(json.map(({ id }) => id)).toEqual([15, 15]);
	});
});

describe('Create or Update refuses', () => {
	it('to choose among several records, naming them', async () => {
		sandbox().store.put('contact', { id: 77, fn: 'Mike', ln: 'Johnson' });
		const { error } = await run('contact', 'upsert', {
			matchBy: 'name',
			firstName: 'Mike',
			lastName: 'Johnson',
		});
		expect(error?.message).toBe('Several contacts have this name: IDs 11, 77 [item 0]');
		expect(lines(sandbox())).toEqual(['GET /api/contact']);
	});

	it.each<[name: string, resource: string, parameters: INodeParameters, message: RegExp]>([
		['no email', 'contact', { matchBy: 'email', firstName: 'A' }, /^'Emails' is empty, so/],
		['no phone', 'company', { matchBy: 'phone', name: 'A' }, /^'Phones' is empty, so/],
		['no name', 'contact', { matchBy: 'name' }, /^The name is empty, so/],
		['no customer', 'opportunity', { name: 'A' }, /^'Name' or 'Customer' is empty, so/],
		['no ID and no name', 'contact', { matchBy: 'id', contactId: byId('') }, /are both empty/],
		['an unknown way', 'contact', { matchBy: 'shoe' }, /^'Match By' does not exist: "shoe"/],
	])('%s, before anything is sent', async (_name, resource, parameters, message) => {
		const { error } = await run(resource, 'upsert', parameters);
		expect(error?.message).toMatch(message);
		expect(lines(sandbox())).toEqual([]);
	});

	it('without emails, saying where the form has them', async () => {
		const { error } = await run('contact', 'upsert', { matchBy: 'email', firstName: 'A' });
		expect(error?.description).toMatch(/^Add 'Emails' under 'Additional Fields'/);
	});

	it('to create a contact without a name', async () => {
		const { error } = await run('contact', 'upsert', {
			matchBy: 'email',
			additionalFields: { emails: 'nobody@new.example' },
		});
		expect(error?.message).toMatch(/^'First Name' and 'Last Name' are both empty/);
		expect(error?.description).toBe('Fill in one of them, or check the expressions.');
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	it('an ID that is not there', async () => {
		const { error } = await run('contact', 'upsert', {
			matchBy: 'id',
			contactId: byId(99),
			firstName: 'A',
			options: { checkReferences: false },
		});
		expect(error?.message).toBe('No contact has the ID 99');
	});
});
