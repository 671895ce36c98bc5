import type { CollectionName } from '../../../../sandbox/clevertim';
import { clevertimPolls } from '../../../support/clevertimPolls';
import {
	clevertimCredentials,
	lines,
	useClevertimSandbox,
} from '../../../support/clevertimSandbox';
import { CredentialStore } from '../../../support/credentialStore';
import { anyText } from '../../../support/partial';
import { change, remove, told } from './changes';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const NOW = Date.UTC(2026, 3, 1);
const sandbox = useClevertimSandbox({ now: () => NOW });
/** Small collections: the guard against missing records has its own tests. */
const LAX = { options: { mostDeletions: 100 } };
const SECOND = '2026-04-01T00:00:00Z';

const RESOURCES: Array<
	[
		resource: string,
		kind: CollectionName,
		id: number | string,
		unseen: number | string,
		key: string,
	]
> = [
	['case', 'case', 1, 9, 'name'],
	['comment', 'comment', 1, 9, 'comment'],
	['company', 'company', 12, 99, 'cn'],
	['contact', 'contact', 11, 99, 'fn'],
	['customField', 'customfield', 1, 99, 'name'],
	['file', 'file', 1, 9, 'name'],
	['folder', 'folder', 'f1', 'f9', 'name'],
	['group', 'group', 1, 9, 'name'],
	['linkedFile', 'linkedfile', 1, 9, 'name'],
	['note', 'note', 1, 9, 'desc'],
	['opportunity', 'opportunity', 1, 9, 'name'],
	['task', 'task', 1, 9, 'name'],
	// the administrator's own record: without it his key is nobody's
	['user', 'user', 4, 9, 'user'],
];

describe.each(['everywhere', 'nowhere'] as const)('where records have times: %s (§8)', (times) => {
	beforeEach(() => sandbox().setSwitches({ times }));

	it.each(RESOURCES)(
		'%s: created, updated and deleted records give one item each',
		async (...row) => {
			const [resource, kind, id, unseen, key] = row;
			const trigger = clevertimPolls(sandbox(), { resource, ...LAX });
			expect(await trigger.publish()).toEqual([]);
			expect(await trigger.poll()).toEqual([]);

			change(sandbox(), kind, unseen, { [key]: 'New', ao: SECOND, lm: SECOND });
			expect(told(await trigger.poll())).toEqual([`created ${unseen}`]);

			change(sandbox(), kind, id, { [key]: 'Changed', lm: SECOND });
			const [item, ...more] = await trigger.poll();
			expect(more).toEqual([]);
			expect(item).toEqual({
				event: 'updated',
				resource,
				id,
				record: expect.objectContaining({ id, [key]: 'Changed' }) as unknown,
				detectedAt: anyText,
			});

			remove(sandbox(), kind, unseen);
			expect(await trigger.poll()).toEqual([
				{ event: 'deleted', resource, id: unseen, record: { id: unseen }, detectedAt: anyText },
			]);
			expect(await trigger.poll()).toEqual([]);
		},
	);
});

