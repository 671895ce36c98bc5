import type { INodeParameters } from 'n8n-workflow';

import { anyNumber, partial } from '../../support/partial';
import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';
import { mapped } from './mapper';
import { onlyRow, readPaths } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const GO_ON = { settings: { onError: 'continueRegularOutput' as const } };

/** The mapper of another parameter. */
const mappedAs = (name: string, value: Record<string, unknown>): INodeParameters => ({
	[name]: mapped(value).customFields ?? null,
});

describe('lead: createComplex', () => {
	test('posts the lead with full models of its contact and company (fact sheet §4.1)', async () => {
		const run = await lead('createComplex', {
			name: 'Demo request',
			...mapped({ 3102: 'AB-1' }),
			contactMode: 'new',
			contactName: 'Ana Reis',
			contactPhone: '+5511999990099',
			contactEmail: 'ana@x.example, a2@x.example',
			contactFields: {
				firstName: 'Ana',
				lastName: 'Reis',
				responsibleUserId: 502,
				tagsByName: 'web',
			},
			companyMode: 'new',
			companyName: 'Reis Ltda',
			companyPhone: '+15550111',
			trafficSource: { utmSource: 'news', gclid: 'g-1' },
			additionalFields: { price: 5, pipelineId: 900, statusId: 60001, tagsByName: 'api, demo' },
		});

		expect(run.error).toBeNull();
		expect(sent(sandbox(), 'POST')).toMatchObject([{ path: '/api/v4/leads/complex', query: {} }]);
		expect(onlyRow(sandbox())).toEqual({
			name: 'Demo request',
			price: 5,
			pipeline_id: 900,
			status_id: 60001,
			custom_fields_values: [
				{ field_id: 3102, values: [{ value: 'AB-1' }] },
				{ field_id: 3128, values: [{ value: 'g-1' }] },
				{ field_id: 3121, values: [{ value: 'news' }] },
			],
			_embedded: {
				tags: [{ name: 'api' }, { name: 'demo' }],
				contacts: [
					{
						name: 'Ana Reis',
						first_name: 'Ana',
						last_name: 'Reis',
						responsible_user_id: 502,
						custom_fields_values: [
							{ field_code: 'PHONE', values: [{ value: '+5511999990099', enum_code: 'WORK' }] },
							{
								field_code: 'EMAIL',
								values: [
									{ value: 'ana@x.example', enum_code: 'WORK' },
									{ value: 'a2@x.example', enum_code: 'WORK' },
								],
							},
						],
						_embedded: { tags: [{ name: 'web' }] },
					},
				],
				companies: [
					{
						name: 'Reis Ltda',
						custom_fields_values: [
							{ field_code: 'PHONE', values: [{ value: '+15550111', enum_code: 'WORK' }] },
						],
					},
				],
			},
		});
		expect(run.json[0]).toMatchObject({
			id: 7013,
			contact_id: expect.any(Number) as unknown,
			company_id: expect.any(Number) as unknown,
			merged: false,
		});
	});

	test('a stored contact and company go by their ids; nothing else is read or sent', async () => {
		const run = await lead('createComplex', {
			name: 'Again',
			...{ contactMode: 'existing', contactId: byId(8101) },
			...{ companyMode: 'existing', companyId: byId(8201) },
		});

		expect(onlyRow(sandbox())).toEqual({
			name: 'Again',
			_embedded: { contacts: [{ id: 8101 }], companies: [{ id: 8201 }] },
		});
		expect(readPaths(sandbox())).toEqual([]);
		expect(run.json[0]).toMatchObject({ contact_id: 8101, company_id: 8201 });
	});

	test('plain phones and traffic sources need no definitions', async () => {
		await lead('createComplex', { contactPhone: '+15550111', trafficSource: { utmTerm: 't' } });

		expect(readPaths(sandbox())).toEqual([]);
		expect(onlyRow(sandbox()).custom_fields_values).toEqual([
			{ field_code: 'UTM_TERM', values: [{ value: 't' }] },
		]);
	});

	test('custom fields of the contact come from its own mapper and map', async () => {
		await lead('createComplex', {
			...mappedAs('contactCustomFields', { 3004: '123' }),
			contactFields: { fieldMap: '{ "job": "Owner" }' },
			contactEmail: 'a@x.example',
			options: { fieldAliases: '{ "job": "POSITION" }' },
		});

		expect(onlyRow(sandbox())._embedded).toEqual({
			contacts: [
				{
					custom_fields_values: [
						{ field_id: 3002, values: [{ value: 'a@x.example', enum_code: 'WORK' }] },
						{ field_id: 3004, values: [{ value: '123' }] },
						{ field_id: 3003, values: [{ value: 'Owner' }] },
					],
				},
			],
		});
	});

	test('a form makes it an incoming lead (§4.3)', async () => {
		const run = await lead('createComplex', {
			contactMode: 'none',
			incomingLead: 'forms',
			formDetails: {
				formId: 'f-9',
				formName: 'Contact us',
				formPage: 'https://example.org/contact',
				formSentAt: '2026-01-01T00:00:00Z',
				ip: '203.0.113.7',
				referer: 'https://example.org',
				visitorUid: 'v-1',
			},
			options: { return: 'entity' },
		});

		expect(onlyRow(sandbox())).toEqual({
			_embedded: {
				metadata: {
					category: 'forms',
					form_id: 'f-9',
					form_name: 'Contact us',
					form_page: 'https://example.org/contact',
					form_sent_at: 1767225600,
					ip: '203.0.113.7',
					referer: 'https://example.org',
					visitor_uid: 'v-1',
				},
			},
		});
		expect(run.json).toMatchObject([{ id: 7013, status_id: 60000 }]);
		expect(sent(sandbox(), 'GET').at(-1)?.path).toBe('/api/v4/leads/7013');
	});

	test('the full record keeps what only the answer tells', async () => {
		const run = await lead('createComplex', {
			name: 'Roof',
			contactPhone: '+15550110',
			options: { return: 'entity' },
		});

		expect(run.json).toEqual([
			partial({
				...{ id: 7013, name: 'Roof', created_at: anyNumber },
				...{ contact_id: anyNumber, company_id: null, merged: false },
			}),
		]);
	});

	test('the time of a form is now when nobody gives one', async () => {
		await lead('createComplex', { contactMode: 'none', incomingLead: 'forms' });

		expect(onlyRow(sandbox())._embedded).toMatchObject({
			metadata: { category: 'forms', form_sent_at: expect.any(Number) as unknown },
		});
	});

	test('a call makes it an incoming lead (§4.3)', async () => {
		await lead('createComplex', {
			contactMode: 'none',
			incomingLead: 'sip',
			callDetails: {
				phone: '+15550100',
				callResponsible: 'Dana',
				calledAt: 1767225600,
				duration: 42,
				link: 'https://pbx.example/1.mp3',
				serviceCode: 'pbx',
				uniq: 'u-1',
				isCallEventNeeded: false,
			},
		});

		expect(onlyRow(sandbox())._embedded).toEqual({
			metadata: {
				category: 'sip',
				phone: '+15550100',
				call_responsible: 'Dana',
				called_at: 1767225600,
				duration: 42,
				link: 'https://pbx.example/1.mp3',
				service_code: 'pbx',
				uniq: 'u-1',
				is_call_event_needed: false,
			},
		});
	});

	test('a refused row of the contact is named and the others are sent', async () => {
		const run = await lead(
			'createComplex',
			{
				name: '={{ $json.name }}',
				...{ contactMode: 'existing', contactId: byId('={{ $json.contact }}') },
			},
			[
				{ name: 'A', contact: 8101 },
				{ name: 'B', contact: 999_999 },
			],
			GO_ON,
		);

		expect(run.json).toMatchObject([
			{ id: 7013, contact_id: 8101 },
			{ name: 'B', error: expect.stringContaining("'999999'") as unknown },
		]);
	});

	test.each<[string, INodeParameters, string]>([
		['a new contact of which nothing is known', { contactMode: 'new' }, "'Linked Contact' is new"],
		[
			'a new company of which nothing is known',
			{ contactMode: 'none', companyMode: 'new' },
			"'Linked Company' is new",
		],
		[
			'a phone given twice',
			{ contactPhone: '+15550100', contactFields: { fieldMap: '{ "Phone": "+15550101" }' } },
			"The custom field 'Phone' (3001) is given twice",
		],
		[
			'an existing contact without an id',
			{ contactMode: 'existing', contactId: byId('={{ "" }}') },
			"'Contact' is empty",
		],
	])('%s is refused before anything is sent', async (_name, parameters, message) => {
		const { error } = await lead('createComplex', parameters);

		expect(error?.message).toContain(message);
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	test('more than 40 custom fields of one entity are refused (§2.2)', async () => {
		const { customFields } = sandbox().accounts.kommo.store;
		const text = customFields.get(3102);
		if (!text) throw new Error('The seed has the field');
		const ids = Array.from({ length: 41 }, (_, n) => 3900 + n);
		for (const id of ids) customFields.set(id, { ...text, id, name: `Field ${id}` });
		const { error } = await lead('createComplex', {
			contactMode: 'none',
			additionalFields: { fieldMap: Object.fromEntries(ids.map((id) => [id, 'x'])) },
		});

		expect(error?.message).toContain('has 41 custom fields, more than the 40');
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});
});
