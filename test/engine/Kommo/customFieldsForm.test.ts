import type { ResourceMapperField } from 'n8n-workflow';

import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { resourceMapping } from '../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../support/sandbox';
import { readPaths } from './onlyRow';

const sandbox = useSandbox();

const columns = async (
	method: string,
	account: 'kommo' | 'amocrm' = 'kommo',
): Promise<ResourceMapperField[]> => {
	const parameters = { authentication: 'apiToken' };
	const credentials = apiTokenCredentials(sandbox(), account);
	return (await resourceMapping(new Kommo(), method, parameters, credentials)).fields;
};

const column = async (method: string, id: string): Promise<ResourceMapperField | undefined> =>
	(await columns(method)).find((one) => one.id === id);

describe('columns of the custom field mapper (fact sheet §4.12, §4.13)', () => {
	test.each([
		['text', 'getLeadFields', '3102', 'string'],
		['numeric', 'getLeadFields', '3103', 'number'],
		['multiselect', 'getLeadFields', '3104', 'string'],
		['date', 'getLeadFields', '3105', 'dateTime'],
		['checkbox', 'getLeadFields', '3107', 'boolean'],
		['date_time', 'getLeadFields', '3108', 'dateTime'],
		['url', 'getLeadFields', '3109', 'string'],
		['textarea', 'getLeadFields', '3110', 'string'],
		['smart_address', 'getLeadFields', '3112', 'object'],
		['monetary', 'getLeadFields', '3113', 'number'],
		['legal_entity', 'getLeadFields', '3114', 'object'],
		['file', 'getLeadFields', '3115', 'object'],
		['linked_entity', 'getLeadFields', '3116', 'object'],
		['chained_list', 'getLeadFields', '3117', 'array'],
		['tracking_data', 'getLeadFields', '3121', 'string'],
		['birthday', 'getContactFields', '3005', 'dateTime'],
		['org_legal_name', 'getCompanyFields', '3207', 'string'],
	])('%s', async (_type, method, id, type) => {
		expect(await column(method, id)).toMatchObject({ type, required: false, display: true });
	});

	test.each([
		['3101', ['Referral', 'Ads', 'Website']],
		['3106', ['Pick-up', 'Courier']],
	])('options of %s are choices by their text', async (id, texts) => {
		expect(await column('getLeadFields', id)).toMatchObject({
			type: 'options',
			options: texts.map((text) => ({ name: text, value: text })),
		});
	});

	test('options that share a text go by their id', async () => {
		const channel = sandbox().accounts.kommo.store.customFields.get(3101);
		channel?.enums?.push({ id: 310109, value: 'Ads', sort: 9, code: null });

		expect((await column('getLeadFields', '3101'))?.options?.map(({ value }) => value)).toEqual([
			'Referral',
			310102,
			'Website',
			310109,
		]);
	});

	test('phones and e-mails have a column for each kind', async () => {
		const fields = await columns('getContactFields');

		expect(fields.slice(0, 9).map(({ id, displayName }) => [id, displayName])).toEqual([
			['3001:WORK', 'Phone (Work)'],
			['3001:WORKDD', 'Phone (Work Direct)'],
			['3001:MOB', 'Phone (Mobile)'],
			['3001:FAX', 'Phone (Fax)'],
			['3001:HOME', 'Phone (Home)'],
			['3001:OTHER', 'Phone (Other)'],
			['3002:WORK', 'Email (Work)'],
			['3002:PRIV', 'Email (Private)'],
			['3002:OTHER', 'Email (Other)'],
		]);
	});

	test('phones without a list of kinds are one column', async () => {
		const phone = sandbox().accounts.kommo.store.customFields.get(3001);
		if (phone) phone.enums = null;

		expect(await column('getContactFields', '3001')).toMatchObject({ displayName: 'Phone' });
	});

	test('a multiselect names its options', async () => {
		expect((await column('getCompanyFields', '3205'))?.displayName).toBe(
			'Industry (Construction, Retail, Services)',
		);
	});

	test('all pages of the definitions, each in one request', async () => {
		const whole = await columns('getLeadFields');
		sandbox().setSwitches({ maxPageSize: 10 });
		sandbox().clearRequests();

		expect(await columns('getLeadFields')).toEqual(whole);
		expect(readPaths(sandbox())).toEqual(Array(3).fill('/api/v4/leads/custom_fields'));
	});

	test('each account has its own', async () => {
		await columns('getLeadFields');
		const fields = await columns('getLeadFields', 'amocrm');

		expect(fields[0]).toMatchObject({ id: '1003101', displayName: 'Канал' });
		expect(fields.filter(({ id }) => Number(id) < 1_000_000)).toEqual([]);
	});
});
