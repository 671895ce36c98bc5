import type { INodeParameters, INodePropertyOptions } from 'n8n-workflow';

import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { useSandbox } from '../../support/sandbox';
import { bodies, byId, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const note = runnerOf(sandbox, 'note');

const onLead = { entityType: 'leads', entityId: byId('7001') };

/** Every type that can be written, with all its params as the fact sheet §4.8 has them. */
const TYPES: Array<[type: string, form: INodeParameters, params: object]> = [
	['common', { text: 'Asked for a discount' }, { text: 'Asked for a discount' }],
	[
		'call_in',
		{
			phone: '+12025550143',
			duration: 42,
			uniq: 'c-1',
			source: 'my_pbx',
			link: 'https://pbx.example/1.mp3',
			callResult: 'Will think',
			callStatus: '4',
			callResponsible: '502',
		},
		{
			phone: '+12025550143',
			duration: 42,
			uniq: 'c-1',
			source: 'my_pbx',
			link: 'https://pbx.example/1.mp3',
			call_result: 'Will think',
			call_status: 4,
			call_responsible: 502,
		},
	],
	[
		'call_out',
		{ phone: '+12025550143', duration: 0, source: 'my_pbx', callResponsible: 'Marco' },
		{ phone: '+12025550143', duration: 0, source: 'my_pbx', call_responsible: 'Marco' },
	],
	['service_message', { service: 'Website', text: 'Paid' }, { service: 'Website', text: 'Paid' }],
	[
		'extended_service_message',
		{ service: 'Website', text: 'Paid\nTwice' },
		{ service: 'Website', text: 'Paid\nTwice' },
	],
	['sms_in', { text: 'Yes', phone: '+12025550143' }, { text: 'Yes', phone: '+12025550143' }],
	[
		'sms_out',
		{ text: 'See you', phone: '+12025550143' },
		{ text: 'See you', phone: '+12025550143' },
	],
	[
		'geolocation',
		{ text: 'Here', address: 'Main Street 1', latitude: '={{ 55.7558 }}', longitude: '37.6173' },
		{ text: 'Here', address: 'Main Street 1', latitude: '55.7558', longitude: '37.6173' },
	],
];

describe('types of a new note', () => {
	test.each(TYPES)('writes %s with exactly its params (§4.8)', async (noteType, form, params) => {
		const { error } = await note('create', { ...onLead, noteType, ...form });

		expect(error).toBeNull();
		expect(bodies(sandbox(), 'POST')).toEqual([
			[{ entity_id: 7001, note_type: noteType, params, request_id: 'i0' }],
		]);
	});

	test('offers every type that can be written, and says that emails cannot', () => {
		const prop = new Kommo().description.properties.find(({ name }) => name === 'noteType');
		const offered = (prop?.options ?? []) as INodePropertyOptions[];

		const written = [...TYPES.map(([type]) => type), 'attachment'];
		expect(offered.map(({ value }) => value).sort()).toEqual(written.sort());
		expect(prop?.description).toContain('Email notes can be read but not written');
	});

	test('takes another type for every item', async () => {
		const items = [
			{ type: 'common', text: 'one' },
			{ type: 'call_in', phone: '+1', duration: 3 },
			{ type: 'sms_out', text: 'three', phone: '+3' },
		];
		await note(
			'create',
			{
				...onLead,
				noteType: '={{ $json.type }}',
				text: '={{ $json.text }}',
				phone: '={{ $json.phone }}',
				duration: '={{ $json.duration }}',
			},
			items,
		);

		expect(
			bodies(sandbox(), 'POST')[0]?.map(({ note_type, params }) => [note_type, params]),
		).toEqual([
			['common', { text: 'one' }],
			['call_in', { phone: '+1', duration: 3, source: 'n8n' }],
			['sms_out', { text: 'three', phone: '+3' }],
		]);
	});

	test('names the field when the account does not take its value (§3.3)', async () => {
		const errors = [{ code: 'FieldMissing', path: 'params.source', detail: '' }];
		const body = { 'validation-errors': [{ request_id: 'i0', errors }], status: 400 };
		sandbox().addFault({ method: 'POST', action: { type: 'status', status: 400, body } });
		const { error } = await note('create', {
			...onLead,
			noteType: 'call_in',
			phone: '+1',
			source: '',
		});

		expect(error?.message).toBe("'Telephony' is missing [item 0]");
	});

	test('writes a stored file with its UUIDs and name (§4.8)', async () => {
		const { json } = await note('create', {
			...onLead,
			noteType: 'attachment',
			fileSource: 'stored',
			fileUuid: '7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d',
			versionUuid: '11111111-0d1f-4a11-9c55-1d2f3a4b5c6d',
			fileName: 'offer.pdf',
			options: { validateOnly: true },
		});

		expect(json).toEqual([
			{
				method: 'POST',
				path: '/api/v4/leads/notes',
				body: [
					{
						entity_id: 7001,
						note_type: 'attachment',
						params: {
							file_uuid: '7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d',
							version_uuid: '11111111-0d1f-4a11-9c55-1d2f3a4b5c6d',
							file_name: 'offer.pdf',
						},
						request_id: 'i0',
					},
				],
			},
		]);
		expect(sent(sandbox())).toEqual([]);
	});

	test.each([
		['left alone', {}],
		['empty', { callStatus: '', callResult: '', link: '', uniq: '', callResponsible: '' }],
		[
			'expressions that give nothing',
			{
				callStatus: '={{ $json.x }}',
				callResult: '={{ $json.x }}',
				link: '={{ null }}',
				callResponsible: '={{ $json.x }}',
			},
		],
	])(
		'leaves out call params that are %s: null would be refused (§7 no. 19)',
		async (_what, form) => {
			await note('create', {
				...onLead,
				noteType: 'call_in',
				phone: '+1202',
				duration: 5,
				...form,
			});

			expect(bodies(sandbox(), 'POST')[0]?.[0]?.params).toEqual({
				phone: '+1202',
				duration: 5,
				source: 'n8n',
			});
		},
	);

	test.each([
		[{ responsibleUserId: 502 }, { responsible_user_id: 502, created_by: 502 }],
		[{ createdBy: 503 }, { responsible_user_id: 503, created_by: 503 }],
		[
			{ responsibleUserId: 502, createdBy: 0 },
			{ responsible_user_id: 502, created_by: 0 },
		],
	])('a call with %j counts for one user in the statistics (§4.8)', async (fields, users) => {
		await note('create', {
			...onLead,
			noteType: 'call_out',
			phone: '+1202',
			additionalFields: fields,
		});

		expect(bodies(sandbox(), 'POST')[0]?.[0]).toMatchObject(users);
	});

	test('a common note keeps author and responsible apart', async () => {
		await note('create', { ...onLead, text: 'x', additionalFields: { responsibleUserId: 502 } });

		expect(bodies(sandbox(), 'POST')[0]?.[0]).not.toHaveProperty('created_by');
	});
});
