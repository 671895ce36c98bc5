import type { INodeParameters } from 'n8n-workflow';

import { anyNumber, partial } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { bodies, numbered, pairing, runnerOf, sent } from '../kommoRunner';
import { mapped } from '../mapper';
import { storedTexts } from './storedContacts';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');

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

describe('values for one case', () => {
	const parameters = by('email', {
		name: 'Both',
		additionalFields: { fieldMap: '{ "Position": "Both" }', tagsToAdd: ['all'] },
		onlyWhenFound: {
			fieldMap: '{ "Telegram ID": "f" }',
			tagsToAdd: ['old'],
			responsibleUserId: 502,
		},
		onlyWhenMissing: { name: 'First', fieldMap: '{ "Position": "New" }', tags: ['new'] },
	});

	test('go with those for both cases and win over them', async () => {
		await contact('upsert', parameters, keys('ana@reis.example', 'new@x.example'));

		expect(bodies(sandbox(), 'PATCH')[0]).toEqual([
			{
				name: 'Both',
				responsible_user_id: 502,
				custom_fields_values: [
					{ field_id: 3003, values: [{ value: 'Both' }] },
					{ field_id: 3004, values: [{ value: 'f' }] },
				],
				tags_to_add: [{ name: 'all' }, { name: 'old' }],
				id: 8101,
				request_id: 'i0',
			},
		]);
		expect(bodies(sandbox(), 'POST')[0]).toEqual([
			{
				name: 'First',
				custom_fields_values: [
					{ field_id: 3003, values: [{ value: 'New' }] },
					{ field_id: 3002, values: [{ value: 'new@x.example', enum_code: 'WORK' }] },
				],
				tags_to_add: [{ name: 'all' }],
				_embedded: { tags: [{ name: 'new' }] },
				request_id: 'i1',
			},
		]);
	});

	test('do not count as a change in the other case', async () => {
		const only = by('email', { onlyWhenMissing: { name: 'First' } });
		const { json } = await contact('upsert', only, keys('ana@reis.example'));

		expect(json).toEqual([{ id: 8101, action: 'unchanged' }]);
	});
});

describe('phones and other lists', () => {
	const options = (multiValueMode: string) => ({ options: { multiValueMode } });

	test('a phone given as value and as key is stored once', async () => {
		const given = mapped({ '3001:MOB': '8 900 123-45-67' });
		await contact('upsert', by('phone', given), keys('+7 900 1234567'));

		expect(bodies(sandbox(), 'POST')[0]?.[0]?.custom_fields_values).toEqual([
			{ field_id: 3001, values: [{ value: '8 900 123-45-67', enum_code: 'MOB' }] },
		]);
	});

	test('a new contact keeps the phone it was looked for by beside another one', async () => {
		await contact('upsert', by('phone', mapped({ '3001:MOB': '+15550111' })), keys('+15550100'));

		expect(bodies(sandbox(), 'POST')[0]?.[0]?.custom_fields_values).toEqual([
			{
				field_id: 3001,
				values: [
					{ value: '+15550111', enum_code: 'MOB' },
					{ value: '+15550100', enum_code: 'WORK' },
				],
			},
		]);
	});

	test('Add keeps what the found contact has, and creates with what is given', async () => {
		const given = { ...mapped({ '3001:MOB': '+15550111' }), ...options('add') };
		await contact('upsert', by('email', given), keys('ana@reis.example', 'new@x.example'));
		const phones = storedTexts(sandbox(), 'phone');

		expect(phones.get(8101)).toEqual(['+5511999990000', '+15550111']);
		expect([...phones.values()].at(-1)).toEqual(['+15550111']);
	});

	test('Remove takes from the found contact, and gives a new one nothing', async () => {
		const given = { ...mapped({ '3001:MOB': '+5511999990000' }), ...options('remove') };
		await contact('upsert', by('email', given), keys('ana@reis.example', 'new@x.example'));
		const phones = storedTexts(sandbox(), 'phone');

		expect(phones.get(8101)).toEqual([]);
		expect([...phones.values()].at(-1)).toEqual([]);
	});

	test('Add in values for new contacts leaves a found one alone', async () => {
		const onlyWhenMissing = { fieldMap: '{ "PHONE": "+15550111" }' };
		const given = { onlyWhenMissing, ...options('add') };
		const items = keys('ana@reis.example', 'new@x.example');
		const { json } = await contact('upsert', by('email', given), items);

		expect(json[0]).toEqual({ id: 8101, action: 'unchanged' });
		expect([...storedTexts(sandbox(), 'phone').values()].at(-1)).toEqual(['+15550111']);
		expect(writes().map(({ method }) => method)).toEqual(['POST']);
	});

	test('a field that is cleared is cleared on a found contact, and left out of a new one', async () => {
		const given = { additionalFields: { fieldMap: '{ "Position": null }' } };
		await contact('upsert', by('email', given), keys('ana@reis.example', 'new@x.example'));

		expect(bodies(sandbox(), 'PATCH')[0]?.[0]?.custom_fields_values).toEqual([
			{ field_id: 3003, values: null },
		]);
		expect(bodies(sandbox(), 'POST')[0]?.[0]?.custom_fields_values).toEqual([
			{ field_id: 3002, values: [{ value: 'new@x.example', enum_code: 'WORK' }] },
		]);
	});
});

describe('options', () => {
	test('Full Record gives what is stored and says what was done', async () => {
		const parameters = by('email', { name: 'N', options: { return: 'entity' } });
		const { json } = await contact('upsert', parameters, keys('ana@reis.example', 'b@x.example'));

		expect(json).toEqual([
			partial({ id: 8101, name: 'N', first_name: 'Ana', action: 'updated' }),
			partial({ name: 'N', account_id: anyNumber, action: 'created' }),
		]);
	});

	test('Validate Only shows what would be sent, and sends it not', async () => {
		const parameters = by('email', { name: '={{ $json.n }}', options: { validateOnly: true } });
		const items = [
			{ key: 'ana@reis.example', n: 'A' },
			{ key: 'b@x.example', n: 'B' },
			{ key: 'b@x.example', n: 'C' },
			{ key: 'sam@example.org', n: '' },
		];
		const run = await contact('upsert', parameters, items);

		expect(run.json).toEqual([
			partial({ method: 'PATCH', body: [{ id: 8101, name: 'A', request_id: 'i0' }] }),
			partial({ method: 'POST', body: [partial({ name: 'B', request_id: 'i1' })] }),
			partial({ method: 'PATCH', body: [{ id: 'of item 1', name: 'C', request_id: 'i2' }] }),
			{ id: 8106, action: 'unchanged' },
		]);
		expect(pairing(run)).toEqual([[{ item: 0 }], [{ item: 1 }], [{ item: 2 }], { item: 3 }]);
		expect(writes()).toEqual([]);
	});

	test('Batch Size cuts creates and updates alike', async () => {
		const parameters = by('name', { options: { batchSize: 2 } });
		await contact(
			'upsert',
			parameters,
			numbered(5).map(({ n }) => ({ key: `New ${n}` })),
		);

		expect(bodies(sandbox(), 'POST').map((rows) => rows.length)).toEqual([2, 2, 1]);
	});
});
