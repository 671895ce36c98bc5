import { partial } from '../../support/partial';
import { useSandbox } from '../../support/sandbox';
import { byId, byList, byUrl, pairing, runnerOf, sent } from './kommoRunner';
import { onlyRow } from './onlyRow';

const sandbox = useSandbox();
const company = runnerOf(sandbox, 'company');

const authorship = {
	createdAt: 1767225600,
	createdBy: 0,
	responsibleUserId: '502',
	updatedAt: '2026-01-02T00:00:00Z',
	updatedBy: 503,
};
const AUTHORSHIP = {
	created_at: 1767225600,
	created_by: 0,
	responsible_user_id: 502,
	updated_at: 1767312000,
	updated_by: 503,
};

describe('company: create', () => {
	test('posts every item as a row (fact sheet §4.5)', async () => {
		const run = await company('create', { name: '={{ $json.name }}' }, [
			{ name: 'Reis Ltda' },
			{ name: 'Sa Lda' },
		]);

		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: '/api/v4/companies',
				query: {},
				body: [
					{ name: 'Reis Ltda', request_id: 'i0' },
					{ name: 'Sa Lda', request_id: 'i1' },
				],
			},
		]);
		expect(run.json).toEqual([
			{ id: 8205, name: 'Reis Ltda' },
			{ id: 8206, name: 'Sa Lda' },
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('sends every field under the name of the API (§4)', async () => {
		const { error } = await company('create', {
			name: 'Reis',
			additionalFields: { ...authorship, tagsByName: 'partner' },
		});

		expect(error).toBeNull();
		expect(onlyRow(sandbox())).toEqual({
			name: 'Reis',
			...AUTHORSHIP,
			_embedded: { tags: [{ name: 'partner' }] },
		});
	});
});

describe('company: update', () => {
	test('sends every field under the name of the API (§4)', async () => {
		const { error } = await company('update', {
			companyId: byList(8202),
			updateFields: { ...authorship, clearFields: [3203], name: 'Northwind', tags: [] },
		});

		expect(error).toBeNull();
		expect(sent(sandbox(), 'PATCH').map(({ path }) => path)).toEqual(['/api/v4/companies']);
		expect(onlyRow(sandbox())).toEqual({
			id: 8202,
			...AUTHORSHIP,
			custom_fields_values: [{ field_id: 3203, values: null }],
			name: 'Northwind',
			_embedded: { tags: [] },
		});
	});

	test('without any field says so', async () => {
		const { error } = await company('update', { companyId: byId(8202), updateFields: {} });

		expect(error?.message).toBe("'Update Fields' is empty: there is nothing to change [item 0]");
		expect(sent(sandbox())).toEqual([]);
	});
});

const NORTHWIND = {
	id: 8202,
	name: 'Northwind Builders',
	responsible_user_id: 501,
	created_at: '2025-12-04T09:00:00.000Z',
	updated_at: '2025-12-04T10:00:00.000Z',
	closest_task_at: null,
	tags: [],
	customFields: {
		Phone: [{ value: '+1 202 555 0110', kind: 'WORK' }],
		'Legal entity': partial({ name: 'Northwind Builders LLC', entity_type: 2 }),
	},
};

describe('company: get', () => {
	test('asks for the company by its path (§4.5)', async () => {
		const run = await company('get', {
			companyId: byUrl('https://acme.kommo.com/companies/detail/8202'),
		});

		expect(sent(sandbox())[0]).toEqual({
			method: 'GET',
			path: '/api/v4/companies/8202',
			query: {},
			body: undefined,
		});
		expect(run.items).toEqual([{ json: NORTHWIND, pairedItem: { item: 0 } }]);
	});

	test('Include: contacts and leads as ids', async () => {
		const include = ['contacts', 'leads'];
		const { json } = await company('get', { companyId: byId(8202), options: { include } });

		expect(sent(sandbox())[0]?.query).toEqual({ with: 'contacts,leads' });
		expect(json).toEqual([{ ...NORTHWIND, contacts: [8102], leads: [7002, 7006] }]);
	});

	test('a company that does not exist', async () => {
		const { error } = await company('get', { companyId: byId(1) });

		expect(error?.message).toBe('No company has the ID 1 [item 0]');
	});

	test('raw on demand, in one request for many items', async () => {
		const run = await company('get', { companyId: byId('={{ $json.id }}'), simplify: false }, [
			{ id: 8204 },
			{ id: 8202 },
		]);

		expect(sent(sandbox())).toHaveLength(1);
		expect(run.json).toMatchObject([
			{ id: 8204, custom_fields_values: null },
			{ id: 8202, custom_fields_values: [{ field_code: 'PHONE' }, { field_type: 'legal_entity' }] },
		]);
	});
});

describe('company: search', () => {
	test('Query finds companies by any field (§4.5)', async () => {
		const { json } = await company('search', { query: '555 0110' });

		expect(sent(sandbox())).toEqual([
			{
				method: 'GET',
				path: '/api/v4/companies',
				query: { query: '555 0110', limit: '50' },
				body: undefined,
			},
		]);
		expect(json).toEqual([NORTHWIND]);
	});
});
