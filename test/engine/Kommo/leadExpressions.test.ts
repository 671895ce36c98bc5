import type { INodeParameters } from 'n8n-workflow';

import { recordsAt } from '../../../nodes/shared/wire';
import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';
import { mapped } from './mapper';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

/** Every value of the form as an expression of its own item. */
const of = (name: string): string => `={{ $json.${name} }}`;

const ITEMS = [
	{
		name: 'A',
		at: '2026-01-01',
		user: 501,
		reason: 'Too expensive',
		pipeline: 'Sales',
		stage: 'Offer made',
		price: 1,
		tags: ['a'],
		more: 'x',
		visitor: 'v1',
		channel: 'Ads',
		phone: 'p',
	},
	{
		name: 'B',
		at: '2026-01-02',
		user: 'Marco Silva',
		reason: 72,
		pipeline: 901,
		stage: 'Lost',
		price: 0,
		tags: ['b', 'c'],
		more: 'y, z',
		visitor: 'v2',
		channel: 310103,
		phone: 'q',
	},
];

const ROWS = [
	{
		name: 'A',
		custom_fields_values: [{ field_id: 3101, values: [{ enum_id: 310102 }] }],
		closed_at: 1767225600,
		created_at: 1767225600,
		created_by: 501,
		loss_reason_id: 71,
		pipeline_id: 900,
		status_id: 60002,
		price: 1,
		responsible_user_id: 501,
	},
	{
		name: 'B',
		custom_fields_values: [{ field_id: 3101, values: [{ enum_id: 310103 }] }],
		closed_at: 1767312000,
		created_at: 1767312000,
		created_by: 502,
		loss_reason_id: 72,
		pipeline_id: 901,
		status_id: 143,
		price: 0,
		responsible_user_id: 502,
	},
];

const VALUES = {
	closedAt: of('at'),
	createdAt: of('at'),
	createdBy: of('user'),
	lossReasonId: of('reason'),
	pipelineId: of('pipeline'),
	price: of('price'),
	responsibleUserId: of('user'),
	statusId: of('stage'),
};

describe('each item has its own values (pitfalls 1 and 6)', () => {
	test('in a create', async () => {
		await lead(
			'create',
			{
				name: of('name'),
				...mapped({ 3101: of('channel') }),
				additionalFields: {
					...VALUES,
					tags: of('tags'),
					tagsByName: of('more'),
					visitorUid: of('visitor'),
				},
			},
			ITEMS,
		);

		expect(sent(sandbox(), 'POST')[0]?.body).toEqual([
			{
				...ROWS[0],
				_embedded: { tags: [{ name: 'x' }, { name: 'a' }] },
				visitor_uid: 'v1',
				request_id: 'i0',
			},
			{
				...ROWS[1],
				_embedded: { tags: [{ name: 'y' }, { name: 'z' }, { name: 'b' }, { name: 'c' }] },
				visitor_uid: 'v2',
				request_id: 'i1',
			},
		]);
	});

	test('in an update', async () => {
		await lead(
			'update',
			{
				leadId: byId('={{ 7001 + $itemIndex }}'),
				...mapped({ 3101: of('channel') }),
				updateFields: {
					...VALUES,
					name: of('name'),
					tagsToAdd: of('tags'),
					tagsToRemoveByName: of('more'),
				},
			},
			ITEMS,
		);

		expect(sent(sandbox(), 'PATCH')[0]?.body).toEqual([
			{
				id: 7001,
				...ROWS[0],
				tags_to_add: [{ name: 'a' }],
				tags_to_delete: [{ name: 'x' }],
				request_id: 'i0',
			},
			{
				id: 7002,
				...ROWS[1],
				tags_to_add: [{ name: 'b' }, { name: 'c' }],
				tags_to_delete: [{ name: 'y' }, { name: 'z' }],
				request_id: 'i1',
			},
		]);
	});

	test('in a search, down to order, limit and includes', async () => {
		const { items } = await lead(
			'search',
			{
				query: of('query'),
				returnAll: of('all'),
				limit: of('limit'),
				filters: { responsibleUsers: of('users'), priceFrom: of('from') },
				sort: { by: { field: of('field'), direction: of('direction') } },
				options: { include: of('include') },
			},
			[
				{
					query: 'o',
					all: false,
					limit: 1,
					users: [501],
					from: 1,
					field: 'id',
					direction: 'desc',
					include: ['contacts'],
				},
				{
					query: 'e',
					all: true,
					limit: 9,
					users: ['Marco Silva', 503],
					from: 800,
					field: 'updated_at',
					direction: 'asc',
					include: [],
				},
			],
		);

		expect(
			sent(sandbox())
				.filter(({ path }) => path === '/api/v4/leads')
				.map(({ query }) => query),
		).toEqual([
			{
				query: 'o',
				'filter[responsible_user_id][]': '501',
				'filter[price][from]': '1',
				'order[id]': 'desc',
				with: 'contacts',
				limit: '1',
			},
			{
				query: 'e',
				'filter[responsible_user_id][]': ['502', '503'],
				'filter[price][from]': '800',
				'order[updated_at]': 'asc',
				limit: '250',
			},
		]);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[7011, { item: 0 }],
			[7003, { item: 1 }],
			[7004, { item: 1 }],
			[7010, { item: 1 }],
		]);
	});
});

