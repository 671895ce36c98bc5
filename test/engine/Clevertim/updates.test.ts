import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ClevertimSwitches, CollectionName } from '../../../sandbox/clevertim';
import {
	bodyOf,
	byId,
	clevertimRunner,
	lines,
	sent,
	useClevertimSandbox,
} from '../../support/clevertimSandbox';
import { UPDATE_CASES } from './updateCases';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const run = async (resource: string, ...more: Parameters<ReturnType<typeof clevertimRunner>>) =>
	await clevertimRunner(sandbox, resource)(...more);

const stored = (kind: CollectionName, id: number | string): IDataObject =>
	({ ...sandbox().store.get(kind, id) }) as IDataObject;

const SERVERS: Array<Partial<ClevertimSwitches>> = (
	['merge', 'mergeWithoutCf', 'replace'] as const
).flatMap((putSemantics) =>
	(['idAndTimes', 'id', 'full'] as const).map((putAnswer) => ({ putSemantics, putAnswer })),
);

/** One of each way of reading back: by ID, from the list of settings, by an ID that is a text. */
const SERVED = ['contact', 'task: complete', 'custom field', 'folder'];

describe('an update loses nothing, whatever the server makes of missing fields (§3, §4)', () => {
	describe.each(SERVERS.map((server) => [JSON.stringify(server), server] as const))(
		'%s',
		(_name, server) => {
			const kinds = UPDATE_CASES.filter(({ name }) => SERVED.includes(name));
			it.each(kinds.map((one) => [one.name, one] as const))('%s', async (_case, one) => {
				sandbox().setSwitches(server);
				const before = stored(one.kind, one.id);
				const { json, error } = await run(one.resource, one.operation ?? 'update', {
					[one.idField]: byId(one.id),
					...one.parameters,
				});

				expect(error).toBeNull();
				const { lm: changedBefore, ...expected } = { ...before, ...one.changes };
				const { lm: changedNow, ...now } = stored(one.kind, one.id);
				expect(now).toEqual(expected);
				expect(changedNow).not.toBe(changedBefore);
				expect(json).toHaveLength(1);
				expect(json[0]).toMatchObject({ id: one.id, ...one.changes });
			});
		},
	);

	it.each(UPDATE_CASES.map((one) => [one.name, one] as const))(
		'%s: the whole record is sent with the changes, as the client does (§4)',
		async (_name, one) => {
			const before = stored(one.kind, one.id);
			await run(one.resource, one.operation ?? 'update', {
				[one.idField]: byId(one.id),
				...one.parameters,
			});

			const body = bodyOf(sandbox(), 'PUT');
			expect(body).toMatchObject({ ...before, ...one.changes });
			expect(sent(sandbox(), 'PUT')[0]?.path).toBe(`/api/${one.kind}/${one.id}`);
		},
	);

	it('keeps fields the node does not know, and other custom fields', async () => {
		sandbox().setSwitches({ putSemantics: 'replace' });
		await run('contact', 'update', {
			contactId: byId(11),
			customFields: { mappingMode: 'defineBelow', value: { '2': 'Bronze' } },
		});

		expect(stored('contact', 11)).toMatchObject({
			shirt_size: 'XL',
			cf: { '1': 'R-11', '2': 'Bronze', '3': ['Roofs', 'Doors'], '4': '2026-03-01', '5': '2' },
		});
	});

	it('takes an answer without content for what it is, and reads the record back (§3)', async () => {
		const action = { type: 'status', status: 200, body: { status: 'OK' } } as const;
		sandbox().addFault({ method: 'PUT', when: 'after', action });
		const { json, error } = await run('contact', 'update', {
			contactId: byId(11),
			updateFields: { title: 'Boss' },
		});

		expect(error).toBeNull();
		expect(sent(sandbox(), 'PUT')).toHaveLength(1);
		expect(json).toEqual([expect.objectContaining({ id: 11, title: 'Boss', ln: 'Johnson' })]);
	});

	it('is not refused for what was empty before, only for what it empties (§6)', async () => {
		sandbox().store.put('contact', { id: 50, fn: '', email: ['a@b.example'] });
		const changed = async (updateFields: INodeParameters) =>
			await run('contact', 'update', { contactId: byId(50), updateFields });
		const { error } = await changed({ firstName: ' ' });
		expect(error?.message).toMatch(/^'First Name' and 'Last Name' are both empty/);
		expect(sent(sandbox(), 'PUT')).toEqual([]);
		await changed({ title: 'Boss' });
		expect(bodyOf(sandbox(), 'PUT')).toMatchObject({ id: 50, fn: '', title: 'Boss' });
	});

	it('sends customers of a note as a list, also where one is read (§6.6)', async () => {
		sandbox().setSwitches({ noteCust: 'single' });
		await run('note', 'update', { noteId: byId(1), updateFields: { text: 'x' } });
		expect(bodyOf(sandbox(), 'PUT').cust).toEqual([11]);
	});

	it('empties custom fields by name and ID', async () => {
		await run('contact', 'update', {
			contactId: byId(11),
			updateFields: { clearFields: ['Interests', 2] },
		});

		expect(bodyOf(sandbox(), 'PUT').cf).toMatchObject({ '2': null, '3': [], '1': 'R-11' });
		expect(stored('contact', 11).cf).toEqual({ '1': 'R-11', '4': '2026-03-01', '5': '2' });
	});
});

