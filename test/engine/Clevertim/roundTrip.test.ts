import type { INodeParameters } from 'n8n-workflow';

import type { CollectionName } from '../../../sandbox/clevertim';
import { byId, clevertimRunner, useClevertimSandbox } from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();

/** Fields the service sets itself (§5, §6); reverse links follow the other side. */
const OWN = [
	'id',
	'ao',
	'lm',
	'lc',
	'notes',
	'tasks',
	'cases',
	'opportunities',
	'comments',
	'userId',
];
const writable = (row: object) =>
	Object.fromEntries(Object.entries(row).filter(([key]) => !OWN.includes(key)));

const text = (key: string): string => `={{ $json.${key} ?? '' }}`;
const customer = (type: string, key = 'cust') => ({
	customer: { customerType: type, customerId: byId(`={{ $json.${key} }}`) },
});

const PERSON = {
	address: text('address'),
	city: text('city'),
	contactType: text('ctype'),
	country: text('country'),
	description: text('description'),
	emails: '={{ $json.email }}',
	fileIds: '={{ $json.files }}',
	linkedFileIds: '={{ $json.lfiles }}',
	phoneList: '={{ $json.phones }}',
	postcode: text('postcode'),
	region: text('region'),
	socialIdList: '={{ $json.smids }}',
	tags: '={{ $json.tags }}',
	websites: '={{ $json.website }}',
	visibility: { rule: { visibleTo: 'everyone' } },
};

const cf = (ids: string[]): INodeParameters => ({
	mappingMode: 'defineBelow',
	value: Object.fromEntries(ids.map((id) => [id, `={{ $json.cf["${id}"] }}`])),
});

/** A record as the API gives it, written again field by field, is the same record. */
const CASES: Array<
	[
		resource: string,
		kind: CollectionName,
		id: number | string,
		idField: string,
		form: INodeParameters,
	]
> = [
	[
		'contact',
		'contact',
		11,
		'contactId',
		{
			firstName: text('fn'),
			lastName: text('ln'),
			customFields: cf(['1', '2', '3', '4', '5']),
			additionalFields: {
				...PERSON,
				companyId: byId('={{ $json.companyId }}'),
				title: text('title'),
			},
		},
	],
	[
		'company',
		'company',
		12,
		'companyId',
		{
			name: text('cn'),
			customFields: cf(['2', '13']),
			additionalFields: PERSON,
		},
	],
	[
		'opportunity',
		'opportunity',
		2,
		'opportunityId',
		{
			name: text('name'),
			additionalFields: {
				currency: text('currency'),
				customer: customer('company'),
				leadUser: '={{ $json.leadUser }}',
				status: text('status'),
				tags: '={{ $json.tags }}',
				value: text('value'),
			},
		},
	],
	[
		'case',
		'case',
		1,
		'caseId',
		{
			name: text('name'),
			customFields: cf(['1']),
			additionalFields: {
				customer: customer('contact'),
				description: text('description'),
				leadUser: '={{ $json.leadUser }}',
				tags: '={{ $json.tags }}',
			},
		},
	],
	[
		'comment',
		'comment',
		1,
		'commentId',
		{ commentOn: 'note', noteId: byId('={{ $json.nid }}'), text: text('comment') },
	],
	[
		'customField',
		'customfield',
		3,
		'customFieldId',
		{
			name: text('name'),
			elementType: text('elemType'),
			models: '={{ $json.modelType }}',
			additionalFields: { multiple: '={{ $json.multiple }}', selectOptions: '={{ $json.values }}' },
		},
	],
	[
		'folder',
		'folder',
		'f2',
		'folderId',
		{ name: text('name'), additionalFields: { parentId: byId('={{ $json.parentId }}') } },
	],
	[
		'file',
		'file',
		1,
		'fileId',
		{ name: text('name'), additionalFields: { parentId: byId('={{ $json.parentId }}') } },
	],
];

describe('a record that is read and created again is the same (§3–§6)', () => {
	it.each(CASES)('%s', async (resource, kind, id, idField, form) => {
		const run = clevertimRunner(sandbox, resource);
		const read = await run('get', { [idField]: byId(id), simplify: false });
		const { json, error } = await run('create', form, read.json);

		expect(error).toBeNull();
		const { shirt_size: _unknown, ...before } = writable(sandbox().store.get(kind, id) ?? {});
		const after = writable(sandbox().store.get(kind, json[0]?.id) ?? {});
		expect(after).toMatchObject(before);
	});

	it('task, with dates as the API has them (§6.5)', async () => {
		const run = clevertimRunner(sandbox, 'task');
		for (const id of [1, 2]) {
			const { json: read } = await run('get', { taskId: byId(id), simplify: false });
			const { json, error } = await run(
				'create',
				{
					name: text('name'),
					additionalFields: {
						activityType: text('atype'),
						assignee: '={{ $json.aUserId }}',
						startDate: '={{ $json.startDate }}',
						endDate: '={{ $json.endDate }}',
						location: text('location'),
						recurrence: text('rec'),
						recursEvery: '={{ $json.recevery }}',
					},
				},
				read,
				{ timezone: 'Pacific/Auckland' },
			);
			expect(error).toBeNull();
			const before = sandbox().store.get('task', id);
			const after = sandbox().store.get('task', json[0]?.id);
			for (const key of ['name', 'atype', 'aUserId', 'startDate', 'endDate', 'rec', 'recevery']) {
				expect([key, after?.[key]]).toEqual([key, before?.[key]]);
			}
		}
	});

	it.each(['array', 'single'] as const)(
		'note whose customer is read as %s (§6.6)',
		async (noteCust) => {
			sandbox().setSwitches({ noteCust });
			const run = clevertimRunner(sandbox, 'note');
			const { json: read } = await run('get', { noteId: byId(1), simplify: false });
			const { json } = await run(
				'create',
				{
					text: text('desc'),
					additionalFields: {
						customers: {
							customer: [
								{ customerType: 'contact', customerId: byId('={{ [$json.cust].flat()[0] }}') },
							],
						},
						noteType: text('type'),
						opportunityId: byId('={{ $json.opportunity }}'),
					},
				},
				read,
			);
			const { fmt: _unknown, ...before } = writable(sandbox().store.get('note', 1) ?? {});
			expect(writable(sandbox().store.get('note', json[0]?.id) ?? {})).toEqual(before);
		},
	);

	it('linked file, of which only the name can be written (§6.10)', async () => {
		const run = clevertimRunner(sandbox, 'linkedFile');
		const before = { ...sandbox().store.get('linkedfile', 1) };
		const { json: read } = await run('get', { linkedFileId: byId(1), simplify: false });
		expect(read).toEqual([before]);

		const updateFields = { name: '={{ $json.name }}' };
		const { json, error } = await run(
			'update',
			{ linkedFileId: byId('={{ $json.id }}'), updateFields },
			read,
		);
		expect(error).toBeNull();
		const { lm: _now, ...same } = before;
		expect(sandbox().store.get('linkedfile', 1)).toMatchObject(same);
		expect(json).toEqual([expect.objectContaining(same)]);
	});
});