describe('a poll', () => {
	it('reads the collection once, and asks whose account it is the first time only', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		expect(lines(sandbox())).toEqual(['GET /api/contact', 'GET /api/user']);
		sandbox().clearRequests();
		await trigger.poll();
		expect(lines(sandbox())).toEqual(['GET /api/contact']);
	});

	it('goes on without knowing whose account it is, where users cannot be read', async () => {
		sandbox().addFault({ path: '/api/user', action: { type: 'status', status: 403 } });
		const trigger = clevertimPolls(sandbox());
		expect(await trigger.publish()).toEqual([]);
		change(sandbox(), 'contact', 11, { fn: 'A' });
		expect(told(await trigger.poll())).toEqual(['updated 11']);
	});

	it('tells the net change: several changes of a record are one, and none if it came and went', async () => {
		const trigger = clevertimPolls(sandbox(), LAX);
		await trigger.publish();
		change(sandbox(), 'contact', 50, { fn: 'New', ao: SECOND, lm: SECOND });
		change(sandbox(), 'contact', 50, { fn: 'Newer' });
		change(sandbox(), 'contact', 51, { fn: 'Short-lived' });
		remove(sandbox(), 'contact', 51);
		change(sandbox(), 'contact', 11, { fn: 'A', lm: SECOND });
		change(sandbox(), 'contact', 11, { fn: 'B', lm: SECOND });
		change(sandbox(), 'contact', 13, { fn: 'C', lm: SECOND });
		remove(sandbox(), 'contact', 13);
		expect(told(await trigger.poll())).toEqual(['updated 11', 'created 50', 'deleted 13']);
	});

	it('finds a second change within the same second, and many records that share one', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		const ids = Array.from({ length: 30 }, (_, index) => 100 + index);
		for (const id of ids) change(sandbox(), 'contact', id, { fn: 'A', ao: SECOND, lm: SECOND });
		expect(told(await trigger.poll())).toEqual(ids.map((id) => `created ${id}`));
		for (const id of ids.slice(5)) change(sandbox(), 'contact', id, { fn: 'B' });
		expect(told(await trigger.poll())).toEqual(ids.slice(5).map((id) => `updated ${id}`));
		expect(await trigger.poll()).toEqual([]);
	});

	it.each(['1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z'])(
		'takes a time of change for what it is, though the clock of the service says %s',
		async (lm) => {
			const trigger = clevertimPolls(sandbox());
			await trigger.publish();
			change(sandbox(), 'contact', 11, { lm });
			expect(told(await trigger.poll())).toEqual(['updated 11']);
			expect(await trigger.poll()).toEqual([]);
		},
	);

	it('takes a note about a contact for no change of the contact (§6.1)', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		change(sandbox(), 'note', 9, { desc: 'About him', cust: [11] });
		change(sandbox(), 'contact', 11, { lc: SECOND });
		expect(await trigger.poll()).toEqual([]);
	});

	it('takes keys in another order for the same record', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		const { store } = sandbox();
		const entries = Object.entries(store.get('contact', 11) ?? {}).reverse();
		store.put('contact', { id: 11, ...Object.fromEntries(entries) });
		expect(await trigger.poll()).toEqual([]);
	});

	it('takes ids as texts or numbers for the same (§7.4)', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		sandbox().setSwitches({ idsAsText: true });
		expect(await trigger.poll()).toEqual([]);
	});

	it.each(['task', 'note'] as const)(
		'takes a %s with is_deleted for deleted (§8)',
		async (kind) => {
			const trigger = clevertimPolls(sandbox(), { resource: kind });
			await trigger.publish();
			change(sandbox(), kind, 1, { is_deleted: true, lm: SECOND });
			const items = await trigger.poll();
			expect(told(items)).toEqual(['deleted 1']);
			expect(items[0]?.record).toMatchObject({ id: 1, is_deleted: true });
			expect(await trigger.poll()).toEqual([]);

			change(sandbox(), kind, 1, { is_deleted: false });
			expect(told(await trigger.poll())).toEqual(['created 1']);
		},
	);

	it('that takes longer than the interval is not overtaken by the next', async () => {
		const trigger = clevertimPolls(sandbox(), { loadReferenced: ['companyId'] });
		await trigger.publish();
		change(sandbox(), 'contact', 11, { fn: 'A' });
		sandbox().addFault({ path: '/api/company', action: { type: 'delay', ms: 300 } });
		const answers = await trigger.pollTogether(3);
		expect(answers.map(told)).toEqual([['updated 11'], [], []]);
	});
});

