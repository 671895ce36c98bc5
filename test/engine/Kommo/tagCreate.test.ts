import { useSandbox } from '../../support/sandbox';
import { bodies, numbered, pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const tag = runnerOf(sandbox, 'tag');

describe('tag: create', () => {
	test('posts name and color to the tags of the kind (fact sheet §4.9)', async () => {
		const run = await tag('create', {
			entityType: 'leads',
			name: 'hot',
			additionalFields: { color: '#ebebeb' },
		});

		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/leads/tags',
				query: {},
				body: [{ name: 'hot', color: 'EBEBEB', request_id: 'i0' }],
			},
		]);
		expect(run.items).toEqual([
			{ json: { id: 16, name: 'hot', color: 'EBEBEB' }, pairedItem: { item: 0 } },
		]);
	});

	test('gives the tag that is there when the name exists (§4.9: idempotent)', async () => {
		const { json } = await tag('create', { entityType: 'leads', name: '={{ $json.name }}' }, [
			{ name: 'vip' },
			{ name: 'new' },
			{ name: 'new' },
		]);

		expect(json.map(({ id }) => id)).toEqual([14, 16, 16]);
	});

	test('reads nothing for the full record: the answer shows all of it (§4.9)', async () => {
		const options = { return: 'entity' };
		const { json } = await tag('create', { entityType: 'leads', name: 'vip', options });

		expect(sent(sandbox()).map(({ method }) => method)).toEqual(['POST']);
		expect(json).toMatchObject([{ id: 14, name: 'vip' }]);
	});

	test('leaves the color out for other kinds, which have none, and says so (§4.9)', async () => {
		const { hints } = await tag('create', {
			entityType: 'contacts',
			name: 'hot',
			additionalFields: { color: 'EBEBEB' },
		});

		expect(bodies(sandbox(), 'POST')).toEqual([[{ name: 'hot', request_id: 'i0' }]]);
		expect(hints.map(({ message }) => message)).toEqual([
			"Item 0: 'Color' was left out: only tags of leads have one",
		]);
	});

	test('does not send an empty color', async () => {
		await tag('create', { entityType: 'leads', name: 'x', additionalFields: { color: '' } });

		expect(bodies(sandbox(), 'POST')).toEqual([[{ name: 'x', request_id: 'i0' }]]);
	});

	test('writes 60 tags of two kinds in one request of each kind, paired', async () => {
		const run = await tag(
			'create',
			{
				entityType: '={{ $json.n % 2 ? "leads" : "companies" }}',
				name: '={{ "Tag " + $json.n }}',
			},
			numbered(60),
		);

		expect(
			sent(sandbox())
				.map(({ path }) => path)
				.sort(),
		).toEqual(['/api/v4/companies/tags', '/api/v4/leads/tags']);
		expect(bodies(sandbox(), 'POST').map((rows) => rows.length)).toEqual([30, 30]);
		expect(run.json.map(({ name }) => name)).toEqual(numbered(60).map(({ n }) => `Tag ${n}`));
		expect(pairing(run)).toEqual(numbered(60).map((_, item) => ({ item })));
	});

	test('writes 60 tags of one kind in two requests', async () => {
		await tag('create', { entityType: 'contacts', name: '={{ "T" + $json.n }}' }, numbered(60));

		expect(bodies(sandbox(), 'POST').map((rows) => rows.length)).toEqual([50, 10]);
	});

	test.each([
		['an empty name', { name: '={{ $json.name }}' }, "'Name' is empty [item 0]"],
		[
			'a color that is none',
			{ name: 'x', additionalFields: { color: 'red' } },
			"'Color' is not six hex digits: red [item 0]",
		],
		[
			'a kind that does not exist',
			{ name: 'x', entityType: '={{ "deals" }}' },
			"'Entity Type' does not exist: deals [item 0]",
		],
	])('refuses %s', async (_what, parameters, message) => {
		const { error } = await tag('create', { entityType: 'leads', ...parameters });

		expect(error?.message).toBe(message);
		expect(sent(sandbox())).toEqual([]);
	});
});
