import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { until } from '../../support/until';
import { ask, at, type Reply } from './client';

let clock = 1_780_000_000_000;
let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({ now: () => clock });
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const account = (of: SandboxAccount = kommo): Promise<Reply> => ask(of, '/api/v4/account');

async function statuses(count: number, of: SandboxAccount = kommo): Promise<number[]> {
	const found: number[] = [];
	for (let i = 0; i < count; i += 1) found.push((await account(of)).status);
	return found;
}

const ok = (count: number): number[] => Array.from({ length: count }, () => 200);

describe('the rate limit (§2.1)', () => {
	it('takes 7 requests in any second and tells in the body when to come back', async () => {
		expect(await statuses(8)).toEqual([...ok(7), 429]);
		const refused = await account();
		expect(refused.json).toEqual({
			title: 'Too Many Requests',
			type: 'https://httpstatus.es/429',
			status: 429,
			detail: 'You have sent too many requests in a given amount of time. Please try again later.',
			retry_after: 1,
		});
		expect(refused.headers.get('retry-after')).toBeNull();
	});

	it('slides: a request is forgotten a second after it came', async () => {
		expect(await statuses(4)).toEqual(ok(4));
		clock += 600;
		expect(await statuses(3)).toEqual(ok(3));
		clock += 400;
		expect(await statuses(5)).toEqual([...ok(4), 429]);
	});

	it('refuses until retry_after is over', async () => {
		sandbox.setRateLimit({ retryAfterSeconds: 5 });
		await statuses(8);
		clock += 4000;
		const early = await account();
		expect([early.status, at(early.json, 'retry_after')]).toEqual([429, 1]);
		clock += 1000;
		expect((await account()).status).toBe(200);
	});

	it('counts each account on its own, and the token endpoint, too', async () => {
		expect(await statuses(7)).toEqual(ok(7));
		expect(await statuses(7, amocrm)).toEqual(ok(7));
		const refused = await ask(amocrm, '/oauth2/access_token', { body: {} });
		expect(refused.status).toBe(429);
	});

	it('blocks everything with an HTML page after too many refusals in a row', async () => {
		sandbox.setRateLimit({ blockAfter: 3 });
		expect(await statuses(11)).toEqual([...ok(7), 429, 429, 429, 403]);
		clock += 3_600_000;
		const blocked = await account();
		expect([blocked.status, blocked.headers.get('content-type')]).toEqual([403, 'text/html']);
		expect(blocked.text).toContain('403 Forbidden');
		expect((await ask(kommo, '/oauth2/access_token', { body: {} })).status).toBe(403);
		sandbox.reset();
		expect((await account()).status).toBe(200);
	});

	it('forgets refusals after a request that was taken', async () => {
		sandbox.setRateLimit({ blockAfter: 3 });
		for (let i = 0; i < 3; i += 1) {
			expect(await statuses(9)).toEqual([...ok(7), 429, 429]);
			clock += 1000;
		}
	});

	it('leaves the control API and the board alone', async () => {
		await statuses(8);
		for (const path of ['/_sandbox/health', '/', '/_board/data']) {
			expect((await fetch(kommo.url + path)).status).toBe(200);
		}
	});
});

describe('latency', () => {
	it('grows with the number of entities', async () => {
		sandbox.setRateLimit({ enabled: false });
		sandbox.setLatency({ baseMs: 30, perEntityMs: 10 });
		await ask(kommo, '/api/v4/leads?limit=1');
		await ask(kommo, '/api/v4/leads?limit=5');
		const [one, five] = sandbox.requests().map((r) => r.durationMs);
		expect(one).toBeGreaterThanOrEqual(38);
		expect(five).toBeGreaterThanOrEqual(78);
	});
});

