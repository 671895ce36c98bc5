import { anyNumber } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import {
	createLeads,
	newLeads,
	rowsOf,
	runKommo,
	storedNames,
	updateLeads,
	writesOf,
} from './kommoRun';

const sandbox = useSandbox();

describe('many items in few requests (fact sheet §2.2, §3.1, §4.1)', () => {
	test('300 items with different values create 300 different leads in 6 requests of 50', async () => {
		const items = newLeads(300);
		const { json, items: output } = await runKommo(sandbox(), createLeads(), { items });

		const requests = writesOf(sandbox());
		expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
			Array.from({ length: 6 }, () => 'POST /api/v4/leads'),
		);
		expect(requests.map((request) => rowsOf(request).length)).toEqual([50, 50, 50, 50, 50, 50]);
		expect(rowsOf(requests[0])[0]).toEqual({ name: 'Lead 0', price: 1000, request_id: 'i0' });
		expect(requests.flatMap(rowsOf)).toHaveLength(300);
		expect(storedNames(sandbox()).size).toBe(300);
		expect(json).toHaveLength(300);
		const { leads } = sandbox().accounts.kommo.store;
		for (const [index, item] of output.entries()) {
			expect(item.pairedItem).toEqual({ item: index });
			expect(item.json).toEqual({ id: anyNumber, ...items[index] });
			expect(leads.get(Number(item.json.id))).toMatchObject({ ...items[index] });
		}
	});

	test.each([
		[1, 3, [1, 1, 1]],
		[250, 260, [250, 10]],
		[7, 20, [7, 7, 6]],
	])('Batch Size %i cuts %i items into requests of %p', async (batchSize, count, sizes) => {
		await runKommo(sandbox(), createLeads({ batchSize }), { items: newLeads(count) });

		const sent = writesOf(sandbox()).map((request) => rowsOf(request).length);
		expect(sent.sort((a, b) => b - a)).toEqual(sizes);
		expect(storedNames(sandbox()).size).toBe(count);
	});

	test.each([0, 251, 2.5, -1, '={{ "many" }}'])(
		'Batch Size %p is refused before anything is sent',
		async (batchSize) => {
			const { error } = await runKommo(sandbox(), createLeads({ batchSize }), {
				items: newLeads(2),
			});

			expect(error?.message).toMatch(/'Batch Size' is not a whole number from 1 to 250/);
			expect(sandbox().requests()).toEqual([]);
		},
	);

	test('updates carry the id beside the changed values and nothing else (§3.1)', async () => {
		const [first, second] = [...sandbox().accounts.kommo.store.leads.keys()];
		await runKommo(sandbox(), updateLeads(), {
			items: [
				{ id: first, price: 11 },
				{ id: second, price: 22 },
			],
		});

		const [request, ...more] = writesOf(sandbox());
		expect(more).toEqual([]);
		expect(request).toMatchObject({ method: 'PATCH', path: '/api/v4/leads', query: {} });
		expect(request?.body).toEqual([
			{ id: first, price: 11, request_id: 'i0' },
			{ id: second, price: 22, request_id: 'i1' },
		]);
	});
});

describe('the order of writes', () => {
	test('changes of the same record go one after the other, never two in a request', async () => {
		const [first = 0, second = 0] = [...sandbox().accounts.kommo.store.leads.keys()];
		sandbox().setLatency({ baseMs: 5, perEntityMs: 0, jitterMs: 10 });
		const prices = [
			[first, 1],
			[second, 10],
			[first, 2],
			[first, 3],
			[second, 20],
		];
		const { json } = await runKommo(sandbox(), updateLeads(), {
			items: prices.map(([id, price]) => ({ id, price })),
		});

		const batches = writesOf(sandbox()).map((request) =>
			rowsOf(request).map(({ id, price }) => [id, price]),
		);
		expect(batches).toEqual([
			[
				[first, 1],
				[second, 10],
			],
			[
				[first, 2],
				[second, 20],
			],
			[[first, 3]],
		]);
		const { leads } = sandbox().accounts.kommo.store;
		expect([leads.get(first)?.price, leads.get(second)?.price]).toEqual([3, 20]);
		expect(json.map(({ id, price }) => [id, price])).toEqual(prices);
	});

	test('items for different collections are grouped by URL, the output keeps their order', async () => {
		const { store } = sandbox().accounts.kommo;
		const [lead = 0] = [...store.leads.keys()];
		const [contact = 0] = [...store.contacts.keys()];
		const { items } = await runKommo(
			sandbox(),
			{
				resource: 'note',
				operation: 'create',
				entityType: '={{ $json.type }}',
				entityId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				noteType: 'common',
				text: '={{ $json.text }}',
			},
			{
				items: [
					{ type: 'leads', id: lead, text: 'a' },
					{ type: 'contacts', id: contact, text: 'b' },
					{ type: 'leads', id: lead, text: 'c' },
				],
			},
		);

		// §4.8: the by-type path takes rows that carry entity_id
		const sent = writesOf(sandbox()).map(({ method, path, body }) => ({ method, path, body }));
		expect(sent).toHaveLength(2);
		expect(sent).toEqual(
			expect.arrayContaining([
				{
					method: 'POST',
					path: '/api/v4/leads/notes',
					body: [
						{ entity_id: lead, note_type: 'common', params: { text: 'a' }, request_id: 'i0' },
						{ entity_id: lead, note_type: 'common', params: { text: 'c' }, request_id: 'i2' },
					],
				},
				{
					method: 'POST',
					path: '/api/v4/contacts/notes',
					body: [
						{ entity_id: contact, note_type: 'common', params: { text: 'b' }, request_id: 'i1' },
					],
				},
			]),
		);
		const texts = items.map(({ json }) => store.notes.get(Number(json.id))?.params);
		expect(texts).toEqual([{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});
});
