import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { anyNumber, partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { bodies, pairing, runnerOf, sent } from '../kommoRunner';
import { onlyContacts } from './storedContacts';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');
const company = runnerOf(sandbox, 'company');
const goOn = { settings: { onError: 'continueRegularOutput' as const } };

const by = (matchBy: string, more: INodeParameters = {}): INodeParameters => ({
	matchBy,
	matchValue: '={{ $json.key }}',
	...more,
});
const keys = (...list: string[]) => list.map((key) => ({ key }));
const writes = () =>
	sent(sandbox())
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, body }) => ({ method, path, body }));
const phone = (value: string) => [{ field_id: 3001, values: [{ value, enum_code: 'WORK' }] }];

describe('a contact is', () => {
	test('updated where it is found, created where it is not', async () => {
		const { json, ...run } = await contact('upsert', by('phone', { name: '={{ $json.name }}' }), [
			{ key: '55 11 99999-0000', name: 'Ana R.' },
			{ key: '+1 555 0100', name: 'New' },
		]);

		expect(writes()).toEqual([
			{
				method: 'PATCH',
				path: '/api/v4/contacts',
				body: [{ name: 'Ana R.', id: 8101, request_id: 'i0' }],
			},
			{
				method: 'POST',
				path: '/api/v4/contacts',
				body: [{ name: 'New', custom_fields_values: phone('+1 555 0100'), request_id: 'i1' }],
			},
		]);
		expect(json).toEqual([
			partial({ id: 8101, name: 'Ana R.', action: 'updated' }),
			partial({ id: anyNumber, name: 'New', action: 'created' }),
		]);
		expect(pairing({ json, ...run })).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test.each<[string, INodeParameters, string, IDataObject]>([
		[
			'email',
			by('email'),
			'new@x.example',
			{
				custom_fields_values: [
					{ field_id: 3002, values: [{ value: 'new@x.example', enum_code: 'WORK' }] },
				],
			},
		],
		['name', by('name'), 'New One', { name: 'New One' }],
		[
			'custom field',
			by('customField', { matchFieldId: 'Telegram ID' }),
			'tg-1',
			{ custom_fields_values: [{ field_id: 3004, values: [{ value: 'tg-1' }] }] },
		],
		['id', by('id', { name: 'N' }), '999999', { name: 'N' }],
	])('created with the %s it was looked for by', async (_name, parameters, key, body) => {
		const { json } = await contact('upsert', parameters, keys(key));

		expect(writes().map((one) => one.body)).toEqual([[{ ...body, request_id: 'i0' }]]);
		expect(json).toEqual([partial({ action: 'created' })]);
	});

	test('left alone where it is there and nothing is given', async () => {
		const { json } = await contact('upsert', by('email'), keys('ana@reis.example'));

		expect(json).toEqual([{ id: 8101, action: 'unchanged' }]);
		expect(writes()).toEqual([]);
	});

	test('updated also where it already has the value: nobody knows what else depends on it', async () => {
		const { json } = await contact('upsert', by('id', { name: 'Ana Reis' }), keys('8101'));

		expect(json).toEqual([partial({ id: 8101, action: 'updated' })]);
		expect(writes()).toHaveLength(1);
	});

	test('found by its card as well', async () => {
		const link = `${sandbox().accounts.kommo.url}/contacts/detail/8102`;
		const { json } = await contact('upsert', by('id', { name: 'N' }), keys(link));

		expect(json).toEqual([partial({ id: 8102, action: 'updated' })]);
	});
});

test('200 ids are looked up together', async () => {
	const ids = onlyContacts(
		sandbox(),
		Array.from({ length: 200 }, () => ({})),
	);
	const { json } = await contact('upsert', by('id', { name: 'N' }), keys(...ids.map(String)));

	expect(json.every(({ action }) => action === 'updated')).toBe(true);
	expect(sent(sandbox(), 'GET').filter(({ path }) => path === '/api/v4/contacts')).toHaveLength(2);
});

test('an id is not taken for another one where amoCRM ignores the filter', async () => {
	sandbox().setSwitches({ apiFilterEnabled: false });
	const ids = onlyContacts(
		sandbox(),
		Array.from({ length: 300 }, () => ({})),
		'amocrm',
	);
	const wanted = keys(String(ids[7]), '1', String(ids[280]));
	const { json } = await contact('upsert', by('id', { name: 'N' }), wanted, {
		account: 'amocrm',
	});

	expect(json.map(({ id, action }) => [id, action])).toEqual([
		[ids[7], 'updated'],
		[anyNumber, 'created'],
		[ids[280], 'updated'],
	]);
});

describe('items of one run with the same key', () => {
	test('become one create and updates in their order', async () => {
		const items = ['A', 'B', 'C'].map((name) => ({ key: 'new@x.example', name }));
		const { json } = await contact('upsert', by('email', { name: '={{ $json.name }}' }), items);

		expect(json.map(({ action }) => action)).toEqual(['created', 'updated', 'updated']);
		expect(new Set(json.map(({ id }) => id)).size).toBe(1);
		const { contacts } = sandbox().accounts.kommo.store;
		expect(contacts.get(Number(json[0]?.id))?.name).toBe('C');
		expect(writes().map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH']);
	});

	test('also where only the spelling of a phone is the same', async () => {
		const { json } = await contact(
			'upsert',
			by('phone', { name: '={{ $json.key }}' }),
			keys('900 123-45-67', '+7 (900) 123 45 67', '8-900-1234567', '00 7 900 1234567'),
		);

		expect(json.map(({ action }) => action)).toEqual(['created', 'updated', 'updated', 'updated']);
		expect(new Set(json.map(({ id }) => id)).size).toBe(1);
	});

	test('two found by different keys are changed in their order, too', async () => {
		const items = [
			{ by: 'email', key: 'ana@reis.example', name: '1' },
			{ by: 'phone', key: '+5511999990000', name: '2' },
		];
		const parameters = { ...by('={{ $json.by }}'), name: '={{ $json.name }}' };
		const { json } = await contact('upsert', parameters, items);

		expect(json.map(({ id }) => id)).toEqual([8101, 8101]);
		expect(sandbox().accounts.kommo.store.contacts.get(8101)?.name).toBe('2');
	});

	test('the next one becomes the create where the first is refused', async () => {
		const items = [
			{ key: 'new@x.example', owner: 999 },
			{ key: 'new@x.example', owner: 502 },
			{ key: 'new@x.example', owner: 501 },
		];
		const additionalFields = { responsibleUserId: '={{ $json.owner }}' };
		const { json } = await contact('upsert', by('email', { additionalFields }), items, goOn);

		expect(json).toEqual([
			partial({ key: 'new@x.example', owner: 999, error: textLike(/./) }),
			partial({ action: 'created' }),
			partial({ action: 'updated', id: json[1]?.id }),
		]);
		expect(bodies(sandbox(), 'POST').map((rows) => rows[0]?.request_id)).toEqual(['i0', 'i1']);
	});
});

describe('several stored contacts match', () => {
	const several = (onSeveral: string) => by('email', { name: 'N', options: { onSeveral } });
	const store = () =>
		onlyContacts(sandbox(), [
			{ email: 'a@x.example', createdAt: 300, updatedAt: 900 },
			{ email: 'a@x.example', createdAt: 100, updatedAt: 500 },
		]);

	test.each([
		['firstCreated', 1],
		['lastUpdated', 0],
	])('%s says which one is changed', async (choice, place) => {
		const ids = store();
		const { json } = await contact('upsert', several(choice), keys('a@x.example'));

		expect(json).toEqual([partial({ id: ids[place], action: 'updated' })]);
	});

	test('Stop ends the item, and nothing is written', async () => {
		store();
		const { error } = await contact('upsert', several('stop'), keys('b@x.example', 'a@x.example'));

		expect(error?.message).toMatch(/^2 records match email a@x.example/);
		expect(error?.itemIndex).toBe(1);
		expect(writes()).toEqual([]);
	});

	test('with Continue On Fail the others are written', async () => {
		store();
		const items = keys('a@x.example', 'b@x.example');
		const { json } = await contact('upsert', several('stop'), items, goOn);

		expect(json).toEqual([
			partial({ key: 'a@x.example', error: textLike(/^2 records match/) }),
			partial({ action: 'created' }),
		]);
	});
});

test('companies are matched the same way', async () => {
	const { json } = await company('upsert', by('phone', { name: '={{ $json.name }}' }), [
		{ key: '(202) 555-0110', name: 'Northwind' },
		{ key: '+15550100', name: 'New Ltd' },
		{ key: '+1 555 0100', name: 'Newer Ltd' },
	]);

	expect(json).toEqual([
		partial({ id: 8202, action: 'updated' }),
		partial({ action: 'created' }),
		partial({ id: json[1]?.id, name: 'Newer Ltd', action: 'updated' }),
	]);
	expect(bodies(sandbox(), 'POST')[0]?.[0]?.custom_fields_values).toEqual([
		{ field_id: 3201, values: [{ value: '+15550100', enum_code: 'WORK' }] },
	]);
});

test('a look-up that fails leaves nothing written', async () => {
	sandbox().addFault({
		path: '/api/v4/contacts',
		times: Infinity,
		action: { type: 'status', status: 403, body: { title: 'Forbidden', status: 403 } },
	});
	const { error } = await contact('upsert', by('email', { name: 'N' }), keys('a@x.example'));

	expect(error).not.toBeNull();
	expect(writes()).toEqual([]);
});
