import type { INodeParameters } from 'n8n-workflow';

import { ClevertimTrigger } from '../../../../nodes/Clevertim/ClevertimTrigger.node';
import { clevertimPolls } from '../../../support/clevertimPolls';
import {
	clevertimCredentials,
	lines,
	useClevertimSandbox,
} from '../../../support/clevertimSandbox';
import { loadOptions } from '../../../support/engine';
import { change, remove, told } from './changes';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const LAX = { mostDeletions: 100 };

describe('Trigger On', () => {
	it.each([
		[['created'], ['created 50']],
		[['updated'], ['updated 11']],
		[['deleted'], ['deleted 13']],
		[
			['deleted', 'created'],
			['created 50', 'deleted 13'],
		],
	])('%j gives these and drops the others for good', async (events, expected) => {
		const trigger = clevertimPolls(sandbox(), { events, options: LAX });
		await trigger.publish();
		change(sandbox(), 'contact', 50, { fn: 'New' });
		change(sandbox(), 'contact', 11, { fn: 'Other' });
		remove(sandbox(), 'contact', 13);
		expect(told(await trigger.poll())).toEqual(expected);

		trigger.parameters = { ...trigger.parameters, events: ['created', 'updated', 'deleted'] };
		trigger.kill();
		expect(await trigger.publish()).toEqual([]);
	});

	it.each([
		[[], /^'Trigger On' is empty/],
		[['merged'], /^'Trigger On' names an event that does not exist: merged/],
	])('%j is refused', async (events, message) => {
		await expect(clevertimPolls(sandbox(), { events }).publish()).rejects.toThrow(message);
		expect(lines(sandbox())).toEqual([]);
	});
});

describe('Simplify', () => {
	it('gives the flat form of the node, custom fields by name', async () => {
		const trigger = clevertimPolls(sandbox(), { simplify: true });
		await trigger.publish();
		change(sandbox(), 'contact', 11, { fn: 'Michael' });
		const [item] = await trigger.poll();
		expect(item?.record).toEqual({
			id: 11,
			fn: 'Michael',
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
			lm: sandbox().store.get('contact', 11)?.lm,
			customFields: {
				Reference: 'R-11',
				Rating: 'Gold',
				Interests: ['Roofs', 'Doors'],
				Renewal: '2026-03-01',
				'Account Manager': '2',
			},
		});
	});
});

describe('Load Referenced Records', () => {
	it('adds what changed records point to, each kind read once, and only when there is a change', async () => {
		const trigger = clevertimPolls(sandbox(), {
			resource: 'opportunity',
			loadReferenced: ['cust', 'leadUser'],
		});
		await trigger.publish();
		sandbox().clearRequests();
		await trigger.poll();
		expect(lines(sandbox())).toEqual(['GET /api/opportunity']);

		change(sandbox(), 'opportunity', 1, { status: 'Won' });
		change(sandbox(), 'opportunity', 2, { status: 'Lost' });
		sandbox().clearRequests();
		const items = await trigger.poll();
		expect(items.map(({ record }) => record)).toEqual([
			expect.objectContaining({
				referenced: {
					cust: expect.objectContaining({ kind: 'contact', fn: 'Mike' }) as unknown,
					leadUser: expect.objectContaining({ user: 'Ben Okoro' }) as unknown,
				},
			}),
			expect.objectContaining({
				referenced: expect.objectContaining({
					cust: expect.objectContaining({ kind: 'company', cn: 'Hill & Sons' }) as unknown,
				}) as unknown,
			}),
		]);
		expect(lines(sandbox()).sort()).toEqual([
			'GET /api/company',
			'GET /api/contact',
			'GET /api/opportunity',
			'GET /api/user',
		]);
	});
});

const condition = (field: string, operator: string, value: string) => ({
	condition: [{ field, operator, value }],
});

