import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from '../../support/sandbox';
import { bodies, byId, runnerOf } from './kommoRunner';
import { readPaths } from './onlyRow';

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');
const lead = runnerOf(sandbox, 'lead');
const link = runnerOf(sandbox, 'link');
const tag = runnerOf(sandbox, 'tag');
const task = runnerOf(sandbox, 'task');

/** The next answer at a path; the sandbox does not act on the request. */
const answers = (method: string, path: string, body: IDataObject) =>
	sandbox().addFault({ method, path, action: { type: 'status', status: 200, body } });

const fields = (...custom_fields: IDataObject[]) =>
	answers('GET', '/api/v4/leads/custom_fields', { _embedded: { custom_fields } });

const names = { a: 'vip', b: 'hot', c: 'hot' };
const nameOf = `={{ (${JSON.stringify(names)})[$json.key] }}`;
const keys = Object.keys(names).map((key) => ({ key }));

describe('definitions as other servers spell them', () => {
	test('ids given as texts are written as numbers (§4.13)', async () => {
		const enums = [{ id: '41', value: 'Ads', sort: 1 }];
		fields({ id: '3101', name: 'Channel', type: 'select', code: null, enums });
		answers('GET', '/api/v4/users', { _embedded: { users: [{ id: '501', name: 'Dana' }] } });
		const additionalFields = { fieldMap: { Channel: 'Ads' }, responsibleUserId: 'Dana' };
		await lead('create', { name: 'x', additionalFields });

		expect(bodies(sandbox(), 'POST')).toEqual([
			[
				{
					name: 'x',
					responsible_user_id: 501,
					custom_fields_values: [{ field_id: 3101, values: [{ enum_id: 41 }] }],
					request_id: 'i0',
				},
			],
		]);
	});

	test('options without a text or with a number are options all the same', async () => {
		const enums = { 0: { id: 41, value: null }, 1: { id: 42, value: 2026 } };
		fields({ id: 3101, name: 'Year', type: 'select', code: null, enums });
		await lead('create', { additionalFields: { fieldMap: { Year: '2026' } } });

		const [row] = bodies(sandbox(), 'POST').flat();
		expect(row?.custom_fields_values).toEqual([{ field_id: 3101, values: [{ enum_id: 42 }] }]);
	});

	test('stages in an object, one of them without a name, are stages all the same', async () => {
		const statuses = { 0: { id: 60000, name: null }, 1: { id: '60001', name: 'Offer' } };
		const pipelines = [{ id: 900, name: 'Sales', _embedded: { statuses } }];
		answers('GET', '/api/v4/leads/pipelines', { _embedded: { pipelines } });
		await lead('create', { name: 'x', additionalFields: { statusId: 'offer' } });

		expect(bodies(sandbox(), 'POST')).toEqual([
			[{ name: 'x', pipeline_id: 900, status_id: 60001, request_id: 'i0' }],
		]);
	});

	test('users without an address are no match for one', async () => {
		answers('GET', '/api/v4/users', { _embedded: { users: [{ id: 501, name: 'Dana' }] } });
		const { error } = await lead('create', {
			additionalFields: { responsibleUserId: 'dana@example.org' },
		});

		expect(error?.message).toBe(`'Responsible User' does not exist: "dana@example.org" [item 0]`);
		expect(error?.description).toBe('The account names none here: give its ID instead.');
	});

	test('an account that shows no task types is said to have none', async () => {
		answers('GET', '/api/v4/account', { id: 30001, name: 'Acme' });
		const { error } = await task('create', {
			text: 'x',
			completeTill: '2026-12-01',
			entityType: '',
			additionalFields: { taskTypeId: 'Meeting' },
		});

		expect(error?.message).toBe(`'Task Type' does not exist: "Meeting" [item 0]`);
		expect(error?.description).toBe('The account names none here: give its ID instead.');
	});
});

describe('answers to writes as other servers give them', () => {
	test('a tag named twice may be answered once (§4.9)', async () => {
		const tags = [
			{ id: 16, name: 'hot', color: null, request_id: 'i1' },
			{ id: 14, name: 'vip', color: null, request_id: 'i0' },
		];
		answers('POST', '/api/v4/leads/tags', { _embedded: { tags } });
		const { json } = await tag('create', { entityType: 'leads', name: nameOf }, keys);

		expect(json.map(({ id }) => id)).toEqual([14, 16, 16]);
	});

	test('tags without request_id are told apart by their names', async () => {
		const tags = [
			{ id: 17, name: 'hot' },
			{ id: 16, name: 'hot' },
			{ id: 14, name: 'vip' },
		];
		answers('POST', '/api/v4/leads/tags', { _embedded: { tags } });
		const { json } = await tag('create', { entityType: 'leads', name: nameOf }, keys);

		expect(json.map(({ name }) => name)).toEqual(['vip', 'hot', 'hot']);
	});

	test.each<[string, IDataObject]>([
		['leaves out the card it starts from', { to_entity_id: 8105, to_entity_type: 'contacts' }],
		[
			'writes numbers as texts',
			{ entity_id: '7001', to_entity_id: '8105', to_entity_type: 'contacts' },
		],
	])('a link is known by an answer that %s (§4.10)', async (_how, answered) => {
		answers('POST', '/api/v4/leads/link', { _embedded: { links: [answered] } });
		const { json, error } = await link('create', {
			entityType: 'leads',
			entityId: byId(7001),
			toEntityType: 'contacts',
			toEntityId: byId(8105),
		});

		expect(error).toBeNull();
		expect(json).toMatchObject([{ to_entity_type: 'contacts' }]);
	});
});

test('a 422 that says which row is wrong is about that row (§8.1)', async () => {
	const errors = [
		{ code: 'InvalidType', path: 'name', detail: 'This value should be of type int.' },
	];
	const body = { 'validation-errors': [{ request_id: 'i1', errors }], status: 422 };
	const path = '/api/v4/leads';
	sandbox().addFault({ method: 'POST', path, action: { type: 'status', status: 422, body } });
	const { json } = await lead('create', { name: '={{ $json.key }}' }, keys, {
		settings: { onError: 'continueRegularOutput' },
	});

	expect(json.map(({ error }) => error)).toEqual([
		undefined,
		"'Name': a whole number is expected [item 1]",
		undefined,
	]);
	expect(bodies(sandbox(), 'POST').map((rows) => rows.length)).toEqual([3, 2]);
});

test('no account is read to find a contact by a text: only days need its zone', async () => {
	const { json } = await contact('find', {
		matchBy: 'customField',
		matchFieldId: 'Telegram ID',
		matchValue: '880012',
		simplify: false,
	});

	expect(json).toMatchObject([{ found: true }]);
	expect(readPaths(sandbox())).toEqual(['/api/v4/contacts/custom_fields', '/api/v4/contacts']);
});
