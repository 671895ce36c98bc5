import { useSandbox } from '../../support/sandbox';
import { byId, byList, byUrl, pairing, runnerOf, sent } from './kommoRunner';
import { onlyRow } from './onlyRow';

const sandbox = useSandbox();
const lead = runnerOf(sandbox, 'lead');

describe('lead: update', () => {
	test('patches all items in one array, each with its id (fact sheet §4.1, §3.1)', async () => {
		const items = [
			{ id: 7001, price: 5 },
			{ id: '7002', price: 0 },
		];
		const run = await lead(
			'update',
			{ leadId: byId('={{ $json.id }}'), updateFields: { price: '={{ $json.price }}' } },
			items,
		);

		expect(sent(sandbox())).toEqual([
			{
				method: 'PATCH',
				path: '/api/v4/leads',
				query: {},
				body: [
					{ id: 7001, price: 5, request_id: 'i0' },
					{ id: 7002, price: 0, request_id: 'i1' },
				],
			},
		]);
		expect(run.json).toEqual([
			{ id: 7001, price: 5, updated_at: expect.any(Number) as unknown },
			{ id: 7002, price: 0, updated_at: expect.any(Number) as unknown },
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(sandbox().accounts.kommo.store.leads.get(7002)?.price).toBe(0);
	});

	test('sends every field under the name of the API (§4, §4.1)', async () => {
		const { error } = await lead('update', {
			leadId: byList(7001),
			updateFields: {
				clearFields: [3103],
				closedAt: '2026-03-01T00:00:00Z',
				createdAt: 1767225600,
				createdBy: 0,
				lossReasonId: 72,
				name: '',
				pipelineId: 901,
				price: 990,
				responsibleUserId: 502,
				statusId: 143,
				tagsToAdd: [14],
				tagsToAddByName: 'new one',
				tagsToRemove: [15],
				tagsToRemoveByName: 'old one',
				updatedAt: '2026-01-02T00:00:00Z',
				updatedBy: 0,
			},
		});

		expect(error).toBeNull();
		expect(onlyRow(sandbox())).toEqual({
			id: 7001,
			custom_fields_values: [{ field_id: 3103, values: null }],
			closed_at: 1772323200,
			created_at: 1767225600,
			created_by: 0,
			loss_reason_id: 72,
			name: '',
			pipeline_id: 901,
			price: 990,
			responsible_user_id: 502,
			status_id: 143,
			tags_to_add: [{ name: 'new one' }, { id: 14 }],
			tags_to_delete: [{ name: 'old one' }, { id: 15 }],
			updated_at: 1767312000,
			updated_by: 0,
		});
	});

	test('the id may come as the link of a card', async () => {
		await lead('update', {
			leadId: byUrl('https://acme.kommo.com/leads/detail/7002?tab=1'),
			updateFields: { name: 'B' },
		});

		expect(onlyRow(sandbox())).toEqual({ id: 7002, name: 'B' });
	});

	test('an update without any field says so and sends nothing', async () => {
		const { error } = await lead('update', { leadId: byId(7001), updateFields: {} });

		expect(error?.message).toBe("'Update Fields' is empty: there is nothing to change [item 0]");
		expect(error?.itemIndex).toBe(0);
		expect(sent(sandbox())).toEqual([]);
	});

	test('a field whose expression gives nothing is left alone, not emptied', async () => {
		await lead(
			'update',
			{
				leadId: byId(7001),
				updateFields: {
					name: 'X',
					price: '={{ $json.none }}',
					responsibleUserId: '={{ $json.none }}',
					closedAt: '={{ $json.none }}',
					tags: '={{ $json.none }}',
					tagsByName: '={{ $json.none }}',
					tagsToAdd: '={{ $json.none }}',
				},
			},
			[{ a: 1 }],
		);

		expect(onlyRow(sandbox())).toEqual({ id: 7001, name: 'X' });
	});

	test.each([
		['nothing', '={{ $json.none }}', "'Lead' is empty [item 0]"],
		['text', 'abc', "'Lead' is not an ID: abc [item 0]"],
		['a negative number', '-5', "'Lead' is not an ID: -5 [item 0]"],
		['zero', 0, "'Lead' is not an ID: 0 [item 0]"],
		['a fraction', 70.5, "'Lead' is not an ID: 70.5 [item 0]"],
		[
			"a contact's link",
			'https://acme.kommo.com/contacts/detail/8101',
			"'Lead' is not an ID: https://acme.kommo.com/contacts/detail/8101 [item 0]",
		],
	])('an id that is %s is refused before anything is sent', async (_what, value, message) => {
		const { error } = await lead('update', {
			leadId: byId(value),
			updateFields: { name: 'X' },
		});

		expect(error?.message).toBe(message);
		expect(sent(sandbox())).toEqual([]);
	});

	test('an id the account does not have is named by the API and reported on its item', async () => {
		const { error } = await lead('update', { leadId: byId(9999), updateFields: { name: 'X' } });

		expect(error?.itemIndex).toBe(0);
		expect(error?.httpCode).toBe('400');
		expect(error?.message).toMatch(/id/i);
	});
});
