import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at, idsOf, keysOf, problemsOf } from './client';

let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({ rateLimit: { enabled: false } });
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('lists and single entities (§3.2)', () => {
	it('links pages forward and back, with first and prev from page 2 on', async () => {
		const first = await ask(kommo, '/api/v4/leads?limit=4&with=contacts');
		expect(at(first.json, '_page')).toBe(1);
		expect(keysOf(at(first.json, '_links'))).toEqual(['self', 'next']);
		const next = new URL(String(at(first.json, '_links.next.href')));
		expect(next.origin).toBe(kommo.url);
		expect(next.searchParams.get('with')).toBe('contacts');
		const second = await ask(kommo, next.pathname + next.search);
		expect(idsOf(second, 'leads')).toEqual([7005, 7006, 7007, 7008]);
		expect(keysOf(at(second.json, '_links'))).toEqual(['self', 'next', 'first', 'prev']);
		const third = await ask(kommo, '/api/v4/leads?limit=4&page=3');
		expect(idsOf(third, 'leads')).toEqual([7009, 7010, 7011]);
		expect(at(third.json, '_links.next')).toBeUndefined();
	});

	it.each([
		['a page beyond the end', '/api/v4/leads?page=9'],
		['a search without a hit', '/api/v4/contacts?query=nobody-at-all'],
		['a missing lead', '/api/v4/leads/1'],
		['a missing contact', '/api/v4/contacts/1'],
		['a missing company', '/api/v4/companies/1'],
		['a deleted lead', '/api/v4/leads/7012'],
		['tags that do not exist', '/api/v4/companies/tags?query=none'],
	])('answers 204 without body and content type for %s (§0.2 no. 3, §8)', async (_what, path) => {
		const reply = await ask(kommo, path);
		expect(reply.status).toBe(204);
		expect(reply.text).toBe('');
		expect(reply.headers.get('content-type')).toBeNull();
	});

	it('links to the address that was asked, behind a proxy for TLS as well', async () => {
		const asked = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'acme.kommo.com' };
		const page = await ask(kommo, '/api/v4/leads?limit=1', { headers: asked });
		for (const path of ['_links.next.href', '_embedded.leads.0._links.self.href'])
			expect(new URL(String(at(page.json, path))).origin).toBe('https://acme.kommo.com');
	});

	it('sends the content types of the API and a request id', async () => {
		const good = await ask(kommo, '/api/v4/account');
		expect(good.headers.get('content-type')).toBe('application/hal+json');
		expect(good.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
		const bad = await ask(kommo, '/api/v4/nothing');
		expect(bad.headers.get('content-type')).toBe('application/problem+json');
	});

	it('gives totals for users and custom fields only', async () => {
		const fields = await ask(kommo, '/api/v4/leads/custom_fields?limit=10');
		expect([at(fields.json, '_total_items'), at(fields.json, '_page_count')]).toEqual([26, 3]);
		expect(at((await ask(kommo, '/api/v4/users')).json, '_total_items')).toBe(4);
		expect(at((await ask(kommo, '/api/v4/leads')).json, '_total_items')).toBeUndefined();
	});

	it('embeds linked ids only on demand, tags and companies always (§4.1)', async () => {
		const bare = await ask(kommo, '/api/v4/leads/7002');
		expect(keysOf(at(bare.json, '_embedded'))).toEqual(['tags', 'companies']);
		expect(at(bare.json, '_page')).toBeUndefined();
		const full = await ask(
			kommo,
			'/api/v4/leads/7002?with=contacts,loss_reason,catalog_elements,source_id',
		);
		expect(at(full.json, '_embedded.contacts.0.is_main')).toBe(true);
		expect(at(full.json, '_embedded.contacts.0.name')).toBeUndefined();
		expect(at(full.json, '_embedded.catalog_elements')).toEqual([]);
		expect(at(full.json, 'source_id')).toBeNull();
		const lost = await ask(kommo, '/api/v4/leads/7007?with=loss_reason');
		expect(at(lost.json, '_embedded.loss_reason.0.name')).toBe('Too expensive');
	});

	it('lists deleted leads as short models with only_deleted', async () => {
		const reply = await ask(kommo, '/api/v4/leads?with=only_deleted');
		expect(idsOf(reply, 'leads')).toEqual([7012]);
		expect(at(reply.json, '_embedded.leads.0.is_deleted')).toBe(true);
	});
});

