import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { CollectionName } from '../../../sandbox/clevertim';
import { byId, clevertimRunner, lines, useClevertimSandbox } from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

// 90 days after which the first records were added
const sandbox = useClevertimSandbox({ now: () => Date.UTC(2026, 3, 1) });
const run = async (resource: string, ...more: Parameters<ReturnType<typeof clevertimRunner>>) =>
	await clevertimRunner(sandbox, resource)(...more);

const KINDS: Array<
	[resource: string, kind: CollectionName, idField: string, id: number | string, list: string]
> = [
	['contact', 'contact', 'contactId', 11, 'search'],
	['company', 'company', 'companyId', 12, 'search'],
	['opportunity', 'opportunity', 'opportunityId', 2, 'search'],
	['case', 'case', 'caseId', 1, 'search'],
	['task', 'task', 'taskId', 1, 'search'],
	['note', 'note', 'noteId', 2, 'search'],
	['comment', 'comment', 'commentId', 1, 'search'],
	['customField', 'customfield', 'customFieldId', 2, 'getAll'],
	['user', 'user', 'userId', 2, 'getAll'],
	['group', 'group', 'groupId', 1, 'getAll'],
	['folder', 'folder', 'folderId', 'f2', 'search'],
	['file', 'file', 'fileId', 1, 'search'],
	['linkedFile', 'linkedfile', 'linkedFileId', 1, 'search'],
];

/** The small lists of settings, which the client never reads one by one (§7). */
const SETTINGS = ['customfield', 'user', 'group'];

describe.each(KINDS)('%s', (resource, kind, idField, id, list) => {
	it('is got by its ID, raw as the API gives it', async () => {
		const { json, items } = await run(resource, 'get', { [idField]: byId(id), simplify: false });

		const path = SETTINGS.includes(kind) ? `/api/${kind}` : `/api/${kind}/${id}`;
		expect(lines(sandbox())).toEqual([`GET ${path}`]);
		expect(json).toEqual([expect.objectContaining({ ...sandbox().store.get(kind, id) })]);
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('that is not there is told by kind and ID', async () => {
		const missing = kind === 'folder' ? 'f99' : 99;
		const { error } = await run(resource, 'get', { [idField]: byId(missing) });
		expect(error?.message).toMatch(/^No [a-z ]+ has the ID f?99/);
	});

	it('is listed completely from one request, for all items together', async () => {
		const parameters = { returnAll: true, simplify: false };
		const { items } = await run(resource, list, parameters, [{}, {}]);

		expect(lines(sandbox())).toEqual([`GET /api/${kind}`]);
		const all = sandbox().store.all(kind);
		expect(items).toHaveLength(2 * all.length);
		const first = items.filter(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}');
		expect(first.map(({ json }) => json.id)).toEqual(all.map((row) => row.id));
	});

	it('is cut to the limit', async () => {
		const { json } = await run(resource, list, { limit: 1, simplify: false });
		expect(json).toHaveLength(1);
	});

	it('is flat when simplified: at most ten fields beside the custom ones', async () => {
		const { json } = await run(resource, list, { returnAll: true });
		for (const { customFields, ...record } of json) {
			expect(Object.keys(record).length).toBeLessThanOrEqual(10);
			expect(customFields === undefined || typeof customFields === 'object').toBe(true);
		}
	});
});

describe('simplified records', () => {
	it.each<[string, INodeParameters, IDataObject]>([
		[
			'contact',
			{ contactId: byId(11) },
			{
				id: 11,
				fn: 'Mike',
				ln: 'Johnson',
				title: 'Buyer',
				companyId: 12,
				ctype: 'Customer',
				email: ['mike@hill.example', 'mj@mail.example'],
				phones: [
					{ type: 'Work', no: '+44 20 7946 0001' },
					{ type: 'Mobile', no: '+44 7700 900001' },
				],
				tags: ['vip', 'fair'],
				lm: '2026-01-01T00:00:00Z',
				customFields: {
					Reference: 'R-11',
					Rating: 'Gold',
					Interests: ['Roofs', 'Doors'],
					Renewal: '2026-03-01',
					'Account Manager': '2',
				},
			},
		],
		[
			'task',
			{ taskId: byId(1) },
			{
				id: 1,
				name: 'Call Mike',
				atype: 'Call',
				startDate: '2026-03-09T14:30',
				endDate: '2026-03-09T15:00',
				cust: 11,
				opp: 1,
				aUserId: 2,
				is_completed: false,
			},
		],
	])('%s', async (resource, parameters, expected) => {
		const { json } = await run(resource, 'get', { ...parameters, simplify: true });
		expect(json).toEqual([expected]);
	});
});

describe('Get for many items', () => {
	it('reads each record once, pairs it, and stops at a missing one', async () => {
		const parameters = { contactId: byId('={{ $json.id }}'), simplify: false };
		const { items } = await run('contact', 'get', parameters, [{ id: 13 }, { id: 11 }, { id: 13 }]);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[13, { item: 0 }],
			[11, { item: 1 }],
			[13, { item: 2 }],
		]);
		expect(lines(sandbox()).sort()).toEqual(['GET /api/contact/11', 'GET /api/contact/13']);
	});

	it('gives an empty item for a missing record where that is wanted', async () => {
		const { json } = await run(
			'contact',
			'get',
			{
				contactId: byId('={{ $json.id }}'),
				simplify: false,
				options: { whenNotFound: 'empty' },
			},
			[{ id: 99 }, { id: 13 }],
		);
		expect(json.map(({ id }) => id)).toEqual([undefined, 13]);
	});

	it.each(['error', 'emptyContent'] as const)(
		'knows a missing record by either body of a 404: %s (§3)',
		async (missingBody) => {
			sandbox().setSwitches({ missingBody });
			const { error } = await run('company', 'get', { companyId: byId(99) });
			expect(error?.message).toBe('No company has the ID 99 [item 0]');
		},
	);

	it('takes ids that the server gives as texts (§7)', async () => {
		sandbox().setSwitches({ idsAsText: true });
		const { json } = await run('contact', 'get', { contactId: byId(11), simplify: false });
		expect(json[0]?.id).toBe(11);
	});
});