describe('what is remembered', () => {
	it('goes on after n8n has been off, with what has happened since', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		trigger.kill();
		change(sandbox(), 'contact', 11, { fn: 'While off' });
		expect(told(await trigger.publish())).toEqual(['updated 11']);
		trigger.kill();
		expect(await trigger.publish()).toEqual([]);
	});

	it('is stored with the items: what was handed over before n8n died comes again', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		change(sandbox(), 'contact', 11, { fn: 'A' });
		expect(told(await trigger.poll({ dies: true }))).toEqual(['updated 11']);
		expect(told(await trigger.publish())).toEqual(['updated 11']);
	});

	it.each([
		['the collection', '/api/contact'],
		['referenced records', '/api/company'],
	])('stays as it was when %s cannot be read, so that nothing is lost', async (_what, path) => {
		const trigger = clevertimPolls(sandbox(), { loadReferenced: ['companyId'] });
		await trigger.publish();
		change(sandbox(), 'contact', 11, { fn: 'A' });
		sandbox().addFault({ path, action: { type: 'status', status: 400 } });
		await expect(trigger.poll()).rejects.toThrow(/^Clevertim refused to answer/);
		expect(told(await trigger.poll())).toEqual(['updated 11']);
	});

	it('starts anew for another resource', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		trigger.parameters = { ...trigger.parameters, resource: 'company' };
		expect(await trigger.publish()).toEqual([]);
		change(sandbox(), 'company', 16, { cn: 'South' });
		expect(told(await trigger.poll())).toEqual(['updated 16']);
	});

	it('outlives a new key of the same account', async () => {
		const trigger = clevertimPolls(sandbox(), LAX, { user: 'member' });
		await trigger.publish();
		change(sandbox(), 'contact', 13, { fn: 'A' });
		trigger.credentials = new CredentialStore(clevertimCredentials(sandbox()));
		// the administrator sees two records more
		expect(told(await trigger.publish())).toEqual(['updated 13', 'created 14', 'created 15']);
	});

	it('starts anew for another account', async () => {
		const trigger = clevertimPolls(sandbox(), {}, { user: 'member' });
		await trigger.publish();
		change(sandbox(), 'user', 1, { email: 'owner@other.example' });
		remove(sandbox(), 'contact', 11);
		trigger.credentials = new CredentialStore(clevertimCredentials(sandbox()));
		expect(await trigger.publish()).toEqual([]);
		expect(trigger.warnings).toEqual([expect.stringMatching(/belongs to another account/)]);
	});

	it('is empty for an empty collection, whose first record is then reported', async () => {
		remove(sandbox(), 'contact', 11, 13, 14, 15);
		const trigger = clevertimPolls(sandbox());
		expect(await trigger.publish()).toEqual([]);
		change(sandbox(), 'contact', 11, { fn: 'First' });
		expect(told(await trigger.poll())).toEqual(['created 11']);
	});

	it('holds no key and no values, and takes at most 40 bytes a record', async () => {
		const count = 2000;
		for (let id = 1; id <= count; id += 1) {
			change(sandbox(), 'contact', 1_000_000 + id, { fn: `Name ${id}`, ao: SECOND, lm: SECOND });
		}
		const trigger = clevertimPolls(sandbox(), { filters: { tagsAny: 'none has it' } });
		await trigger.publish();
		const text = JSON.stringify(trigger.stored);
		expect(text).not.toMatch(/Name|Mike|Clevertim/);
		const bytesPerRecord = Buffer.byteLength(text) / count;
		expect(bytesPerRecord).toBeGreaterThan(10);
		expect(bytesPerRecord).toBeLessThan(40);
	});
});

describe('a test in the editor', () => {
	it('shows the newest records as samples and leaves the memory alone', async () => {
		const trigger = clevertimPolls(sandbox());
		change(sandbox(), 'contact', 13, { lm: '2026-05-01T00:00:00Z' });
		expect(told(await trigger.test())).toEqual([
			'created 13',
			'created 15',
			'created 14',
			'created 11',
		]);
		expect(trigger.stored).toEqual({});

		await trigger.publish();
		change(sandbox(), 'contact', 11, { fn: 'A' });
		await trigger.test();
		expect(told(await trigger.poll())).toEqual(['updated 11']);
	});

	it('of deletions shows what is left of a record', async () => {
		const trigger = clevertimPolls(sandbox(), { events: ['deleted'] });
		const [item] = await trigger.test();
		expect(item).toMatchObject({ event: 'deleted', record: { id: item?.id } });
	});

	it('says so when there is nothing to show', async () => {
		const trigger = clevertimPolls(sandbox(), { filters: { tagsAny: 'nobody' } });
		await expect(trigger.test()).rejects.toThrow(
			/^There are no contacts to show that pass the filters/,
		);
	});
});
