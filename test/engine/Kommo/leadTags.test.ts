import { useSandbox } from '../../support/sandbox';
import { byId, runnerOf, sent } from './kommoRunner';
import { onlyRow } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

const update = async (updateFields: Record<string, unknown>, item: Record<string, unknown> = {}) =>
	await lead('update', { leadId: byId(7001), updateFields: updateFields as never }, [
		item as never,
	]);

const tagsOf = (id: number): string[] => {
	const { leads, tags } = sandbox().accounts.kommo.store;
	return (leads.get(id)?.tags ?? []).map((tag) => tags.get(tag)?.name ?? '?');
};

describe('tags of a lead (fact sheet §4.9)', () => {
	test.each([
		['ids from the list', [14, 15], [{ id: 14 }, { id: 15 }]],
		['names of an expression', ['a', 'b'], [{ name: 'a' }, { name: 'b' }]],
		['digits in a list are names', ['2026'], [{ name: '2026' }]],
		['id: in a text means an id', ['id:14'], [{ id: 14 }]],
		['tags as the API gives them', [{ id: 14, name: 'vip', color: null }], [{ id: 14 }]],
		['objects with a name', [{ name: 'vip', request_id: 'x' }], [{ name: 'vip' }]],
	])('replaces by %s', async (_what, tags, expected) => {
		await update({ tags: '={{ $json.tags }}' }, { tags });

		expect(onlyRow(sandbox())).toEqual({ id: 7001, _embedded: { tags: expected } });
	});

	test('names separated by commas', async () => {
		await update({ tagsByName: ' vip , new,' });

		expect(onlyRow(sandbox())).toEqual({
			id: 7001,
			_embedded: { tags: [{ name: 'vip' }, { name: 'new' }] },
		});
		expect(tagsOf(7001)).toEqual(['vip', 'new']);
	});

	test('an empty list clears all tags', async () => {
		await update({ tags: [] });

		expect(onlyRow(sandbox())).toEqual({ id: 7001, _embedded: { tags: [] } });
		expect(tagsOf(7001)).toEqual([]);
	});

	test('an expression that gives nothing clears nothing', async () => {
		await update({ name: 'A', tags: '={{ $json.none }}', tagsByName: '={{ $json.none }}' });

		expect(onlyRow(sandbox())).toEqual({ id: 7001, name: 'A' });
		expect(tagsOf(7001)).toEqual(['vip', 'site']);
	});

	test('adds and removes step by step, the others stay', async () => {
		await update({ tagsToAddByName: 'new', tagsToRemoveByName: 'vip' });

		expect(onlyRow(sandbox())).toEqual({
			id: 7001,
			tags_to_add: [{ name: 'new' }],
			tags_to_delete: [{ name: 'vip' }],
		});
		expect(tagsOf(7001)).toEqual(['site', 'new']);
	});

	test.each(['tagsToAddByName', 'tagsToRemoveByName'])(
		'replacing and %s in one update is refused',
		async (name) => {
			const { error } = await update({ tagsByName: 'vip', [name]: 'other' });

			expect(error?.message).toBe(
				"'Tags' replaces all tags and cannot be combined with 'Tags to Add' or 'Tags to Remove' [item 0]",
			);
			expect(sent(sandbox())).toEqual([]);
		},
	);

	test('what is not a tag is refused', async () => {
		const { error } = await update({ tags: '={{ $json.tags }}' }, { tags: [true] });

		expect(error?.message).toBe("'Tag Names or IDs' holds something that is not a tag [item 0]");
		expect(sent(sandbox())).toEqual([]);
	});

	test('tags differ from item to item', async () => {
		await lead('create', { additionalFields: { tagsByName: '={{ $json.tags }}' } }, [
			{ tags: 'a' },
			{ tags: ['b', 'c'] },
			{},
		]);

		expect(sent(sandbox(), 'POST')[0]?.body).toEqual([
			{ _embedded: { tags: [{ name: 'a' }] }, request_id: 'i0' },
			{ _embedded: { tags: [{ name: 'b' }, { name: 'c' }] }, request_id: 'i1' },
			{ request_id: 'i2' },
		]);
	});

	test('a lead that was read with its tags can be written back (§7, 14)', async () => {
		const { json } = await lead('get', { leadId: byId(7001), simplify: false });
		sandbox().clearRequests();
		await update({ tags: '={{ $json._embedded.tags }}' }, json[0]);

		expect(onlyRow(sandbox())).toEqual({
			id: 7001,
			_embedded: { tags: [{ id: 14 }, { id: 15 }] },
		});
		expect(tagsOf(7001)).toEqual(['vip', 'site']);
	});
});