describe('the key of a user (§2, §5)', () => {
	it.each([
		['admin', [11, 13, 14, 15]],
		// 14 is private to the administrator, 15 is for the group Support
		['member', [11, 13]],
		['readOnly', [11, 13, 15]],
	] as const)('%s sees what the user may see', async (user, ids) => {
		const { json } = await run('contact', 'search', { returnAll: true }, [{}], { user });
		expect(json.map(({ id }) => id)).toEqual(ids);
	});
});

describe('Load Referenced Records (§7)', () => {
	const loaded = async (resource: string, parameters: INodeParameters, keys: string[]) => {
		const { json, error } = await run(resource, 'search', {
			returnAll: true,
			simplify: false,
			...parameters,
			options: { loadReferenced: keys },
		});
		expect(error).toBeNull();
		return json.map(({ id, referenced }) => ({ id, ...(referenced as IDataObject) }));
	};

	it('reads each kind once, for all records and items together', async () => {
		const keys = ['companyId', 'notes', 'tasks', 'cases', 'opportunities', 'files', 'lfiles'];
		const [mike, sue] = await loaded('contact', {}, keys);
		expect(mike).toMatchObject({
			id: 11,
			companyId: { cn: 'Hill & Sons' },
			notes: [{ id: 1 }, { id: 2 }],
			tasks: [{ id: 1 }],
			cases: [{ id: 1 }],
			opportunities: [{ id: 1, name: 'New roof' }],
			files: [{ name: 'offer.pdf' }],
			lfiles: [{ name: 'photos.zip' }],
		});
		expect(sue).toEqual({
			id: 13,
			notes: [],
			tasks: [],
			cases: [],
			opportunities: [expect.anything()],
		});
		expect(lines(sandbox()).sort()).toEqual([
			'GET /api/case',
			'GET /api/company',
			'GET /api/contact',
			// lists of files are not documented (§4)
			'GET /api/file/1',
			'GET /api/linkedfile/1',
			'GET /api/note',
			'GET /api/opportunity',
			'GET /api/task',
		]);
	});

	it('says of a customer which kind he is', async () => {
		const rows = await loaded('opportunity', {}, ['cust', 'leadUser', 'userId']);
		expect(rows).toMatchObject([
			{ cust: { kind: 'contact', fn: 'Mike' }, leadUser: { user: 'Ben Okoro' }, userId: { id: 1 } },
			{ cust: { kind: 'company', cn: 'Hill & Sons' } },
			{ cust: { kind: 'contact', fn: 'Sue' } },
		]);
	});

	it('takes the customer that links back where a contact and a company share an ID', async () => {
		const contact = sandbox().store.get('contact', 11);
		sandbox().store.put('company', { id: 11, cn: 'Twin', is_company: true });
		const [first] = await loaded('opportunity', {}, ['cust']);
		expect(first).toMatchObject({ cust: { kind: 'contact', fn: contact?.fn } });
	});

	it.each(['array', 'single'] as const)(
		'follows the customers of a note (%s)',
		async (noteCust) => {
			sandbox().setSwitches({ noteCust });
			const [first] = await loaded('note', {}, ['cust', 'case', 'opportunity', 'comments']);
			const mike = { kind: 'contact', id: 11 };
			expect(first).toMatchObject({
				cust: noteCust === 'array' ? [mike] : mike,
				opportunity: { name: 'New roof' },
				comments: [{ comment: 'Which colour?' }],
			});
		},
	);

	it('gives null for one that is deleted or hidden', async () => {
		sandbox().store.of('company').delete('12');
		const [mike] = await loaded('contact', {}, ['companyId']);
		expect(mike).toEqual({ id: 11, companyId: null });
	});

	it('works for a single record and for groups and comments', async () => {
		const { json } = await run('task', 'get', {
			taskId: byId(1),
			options: { loadReferenced: ['aUserId', 'comments', 'cust'] },
		});
		expect(json[0]).toMatchObject({
			name: 'Call Mike',
			referenced: {
				aUserId: { user: 'Ben Okoro' },
				comments: [{ comment: 'Not before noon' }],
				cust: { fn: 'Mike' },
			},
		});
		const groups = await run('group', 'getAll', { options: { loadReferenced: ['users'] } });
		expect(groups.json[0]).toMatchObject({ referenced: { users: [{ id: 1 }, { id: 2 }] } });
		const comments = await loaded('comment', {}, ['nid', 'tid']);
		expect(comments).toMatchObject([{ nid: { desc: 'Wants slate' } }, { tid: { id: 1 } }]);
	});
});
