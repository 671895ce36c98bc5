import { useSandbox } from '../../support/sandbox';
import { byId, byUrl, pairing, runnerOf, sent } from './kommoRunner';
import { onlyRow } from './onlyRow';

const sandbox = useSandbox();
const contact = runnerOf(sandbox, 'contact');

const authorship = {
	createdAt: 1767225600,
	createdBy: 0,
	responsibleUserId: 'Marco Silva',
	updatedAt: '2026-01-02T00:00:00Z',
	updatedBy: 'yuki@acme.example',
};
const AUTHORSHIP = {
	created_at: 1767225600,
	created_by: 0,
	responsible_user_id: 502,
	updated_at: 1767312000,
	updated_by: 503,
};

describe('contact: create', () => {
	test('posts every item as a row (fact sheet §4.4)', async () => {
		const run = await contact('create', { name: '={{ $json.name }}' }, [
			{ name: 'Ana Reis' },
			{ name: 'Ivo Sa' },
		]);

		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/contacts',
				query: {},
				body: [
					{ name: 'Ana Reis', request_id: 'i0' },
					{ name: 'Ivo Sa', request_id: 'i1' },
				],
			},
		]);
		expect(run.json).toEqual([
			{ id: 8109, name: 'Ana Reis' },
			{ id: 8110, name: 'Ivo Sa' },
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('sends every field under the name of the API (§4, §4.4)', async () => {
		const { error } = await contact('create', {
			name: 'Ana',
			additionalFields: {
				...authorship,
				firstName: 'Ana',
				lastName: 'Reis',
				tags: [12],
				tagsByName: 'vip',
			},
		});

		expect(error).toBeNull();
		expect(onlyRow(sandbox())).toEqual({
			name: 'Ana',
			...AUTHORSHIP,
			first_name: 'Ana',
			last_name: 'Reis',
			_embedded: { tags: [{ name: 'vip' }, { id: 12 }] },
		});
	});

	test('first and last name may stand instead of the name', async () => {
		await contact('create', { additionalFields: { firstName: 'Ana', lastName: 'Reis' } });

		expect(onlyRow(sandbox())).toEqual({ first_name: 'Ana', last_name: 'Reis' });
		expect(sandbox().accounts.kommo.store.contacts.get(8109)?.name).toBe('Ana Reis');
	});
});

describe('contact: update', () => {
	test('sends every field under the name of the API (§4, §4.4)', async () => {
		const run = await contact('update', {
			contactId: byUrl('https://acme.kommo.com/contacts/detail/8101'),
			updateFields: {
				...authorship,
				clearFields: [3003],
				name: 'Ana R.',
				firstName: 'Ana',
				lastName: '',
				tagsToAddByName: 'new',
				tagsToRemove: [12],
			},
		});

		expect(sent(sandbox(), 'PATCH').map(({ path }) => path)).toEqual(['/api/v4/contacts']);
		expect(onlyRow(sandbox())).toEqual({
			id: 8101,
			...AUTHORSHIP,
			custom_fields_values: [{ field_id: 3003, values: null }],
			name: 'Ana R.',
			first_name: 'Ana',
			last_name: '',
			tags_to_add: [{ name: 'new' }],
			tags_to_delete: [{ id: 12 }],
		});
		expect(run.json).toMatchObject([{ id: 8101, name: 'Ana R.' }]);
	});

	test('without any field says so', async () => {
		const { error } = await contact('update', { contactId: byId(8101) });

		expect(error?.message).toBe("'Update Fields' is empty: there is nothing to change [item 0]");
		expect(sent(sandbox())).toEqual([]);
	});

	test('a link of a lead is no contact', async () => {
		const { error } = await contact('update', {
			contactId: byUrl('https://acme.kommo.com/leads/detail/7001'),
			updateFields: { name: 'x' },
		});

		expect(error?.message).toMatch(/^'Contact' is not an ID/);
		expect(error?.description).toContain('…/contacts/detail/123');
	});
});

const ANA = {
	id: 8101,
	name: 'Ana Reis',
	first_name: 'Ana',
	last_name: 'Reis',
	responsible_user_id: 501,
	created_at: '2025-12-03T09:00:00.000Z',
	updated_at: '2025-12-03T10:00:00.000Z',
	closest_task_at: null,
	tags: ['vip'],
	companies: [8201],
	customFields: {
		Phone: [{ value: '+5511999990000', kind: 'WORK' }],
		Email: [{ value: 'ana@reis.example', kind: 'WORK' }],
		Position: 'Owner',
		'Telegram ID': '880011',
	},
};

describe('contact: get', () => {
	test('asks for the contact by its path; ten flat fields at most (§4.4)', async () => {
		const run = await contact('get', { contactId: byId(8101) });

		expect(sent(sandbox())[0]).toEqual({
			method: 'GET',
			path: '/api/v4/contacts/8101',
			query: {},
			body: undefined,
		});
		expect(run.items).toEqual([{ json: ANA, pairedItem: { item: 0 } }]);
		expect(Object.keys(ANA).length - 1).toBeLessThanOrEqual(10);
	});

	test('Include: linked leads as ids, nothing else on top', async () => {
		const include = ['leads', 'catalog_elements', 'customers'];
		const { json } = await contact('get', { contactId: byId(8101), options: { include } });

		expect(sent(sandbox())[0]?.query).toEqual({ with: 'leads,catalog_elements,customers' });
		expect(json).toEqual([{ ...ANA, leads: [7001, 7009], catalog_elements: [], customers: [] }]);
	});

	test('raw on demand', async () => {
		const { json } = await contact('get', { contactId: byId(8101), simplify: false });

		expect(json[0]).toMatchObject({
			id: 8101,
			is_unsorted: false,
			custom_fields_values: [
				{ field_code: 'PHONE', values: [{ value: '+5511999990000', enum_code: 'WORK' }] },
				{ field_code: 'EMAIL' },
				{ field_code: 'POSITION' },
				{ field_code: 'TELEGRAM_ID' },
			],
		});
	});

	test('a contact that does not exist', async () => {
		const { error } = await contact('get', { contactId: byId(1) });
		const empty = await contact('get', {
			contactId: byId(1),
			options: { whenNotFound: 'empty' },
		});

		expect(error?.message).toBe('No contact has the ID 1 [item 0]');
		expect(empty.items).toEqual([{ json: {}, pairedItem: { item: 0 } }]);
	});
});

describe('contact: search', () => {
	test.each([
		['a name', 'whitman', [8102]],
		['a phone, by its digits', '2025550143', [8102]],
		['an e-mail', 'sam@example.org', [8106]],
	])('Query finds %s (§4.4)', async (_what, query, ids) => {
		const { json } = await contact('search', { query });

		expect(sent(sandbox())[0]).toEqual({
			method: 'GET',
			path: '/api/v4/contacts',
			query: { query, limit: '50' },
			body: undefined,
		});
		expect(json.map(({ id }) => id)).toEqual(ids);
	});
});