describe('refusals (§3.3)', () => {
	it.each([
		['an unknown path', 'GET', '/api/v4/example', undefined, 404],
		['a path whose id is no number', 'GET', '/api/v4/leads/abc', undefined, 404],
		['a method the path does not have', 'DELETE', '/api/v4/leads/7001', undefined, 405],
		['an empty array', 'POST', '/api/v4/leads', [], 400],
		['an empty object', 'PATCH', '/api/v4/leads/7001', {}, 400],
		['one object where an array is due', 'POST', '/api/v4/leads', { name: 'x' }, 400],
		['an array where an object is due', 'PATCH', '/api/v4/leads/7001', [{ name: 'x' }], 400],
		['text that is not JSON', 'POST', '/api/v4/leads', '{', 400],
		['a limit above 250', 'GET', '/api/v4/leads?limit=251', undefined, 422],
		['251 rows', 'POST', '/api/v4/leads', Array.from({ length: 251 }, () => ({})), 422],
		[
			'51 complex leads',
			'POST',
			'/api/v4/leads/complex',
			Array.from({ length: 51 }, () => ({})),
			422,
		],
	])('answers %s with a problem body', async (_what, method, path, body, status) => {
		const reply = await ask(kommo, path, { method, body });
		expect(reply.status).toBe(status);
		expect(at(reply.json, 'status')).toBe(status);
		expect(at(reply.json, 'type')).toBe(`https://httpstatus.es/${status}`);
		expect(kommo.store.leads.size).toBe(12);
	});

	it.each([
		['application/x-www-form-urlencoded', 200],
		['text/plain', 200],
		['application/json; charset=utf-8', 200],
		['no media type', 415],
	])('takes JSON sent as %s with %d', async (type, status) => {
		const reply = await ask(kommo, '/api/v4/leads', {
			body: '[{ "name": "a=b&c" }]',
			headers: { 'content-type': type },
		});
		expect(reply.status).toBe(status);
		if (status === 200) return expect(kommo.store.leads.get(7013)?.name).toBe('a=b&c');
		expect(reply.headers.get('content-type')).toContain('application/problem+json');
		expect(at(reply.json, 'type')).toBe('https://httpstatus.es/415');
	});

	it('says what it could not find, and when the body is empty', async () => {
		const missing = await ask(kommo, '/api/v4/example');
		expect(at(missing.json, 'detail')).toBe(`Cannot GET ${kommo.url}/api/v4/example`);
		const empty = await ask(kommo, '/api/v4/leads', { method: 'POST' });
		expect(at(empty.json, 'detail')).toBe('Request data can not be empty');
		const many = await ask(kommo, '/api/v4/leads', {
			body: Array.from({ length: 251 }, () => ({})),
		});
		expect(at(many.json, 'detail')).toBe('Limit 250 per page');
	});

	it('takes 250 rows', async () => {
		const reply = await ask(kommo, '/api/v4/leads', {
			body: Array.from({ length: 250 }, () => ({})),
		});
		expect(reply.status).toBe(200);
		expect(idsOf(reply, 'leads')).toHaveLength(250);
	});

	it('refuses the token of the other account, and none at all (§1.6)', async () => {
		const foreign = await ask(kommo, '/api/v4/account', { token: amocrm.token });
		expect([foreign.status, at(foreign.json, 'detail')]).toEqual([
			401,
			'Invalid user name or password',
		]);
		const russian = await ask(amocrm, '/api/v4/account', { token: 'none' });
		expect([russian.status, at(russian.json, 'detail')]).toEqual([
			401,
			'Неверный логин или пароль',
		]);
	});

	it('keeps users and webhooks from people who are not admins (§4.16, §4.19)', async () => {
		for (const path of ['/api/v4/users', '/api/v4/users/501', '/api/v4/webhooks']) {
			expect((await ask(kommo, path, { token: kommo.limitedToken })).status).toBe(403);
		}
		const account = await ask(kommo, '/api/v4/account', { token: kommo.limitedToken });
		expect(at(account.json, 'current_user_id')).toBe(502);
	});

	it('lets an admin act as an active user only (§1.4)', async () => {
		const as = (id: string, token = kommo.token) =>
			ask(kommo, '/api/v4/account', { token, headers: { 'x-context-user-id': id } });
		expect(at((await as('503')).json, 'current_user_id')).toBe(503);
		expect((await as('504')).status).toBe(401);
		expect((await as('1')).status).toBe(401);
		expect((await as('503', kommo.limitedToken)).status).toBe(401);
	});
});

describe('batches (§3.1, §3.3)', () => {
	const rows = [
		{ name: 'A', request_id: 'row-a' },
		{ name: 'B', price: 1.5 },
		{ name: 'C', request_id: 'row-c', status_id: 1 },
	];

	it('echoes request_id, the index where none was sent, and nothing else', async () => {
		const reply = await ask(kommo, '/api/v4/leads', {
			body: [{ name: 'A', request_id: 'row-a' }, { name: 'B' }],
		});
		expect(at(reply.json, '_embedded.leads')).toEqual([
			{
				id: 7013,
				request_id: 'row-a',
				_links: { self: { href: `${kommo.url}/api/v4/leads/7013` } },
			},
			{ id: 7014, request_id: '1', _links: { self: { href: `${kommo.url}/api/v4/leads/7014` } } },
		]);
	});

	it('rejects the whole batch and names every bad row', async () => {
		const reply = await ask(kommo, '/api/v4/leads', { body: rows });
		expect(reply.status).toBe(400);
		expect(at(reply.json, 'detail')).toBe('Request validation failed');
		expect(problemsOf(reply)).toEqual([
			'1: InvalidType price',
			'row-c: NotSupportedChoice status_id',
		]);
		expect(at(reply.json, 'validation-errors.0.errors.0.detail')).toBe(
			'This value should be of type int.',
		);
		expect(kommo.store.leads.size).toBe(12);
	});

	it('answers PATCH batches with updated_at, PATCH by id with the bare object', async () => {
		const batch = await ask(kommo, '/api/v4/leads', {
			method: 'PATCH',
			body: [{ id: 7001, price: 5, request_id: 'p' }],
		});
		expect(at(batch.json, '_embedded.leads.0')).toMatchObject({ id: 7001, request_id: 'p' });
		expect(at(batch.json, '_embedded.leads.0.updated_at')).toBe(
			kommo.store.leads.get(7001)?.updated_at,
		);
		const single = await ask(kommo, '/api/v4/leads/7001', { method: 'PATCH', body: { price: 6 } });
		expect(keysOf(single.json)).toEqual(['id', 'updated_at', '_links']);
		expect(kommo.store.leads.get(7001)?.price).toBe(6);
	});

	it('needs an id in every row of a PATCH batch, and a known one', async () => {
		const reply = await ask(kommo, '/api/v4/contacts', {
			method: 'PATCH',
			body: [{ name: 'x' }, { id: 1 }, { id: '8101' }],
		});
		expect(problemsOf(reply)).toEqual([
			'0: FieldMissing id',
			'1: NotSupportedChoice id',
			'2: InvalidType id',
		]);
	});
});