test('a name whose list this user may not read points to the ID, which needs no list (§4.16)', async () => {
	const create = async (responsibleUserId: string | number) =>
		await lead('create', { name: 'A', additionalFields: { responsibleUserId } }, [{}], {
			limited: true,
		});
	const { error } = await create('Marco Silva');

	expect(error?.message).toBe('Only an admin of the account may do this');
	expect(error?.description).toContain(
		`'Responsible User' was given by its name ("Marco Silva"), which has to be looked up there: give its ID instead.`,
	);
	expect(sent(sandbox(), 'POST')).toEqual([]);
	expect((await create(502)).error).toBeNull();
});

describe('an expression that gives', () => {
	const v = of('v');

	test.each<[string, INodeParameters, number[] | { id: number }, string]>([
		[
			'an object for a user',
			{ additionalFields: { responsibleUserId: v } },
			{ id: 5 },
			`'Responsible User' does not exist: "{"id":5}" [item 0]`,
		],
		[
			'an object for a stage',
			{ additionalFields: { statusId: v } },
			{ id: 5 },
			`'Stage' does not exist: {"id":5} [item 0]`,
		],
		[
			'an object for ids',
			{ additionalFields: { contactIds: v } },
			{ id: 5 },
			`'Contact IDs' is not an ID: {"id":5} [item 0]`,
		],
		[
			'half a number for a tag',
			{ additionalFields: { tags: v } },
			[5.5],
			`'Tag Names or IDs' holds something that is not a tag [item 0]`,
		],
		[
			'no number for a tag',
			{ additionalFields: { tags: v } },
			[Number.NaN],
			`'Tag Names or IDs' holds something that is not a tag [item 0]`,
		],
	])('%s is refused in words that show it', async (_what, parameters, value, message) => {
		const { error } = await lead('create', { name: 'x', ...parameters }, [{ v: value }]);

		expect(error?.message).toBe(message);
		expect(sent(sandbox(), 'POST')).toEqual([]);
	});

	test('a property that is not there leaves its key of the Field Map out', async () => {
		const map = '={{ { "Contract no.": $json.contract, "Channel": $json.channel } }}';
		const items = [{ channel: 'Ads' }];
		await lead('create', { additionalFields: { fieldMap: map } }, items);
		await lead('update', { leadId: byId(7001), updateFields: { fieldMap: map } }, items);

		const written = sent(sandbox())
			.filter(({ method }) => method !== 'GET')
			.flatMap(({ body }) => recordsAt(body, ''));
		expect(written.map((row) => row.custom_fields_values)).toEqual(
			Array.from({ length: 2 }, () => [{ field_id: 3101, values: [{ enum_id: 310102 }] }]),
		);
	});
});