describe('Filters', () => {
	it.each<[string, INodeParameters]>([
		['a field', { conditions: condition('fn', 'equals', 'mike') }],
		['a contact type by name', { conditions: condition('ctype', 'equals', 'Customer') }],
		['a tag', { tagsAny: 'vip, nobody' }],
		['all of several tags', { tagsAll: 'vip, fair' }],
		['a custom field by name', { customFieldConditions: condition('Rating', 'equals', 'gold') }],
		[
			'one of several conditions',
			{
				combine: 'any',
				conditions: condition('city', 'equals', 'London'),
				customFieldConditions: condition('1', 'equals', 'none'),
			},
		],
	])(
		'by %s let through what passes now, and deletions of what passed before',
		async (_by, filters) => {
			const trigger = clevertimPolls(sandbox(), { filters, options: LAX });
			await trigger.publish();
			change(sandbox(), 'contact', 11, { title: 'Head buyer' });
			change(sandbox(), 'contact', 13, { title: 'Seller' });
			expect(told(await trigger.poll())).toEqual(['updated 11']);
			remove(sandbox(), 'contact', 11, 13);
			expect(told(await trigger.poll())).toEqual(['deleted 11']);
		},
	);

	it('take dates in the zone of the workflow and users by name', async () => {
		const filters = { conditions: condition('aUserId', 'equals', 'ben okoro') };
		const trigger = clevertimPolls(sandbox(), { resource: 'task', filters });
		await trigger.publish();
		change(sandbox(), 'task', 1, { name: 'A' });
		change(sandbox(), 'task', 2, { name: 'B' });
		expect(told(await trigger.poll())).toEqual(['updated 1']);
	});

	it.each<[INodeParameters, RegExp]>([
		[
			{ conditions: condition('shoe', 'equals', '1') },
			/^'Conditions' names a field that does not exist: shoe/,
		],
		[{ conditions: condition('fn', 'equals', '') }, /^The condition on 'First Name' has no value/],
		[
			{ customFieldConditions: condition('Nope', 'equals', '1') },
			/^The custom field does not exist, or its name is not unique: "Nope"/,
		],
	])('%j are refused, and nothing is remembered', async (filters, message) => {
		const trigger = clevertimPolls(sandbox(), { filters });
		await expect(trigger.publish()).rejects.toThrow(message);
		expect(trigger.stored).toEqual({});
	});
});

describe('what goes wrong', () => {
	it.each([
		['a key that is not accepted', 401, /^Clevertim did not accept the API key/, '401'],
		['a service that is down', 503, /^Clevertim is not available at the moment/, '503'],
		['too many requests', 429, /^Clevertim asks for fewer requests/, '429'],
		['a collection that cannot be listed (§4)', 501, /^Clevertim has no such operation/, '501'],
	])('%s is told in words, without the key', async (_what, status, message, httpCode) => {
		// a key of its own: one that was told to slow down has to wait
		const user = status === 429 ? 'readOnly' : 'admin';
		const trigger = clevertimPolls(sandbox(), { options: { maxWait: 1 } }, { user });
		await trigger.publish();
		sandbox().addFault({ times: Infinity, action: { type: 'status', status } });
		const failure: unknown = await trigger.poll().catch((error: unknown) => error);
		expect(failure).toMatchObject({ message: expect.stringMatching(message) as unknown, httpCode });
		expect(JSON.stringify(failure)).not.toContain(sandbox().keys[user]);
	});

	it('an answer that is cut off is read again, and never taken for deletions', async () => {
		const trigger = clevertimPolls(sandbox());
		await trigger.publish();
		sandbox().addFault({ when: 'after', action: { type: 'truncate' } });
		expect(await trigger.poll()).toEqual([]);
	});

	it.each<[INodeParameters, RegExp]>([
		[{ timeout: 0 }, /^'Timeout \(Seconds\)' is not a number from 1 up: 0/],
		[{ proxy: 'nowhere' }, /^'Proxy' is not a web address/],
	])('options of the transport are checked: %j', async (options, message) => {
		await expect(clevertimPolls(sandbox(), { options }).publish()).rejects.toThrow(message);
	});
});

describe('the form', () => {
	const { description } = new ClevertimTrigger();

	it('warns of short intervals', () => {
		const texts = description.properties.map(({ displayName }) => displayName);
		expect(texts[0]).toMatch(/reads all records.*5 minutes or more/);
	});

	it('offers filters where the node has a search, and links where records have some', () => {
		const shownFor = (name: string) =>
			description.properties
				.filter((prop) => prop.name === name)
				.flatMap(({ displayOptions }) => displayOptions?.show?.resource ?? []);
		expect(shownFor('filters')).not.toContain('customField');
		expect(shownFor('filters')).toContain('linkedFile');
		expect(shownFor('loadReferenced')).toContain('contact');
		expect(shownFor('loadReferenced')).not.toContain('user');
	});

	it('fills its dropdowns from the account', async () => {
		const fields = await loadOptions(
			new ClevertimTrigger(),
			'listCompanyFields',
			{ resource: 'company' },
			clevertimCredentials(sandbox()),
		);
		expect(fields.map(({ name }) => name)).toContain('Parent Company');
	});
});
