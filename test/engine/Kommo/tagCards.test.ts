import { useSandbox } from '../../support/sandbox';
import { bodies, byId, byUrl, numbered, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const tag = runnerOf(sandbox, 'tag');
const store = () => sandbox().accounts.kommo.store;

const onLead = { entityType: 'leads', entityId: byId('7001') };

/** Names of the tags a lead has; 7001 starts with vip (14) and site (15). */
const tagsOf = (id: number) =>
	store()
		.leads.get(id)
		?.tags.map((one) => store().tags.get(one)?.name);

describe('tag: addToEntity', () => {
	test('patches tags_to_add of the card and leaves its other tags (§4.9)', async () => {
		const run = await tag('addToEntity', { ...onLead, tags: [15], tagsByName: 'hot' });

		expect(sent(sandbox())).toEqual([
			{
				method: 'PATCH',
				path: '/api/v4/leads',
				query: {},
				body: [{ id: 7001, tags_to_add: [{ id: 15 }, { name: 'hot' }], request_id: 'i0' }],
			},
		]);
		expect(run.json).toMatchObject([{ id: 7001, tags_to_add: [{ id: 15 }, { name: 'hot' }] }]);
		expect(pairing(run)).toEqual([{ item: 0 }]);
		expect(tagsOf(7001)).toEqual(['vip', 'site', 'hot']);
	});

	test.each([
		['ids from the list', { tags: [14, 15] }, [{ id: 14 }, { id: 15 }]],
		['an id from an expression', { tags: '={{ 14 }}' }, [{ id: 14 }]],
		[
			'names from an expression',
			{ tags: '={{ ["vip", "2026"] }}' },
			[{ name: 'vip' }, { name: '2026' }],
		],
		['text with commas', { tags: '={{ "vip, site" }}' }, [{ name: 'vip' }, { name: 'site' }]],
		[
			'names typed with commas',
			{ tagsByName: ' vip ,, 2026 ' },
			[{ name: 'vip' }, { name: '2026' }],
		],
		['a list of names', { tagsByName: '={{ ["a, b", "c"] }}' }, [{ name: 'a, b' }, { name: 'c' }]],
		['an id as text', { tagsByName: 'id:15' }, [{ id: 15 }]],
		[
			'tags as the API gives them, by id alone (§4.9: never id and name, no color)',
			{ tags: '={{ [{ id: 14, name: "vip", color: null }, { name: "new" }] }}' },
			[{ id: 14 }, { name: 'new' }],
		],
	])('takes %s', async (_what, parameters, tags) => {
		const { error } = await tag('addToEntity', { ...onLead, ...parameters });

		expect(error).toBeNull();
		expect(bodies(sandbox(), 'PATCH')).toEqual([
			[{ id: 7001, tags_to_add: tags, request_id: 'i0' }],
		]);
	});

	test('sends two changes of one card one after the other', async () => {
		const run = await tag(
			'addToEntity',
			{ entityType: 'leads', entityId: byId('={{ $json.id }}'), tagsByName: '={{ $json.tag }}' },
			[
				{ id: 7001, tag: 'one' },
				{ id: 7002, tag: 'two' },
				{ id: 7001, tag: 'three' },
			],
		);

		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.map(({ id }) => id))).toEqual([
			[7001, 7002],
			[7001],
		]);
		expect(tagsOf(7001)).toEqual(['vip', 'site', 'one', 'three']);
		expect(run.json.map(({ id }) => id)).toEqual([7001, 7002, 7001]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('sends one request for each kind of card and gives the items in input order', async () => {
		const items = [
			{ type: 'contacts', id: 8101 },
			{ type: 'leads', id: 7001 },
			{ type: 'companies', id: 8201 },
			{ type: 'contacts', id: 8102 },
		];
		const run = await tag(
			'addToEntity',
			{
				entityType: '={{ $json.type }}',
				entityId: byId('={{ $json.id }}'),
				tagsByName: 'hot',
			},
			items,
		);

		expect(
			sent(sandbox())
				.map(({ path }) => path)
				.sort(),
		).toEqual(['/api/v4/companies', '/api/v4/contacts', '/api/v4/leads']);
		expect(run.json.map(({ id }) => id)).toEqual([8101, 7001, 8201, 8102]);
	});

	test('sends 60 cards in two requests', async () => {
		const model = store().leads.get(7001);
		for (let id = 7101; id <= 7160; id++) if (model) store().leads.set(id, { ...model, id });
		await tag(
			'addToEntity',
			{ entityType: 'leads', entityId: byId('={{ 7100 + $json.n }}'), tagsByName: 'hot' },
			numbered(60),
		);

		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.length)).toEqual([50, 10]);
		expect(tagsOf(7160)).toContain('hot');
	});

	test.each([
		['no tag', {}, "'Tag Names or IDs' and 'Tag Names' are both empty [item 0]"],
		[
			'something that is not a tag',
			{ tags: '={{ [{ label: "vip" }] }}' },
			"'Tag Names or IDs' holds something that is not a tag [item 0]",
		],
		[
			'no card',
			{ tagsByName: 'x', entityId: byId('={{ $json.id }}') },
			"'Entity' is empty [item 0]",
		],
		[
			'the link of another kind of card',
			{ tagsByName: 'x', entityId: byUrl('https://acme.kommo.com/companies/detail/8201') },
			"'Entity' is not an ID: https://acme.kommo.com/companies/detail/8201 [item 0]",
		],
	])('refuses %s', async (_what, parameters, message) => {
		const { error } = await tag('addToEntity', { ...onLead, ...parameters });

		expect(error?.message).toBe(message);
		expect(sent(sandbox())).toEqual([]);
	});

	test('reports a card that does not exist on its own item and tags the others', async () => {
		const run = await tag(
			'addToEntity',
			{ entityType: 'leads', entityId: byId('={{ $json.id }}'), tagsByName: 'hot' },
			[{ id: 7001 }, { id: 99999 }, { id: 7002 }],
			{ settings: { onError: 'continueRegularOutput' } },
		);

		expect(run.json.map(({ error }) => error !== undefined)).toEqual([false, true, false]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect([tagsOf(7001), tagsOf(7002)]).toEqual([
			['vip', 'site', 'hot'],
			['site', 'hot'],
		]);
	});

	test('names the tag when its id is of another kind of card (§4.9: separate namespaces)', async () => {
		const { error } = await tag('addToEntity', { ...onLead, tags: [12] });

		expect(error?.message).toBe("'Tags': '12' does not exist in this account [item 0]");
		expect(error?.itemIndex).toBe(0);
	});

	test('gives the full card with all its tags when asked to', async () => {
		const { json } = await tag('addToEntity', {
			...onLead,
			tagsByName: 'hot',
			options: { return: 'entity' },
		});

		expect(json).toMatchObject([
			{
				id: 7001,
				name: 'Roof repair',
				_embedded: { tags: [{ name: 'vip' }, { name: 'site' }, { name: 'hot' }] },
			},
		]);
	});
});

describe('tag: removeFromEntity', () => {
	test('patches tags_to_delete of the card and leaves its other tags (§4.9)', async () => {
		const run = await tag('removeFromEntity', { ...onLead, tags: [14], tagsByName: 'unknown' });

		expect(sent(sandbox())).toEqual([
			{
				method: 'PATCH',
				path: '/api/v4/leads',
				query: {},
				body: [{ id: 7001, tags_to_delete: [{ id: 14 }, { name: 'unknown' }], request_id: 'i0' }],
			},
		]);
		expect(run.json).toMatchObject([{ id: 7001 }]);
		expect(pairing(run)).toEqual([{ item: 0 }]);
		expect(tagsOf(7001)).toEqual(['site']);
	});

	test('takes names, another kind of card for every item', async () => {
		await tag(
			'removeFromEntity',
			{
				entityType: '={{ $json.type }}',
				entityId: byId('={{ $json.id }}'),
				tags: '={{ $json.tags }}',
			},
			[
				{ type: 'contacts', id: 8101, tags: 'vip' },
				{ type: 'companies', id: 8201, tags: ['partner'] },
			],
		);

		expect(Object.fromEntries(sent(sandbox()).map(({ path, body }) => [path, body]))).toEqual({
			'/api/v4/contacts': [{ id: 8101, tags_to_delete: [{ name: 'vip' }], request_id: 'i0' }],
			'/api/v4/companies': [{ id: 8201, tags_to_delete: [{ name: 'partner' }], request_id: 'i1' }],
		});
		expect([store().contacts.get(8101)?.tags, store().companies.get(8201)?.tags]).toEqual([[], []]);
	});

	test('sends 60 cards in two requests', async () => {
		const model = store().leads.get(7001);
		for (let id = 7101; id <= 7160; id++) if (model) store().leads.set(id, { ...model, id });
		await tag(
			'removeFromEntity',
			{ entityType: 'leads', entityId: byId('={{ 7100 + $json.n }}'), tags: [14] },
			numbered(60),
		);

		expect(bodies(sandbox(), 'PATCH').map((rows) => rows.length)).toEqual([50, 10]);
		expect(tagsOf(7101)).toEqual(['site']);
	});

	test('refuses to remove no tag and goes on with the other items', async () => {
		const run = await tag(
			'removeFromEntity',
			{ ...onLead, tags: '={{ $json.tags }}' },
			[{}, { tags: 'vip' }],
			{ settings: { onError: 'continueErrorOutput' } },
		);

		expect(run.outputs[1]).toMatchObject([
			{
				json: { error: "'Tag Names or IDs' and 'Tag Names' are both empty [item 0]" },
				pairedItem: { item: 0 },
			},
		]);
		expect(pairing(run)).toEqual([{ item: 1 }]);
		expect(tagsOf(7001)).toEqual(['site']);
	});
});
