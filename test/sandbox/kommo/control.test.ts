import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at, type Reply } from './client';

let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({ rateLimit: { enabled: false } });
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const control = (path: string, method = 'GET', body?: unknown): Promise<Reply> =>
	ask(kommo, `/_sandbox/${path}`, { method, body, token: 'none' });

describe('the control API', () => {
	it('needs no token, and its requests are not logged', async () => {
		expect((await control('health')).json).toEqual({ ok: true, account: 'kommo' });
		expect(sandbox.requests()).toEqual([]);
	});

	it('tells addresses, tokens and OAuth clients of both accounts', async () => {
		const info = (await control('info')).json;
		expect(at(info, 'kommo')).toMatchObject({
			url: kommo.url,
			subdomain: 'acme',
			token: 'acme-long-lived-token',
			limitedToken: 'acme-limited-token',
			oauth: { ...kommo.oauth, authorizeUrl: `${kommo.url}/oauth` },
		});
		expect(at(info, 'amocrm.url')).toBe(amocrm.url);
	});

	it('shows and clears the request log', async () => {
		await ask(kommo, '/api/v4/leads?limit=1');
		await ask(amocrm, '/api/v4/account');
		expect((await control('requests')).json).toHaveLength(2);
		const some = await control('requests?account=kommo&path=/api/v4/l*');
		expect(at(some.json, '0.query')).toEqual({ limit: '1' });
		await control('requests', 'DELETE');
		expect((await control('requests')).json).toEqual([]);
	});

	it('arms and clears faults', async () => {
		const fault = {
			path: '/api/v4/leads*',
			times: 'Infinity',
			action: { type: 'status', status: 502 },
		};
		expect((await control('faults', 'POST', fault)).status).toBe(200);
		expect((await ask(kommo, '/api/v4/leads')).status).toBe(502);
		expect((await ask(kommo, '/api/v4/leads/7001')).status).toBe(502);
		expect((await ask(kommo, '/api/v4/account')).status).toBe(200);
		await control('faults', 'DELETE');
		expect((await ask(kommo, '/api/v4/leads')).status).toBe(200);
	});

	it.each([
		[401, 'Unauthorized', 'Invalid user name or password'],
		[402, 'Payment Required', 'Payment required'],
		[500, 'Internal Server Error', 'An unknown error occurred.'],
		[503, 'Service Unavailable', 'Injected by the sandbox'],
	])(
		'a fault of status %d has the problem of that status (§3.3)',
		async (status, title, detail) => {
			await control('faults', 'POST', { action: { type: 'status', status } });
			expect((await ask(kommo, '/api/v4/account')).json).toEqual({
				title,
				type: `https://httpstatus.es/${status}`,
				status,
				detail,
			});
		},
	);

	it('reads a path between slashes as a pattern', async () => {
		await control('faults', 'POST', {
			path: '/leads.\\d+$/',
			action: { type: 'empty', status: 500 },
		});
		expect((await ask(kommo, '/api/v4/leads')).status).toBe(200);
		expect((await ask(kommo, '/api/v4/leads/7001')).status).toBe(500);
	});

	it.each([
		[{}, 'action'],
		[{ action: { type: 'explode' } }, 'action'],
		[{ action: { type: 'status' } }, 'action'],
		[{ path: '/(/', action: { type: 'reset' } }, 'pattern'],
		[{ account: 'acme', action: { type: 'reset' } }, 'account'],
	])('refuses the fault %j, naming the %s', async (fault, part) => {
		const reply = await control('faults', 'POST', fault);
		expect([reply.status, at(reply.json, 'detail')]).toEqual([400, expect.stringContaining(part)]);
		expect((await ask(kommo, '/api/v4/account')).status).toBe(200);
	});

	it('changes switches, and names one that does not exist', async () => {
		expect((await control('switches', 'PATCH', { maxPageSize: 2 })).status).toBe(200);
		expect(at((await ask(kommo, '/api/v4/leads')).json, '_embedded.leads')).toHaveLength(2);
		const unknown = await control('switches', 'PATCH', { maxPages: 2 });
		expect([unknown.status, at(unknown.json, 'detail')]).toEqual([
			400,
			"Unknown switch 'maxPages'",
		]);
		expect((await control('switches', 'PATCH', { maxPageSize: 'two' })).status).toBe(400);
		expect(at((await control('switches')).json, 'maxPageSize')).toBe(2);
		const misspelt = await control('switches', 'PATCH', { nextLink: 'onFullpage' });
		expect([misspelt.status, at(misspelt.json, 'detail')]).toEqual([
			400,
			"Switch 'nextLink' is one of whenMore, onFullPage",
		]);
		expect((await control('switches', 'PATCH', { unknownWebhookCode: 422 })).status).toBe(200);
	});

	it('sets rate limit and latency', async () => {
		await control('rate-limit', 'POST', { enabled: true, perSecond: 1, retryAfterSeconds: 9 });
		await ask(kommo, '/api/v4/account');
		expect(at((await ask(kommo, '/api/v4/account')).json, 'retry_after')).toBe(9);
		await control('rate-limit', 'POST', { enabled: false });
		await control('latency', 'POST', { baseMs: 40, perEntityMs: 0 });
		sandbox.clearRequests();
		await ask(kommo, '/api/v4/account');
		expect(sandbox.requests()[0]?.durationMs).toBeGreaterThanOrEqual(38);
		await control('latency', 'POST', {});
	});

	it('shows what is stored, of the account whose port is asked', async () => {
		const leads = (await control('state/leads')).json;
		expect(at(leads, '0')).toMatchObject({ id: 7001, values: { 3103: [{ value: '12.5' }] } });
		const others = await ask(amocrm, '/_sandbox/state/leads');
		expect(at(others.json, '0.id')).toBe(1007001);
		expect((await control('state/nothing')).status).toBe(404);
	});

	it('resets', async () => {
		await ask(kommo, '/api/v4/leads', { body: [{}] });
		await control('reset', 'POST');
		expect(kommo.store.leads.size).toBe(12);
	});
});