describe('Send Only Changed Fields (§4)', () => {
	const options = { sendChangedOnly: true };

	it('sends the changes and the ID, without reading before', async () => {
		const { json } = await run('contact', 'update', {
			contactId: byId(11),
			updateFields: { title: 'Boss' },
			options,
		});

		expect(bodyOf(sandbox(), 'PUT')).toEqual({ id: 11, title: 'Boss' });
		expect(lines(sandbox())).toEqual(['PUT /api/contact/11', 'GET /api/contact/11']);
		expect(json[0]).toMatchObject({ id: 11, fn: 'Mike', title: 'Boss' });
	});

	it('reads before where custom fields or lists are put on top of the stored ones', async () => {
		await run('contact', 'update', {
			contactId: byId(11),
			customFields: { mappingMode: 'defineBelow', value: { '1': 'R-12' } },
			updateFields: { tags: 'new' },
			options: { ...options, multiValueMode: 'add' },
		});

		expect(bodyOf(sandbox(), 'PUT')).toEqual({
			id: 11,
			tags: ['vip', 'fair', 'new'],
			cf: { '1': 'R-12', '2': 'Gold', '3': ['Roofs', 'Doors'], '4': '2026-03-01', '5': '2' },
		});
	});
});

describe('lists of values', () => {
	const lists = {
		emails: 'MIKE@hill.example, new@hill.example',
		phoneList: 'Home: 0044 7700 900001, Fax: 777',
		tags: 'VIP, new',
		websites: 'https://mike.example',
		socialIdList: 'LinkedIn: mikejohnson',
	};
	const result = async (multiValueMode?: string) => {
		await run('contact', 'update', {
			contactId: byId(11),
			updateFields: lists,
			...(multiValueMode === undefined ? {} : { options: { multiValueMode } }),
		});
		const { email, phones, tags, website, smids } = stored('contact', 11);
		return { email, phones, tags, website, smids };
	};

	it('are replaced unless asked otherwise', async () => {
		expect(await result()).toEqual({
			email: ['MIKE@hill.example', 'new@hill.example'],
			phones: [
				{ type: 'Home', no: '0044 7700 900001' },
				{ type: 'Fax', no: '777' },
			],
			tags: ['VIP', 'new'],
			website: ['https://mike.example'],
			smids: [{ type: 'LinkedIn', smid: 'mikejohnson' }],
		});
	});

	it('get new values added, each once, as the client’s emails.add does', async () => {
		expect(await result('add')).toEqual({
			email: ['mike@hill.example', 'mj@mail.example', 'new@hill.example'],
			phones: [
				{ type: 'Work', no: '+44 20 7946 0001' },
				{ type: 'Mobile', no: '+44 7700 900001' },
				{ type: 'Fax', no: '777' },
			],
			tags: ['vip', 'fair', 'new'],
			website: ['https://mike.example'],
			smids: [{ type: 'LinkedIn', smid: 'mikejohnson' }],
		});
	});

	it('get values taken away', async () => {
		expect(await result('remove')).toEqual({
			email: ['mj@mail.example'],
			phones: [{ type: 'Work', no: '+44 20 7946 0001' }],
			tags: ['fair'],
			website: [],
			smids: [],
		});
	});

	it('are emptied by an explicit empty list, not by an expression that gives nothing', async () => {
		const parameters = (tags: string) => ({
			contactId: byId(11),
			updateFields: { tags, title: 'x' },
		});
		await run('contact', 'update', parameters('={{ $json.nothing }}'));
		expect(stored('contact', 11).tags).toEqual(['vip', 'fair']);
		await run('contact', 'update', parameters('={{ [] }}'));
		expect(stored('contact', 11).tags).toEqual([]);
	});
});

describe('the order of updates', () => {
	it('changes of the same record go one after the other, each on top of the last', async () => {
		await run(
			'contact',
			'update',
			{
				contactId: byId('={{ $json.id }}'),
				updateFields: { tags: '={{ $json.tag }}' },
				options: { multiValueMode: 'add', return: 'values' },
			},
			[
				{ id: 11, tag: 'a' },
				{ id: 13, tag: 'b' },
				{ id: 11, tag: 'c' },
			],
		);

		expect(stored('contact', 11).tags).toEqual(['vip', 'fair', 'a', 'c']);
		expect(stored('contact', 13).tags).toEqual(['fair', 'b']);
	});
});

describe('a record that is not there', () => {
	it.each(
		UPDATE_CASES.filter(({ operation }) => operation === undefined).map(
			(one) => [one.name, one] as const,
		),
	)('%s: the message says which', async (name, one) => {
		const id = one.kind === 'folder' ? 'f99' : 99;
		const { error } = await run(one.resource, 'update', {
			[one.idField]: byId(id),
			...one.parameters,
		});

		expect(error?.message).toBe(`No ${name} has the ID ${id}`);
		expect(sent(sandbox(), 'PUT')).toEqual([]);
	});

	it('fails its own item only, where the node goes on', async () => {
		const { json } = await run(
			'contact',
			'update',
			{ contactId: byId('={{ $json.id }}'), updateFields: { title: 'x' } },
			[{ id: 11 }, { id: 99 }, { id: 13 }],
			{ settings: { onError: 'continueRegularOutput' } },
		);

		expect(json.map(({ id, title, error }) => [id, title, error])).toEqual([
			[11, 'x', undefined],
			[99, undefined, 'No contact has the ID 99'],
			[13, 'x', undefined],
		]);
	});
});