describe('faults', () => {
	const create = (name: string) => ask(kommo, '/api/v4/leads', { body: [{ name }] });
	beforeEach(() => sandbox.setRateLimit({ enabled: false }));

	it('answer the n-th matching request only', async () => {
		sandbox.addFault({
			method: 'POST',
			path: '/api/v4/leads',
			nth: 2,
			action: { type: 'status', status: 503, headers: { 'Retry-After': '3' } },
		});
		const replies = [await create('a'), await create('b'), await create('c')];
		expect(replies.map((r) => r.status)).toEqual([200, 503, 200]);
		expect(replies[1]?.headers.get('retry-after')).toBe('3');
		expect(kommo.store.leads.size).toBe(14);
	});

	it('last as long as they are told, for one account', async () => {
		sandbox.addFault({
			account: 'kommo',
			path: '/api/v4/*',
			times: Infinity,
			action: { type: 'status', status: 402, body: { detail: 'Payment required' } },
		});
		expect(await statuses(3)).toEqual([402, 402, 402]);
		expect(await statuses(1, amocrm)).toEqual([200]);
		sandbox.clearFaults();
		expect(await statuses(1)).toEqual([200]);
	});

	it('break the answer of a write that was carried out', async () => {
		sandbox.addFault({ path: /leads$/, when: 'after', action: { type: 'reset' } });
		await expect(create('stored')).rejects.toThrow();
		expect(kommo.store.leads.get(7013)?.name).toBe('stored');
		expect(sandbox.requests()[0]?.status).toBe(0);
	});

	it('break the connection before the write', async () => {
		sandbox.addFault({ action: { type: 'reset' } });
		await expect(create('lost')).rejects.toThrow();
		expect(kommo.store.leads.size).toBe(12);
	});

	it.each([
		['html', { type: 'html' as const, status: 403 }, 403, 'text/html', '403 Forbidden'],
		['empty', { type: 'empty' as const }, 200, null, ''],
		[
			'truncate',
			{ type: 'truncate' as const, bytes: 10 },
			200,
			'application/hal+json',
			'{"_page":1',
		],
	])('can be an answer of type %s', async (_type, action, status, contentType, text) => {
		sandbox.addFault({ when: 'after', action });
		const reply = await ask(kommo, '/api/v4/leads');
		expect([reply.status, reply.headers.get('content-type')]).toEqual([status, contentType]);
		expect(reply.text).toContain(text);
		expect(reply.json).toBeUndefined();
	});

	it('can be a delay', async () => {
		sandbox.addFault({ action: { type: 'delay', ms: 60 } });
		expect((await account()).status).toBe(200);
		expect(sandbox.requests()[0]?.durationMs).toBeGreaterThanOrEqual(55);
	});

	it('do not hold up closing', async () => {
		const other = await startKommoSandbox();
		other.addFault({ action: { type: 'delay', ms: 60_000 } });
		const waiting = ask(other.accounts.kommo, '/api/v4/account').catch(() => undefined);
		await until('the request has come', () => other.requests().length === 1);
		await other.close();
		await waiting;
	});
});

describe('the request log', () => {
	it('keeps what was sent, with decoded query keys and a masked token', async () => {
		await ask(kommo, '/api/v4/leads?filter%5Bid%5D%5B%5D=1&filter%5Bid%5D%5B%5D=2&with=contacts');
		await ask(kommo, '/api/v4/leads/7001', { method: 'PATCH', body: { price: 1 } });
		const [list, change] = sandbox.requests();
		expect(list).toMatchObject({
			account: 'kommo',
			method: 'GET',
			path: '/api/v4/leads',
			query: { 'filter[id][]': ['1', '2'], with: 'contacts' },
			url: '/api/v4/leads?filter%5Bid%5D%5B%5D=1&filter%5Bid%5D%5B%5D=2&with=contacts',
			status: 204,
			at: clock,
		});
		expect(list?.headers['authorization']).toBe('Bearer …oken');
		expect(change).toMatchObject({ method: 'PATCH', body: { price: 1 }, status: 200 });
	});

	it('can be searched and cleared', async () => {
		await account();
		await ask(kommo, '/api/v4/leads', { body: [{}] });
		await account(amocrm);
		expect(sandbox.requests({ account: 'amocrm' })).toHaveLength(1);
		expect(sandbox.requests({ method: 'post', path: '/api/v4/leads' })).toHaveLength(1);
		expect(sandbox.requests({ path: '/api/v4/a*' })).toHaveLength(2);
		sandbox.clearRequests();
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('a reset', () => {
	it('brings back seed, ids and the start options', async () => {
		const { store } = kommo;
		await ask(kommo, '/api/v4/leads', { body: [{ name: 'gone' }] });
		sandbox.setSwitches({ patchSingleEnvelope: 'kommo' });
		sandbox.reset();
		expect(store.leads.size).toBe(12);
		expect(sandbox.requests()).toEqual([]);
		await ask(kommo, '/api/v4/leads', { body: [{ name: 'again' }] });
		expect(store.leads.get(7013)?.name).toBe('again');
		const single = await ask(kommo, '/api/v4/leads/7013', { method: 'PATCH', body: { price: 1 } });
		expect(at(single.json, 'id')).toBe(7013);
	});

	it('starts without entities when asked', async () => {
		const other = await startKommoSandbox({ seed: false });
		const { store } = other.accounts.kommo;
		expect([store.leads.size, store.pipelines.size]).toEqual([0, 2]);
		expect((await ask(other.accounts.kommo, '/api/v4/leads')).status).toBe(204);
		await other.close();
	});
});
