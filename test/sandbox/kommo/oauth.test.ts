import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at } from './client';

const redirectUri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const start = Date.UTC(2026, 5, 1);
let clock = start;
let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({ rateLimit: { enabled: false }, now: () => clock });
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(() => {
	clock = start;
	sandbox.reset();
});
afterAll(() => sandbox.close());

/** Presses a button of the consent page; gives the parameters of the redirect. */
async function consent(
	account: SandboxAccount,
	decision = 'allow',
	state = 'xyz',
): Promise<URLSearchParams> {
	const res = await fetch(`${account.url}/oauth`, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			client_id: account.oauth.clientId,
			redirect_uri: redirectUri,
			account: account.name,
			state,
			decision,
		}).toString(),
	});
	expect(res.status).toBe(302);
	const location = res.headers.get('location') ?? '';
	expect(location.startsWith(`${redirectUri}?`)).toBe(true);
	return new URL(location).searchParams;
}

const token = (account: SandboxAccount, body: object) => {
	const { clientId: client_id, clientSecret: client_secret } = account.oauth;
	return ask(account, '/oauth2/access_token', { body: { client_id, client_secret, ...body } });
};

async function codeOf(account: SandboxAccount): Promise<string> {
	return (await consent(account)).get('code') ?? '';
}

const byCode = (code: string) => ({
	grant_type: 'authorization_code',
	code,
	redirect_uri: redirectUri,
});
const byRefresh = (refresh_token: unknown) => ({ grant_type: 'refresh_token', refresh_token });

describe('the consent page (§1.3)', () => {
	it('offers the account and both buttons under stable ids', async () => {
		const search = new URLSearchParams({
			client_id: kommo.oauth.clientId,
			redirect_uri: redirectUri,
			mode: 'post_message',
			state: '"><b>',
		});
		const res = await fetch(`${kommo.url}/oauth?${search.toString()}`);
		const html = await res.text();
		for (const part of ['id="allow"', 'id="deny"', 'id="account"', 'Acme (acme)'])
			expect(html).toContain(part);
		expect(html).not.toContain('"><b>');
	});

	it('refuses an integration nobody knows, and a redirect_uri that is no address', async () => {
		const statusOf = async (search: string) => (await fetch(`${kommo.url}/oauth?${search}`)).status;
		expect(await statusOf(`client_id=x&redirect_uri=${redirectUri}`)).toBe(400);
		expect(await statusOf(`client_id=${kommo.oauth.clientId}&redirect_uri=n8n`)).toBe(400);
	});

	it('needs no redirect_uri: it belongs to the integration, and one that is named is kept', async () => {
		const redirectOf = async (): Promise<unknown> => {
			const { json } = await ask(kommo, '/_sandbox/info');
			return at(json, 'kommo.oauth.redirectUri');
		};
		const client_id = kommo.oauth.clientId;
		const form = new URLSearchParams({ client_id, account: 'kommo', decision: 'allow' });
		const press = () =>
			fetch(`${kommo.url}/oauth`, { method: 'POST', redirect: 'manual', body: form });
		expect((await fetch(`${kommo.url}/oauth?client_id=${client_id}&state=x`)).status).toBe(200);
		const location = new URL((await press()).headers.get('location') ?? '');
		const setUp = 'http://localhost:5678/rest/oauth2-credential/callback';
		expect([await redirectOf(), location.href.startsWith(`${setUp}?`)]).toEqual([setUp, true]);
		const code = location.searchParams.get('code') ?? '';
		const reply = await token(kommo, { ...byCode(code), redirect_uri: setUp });
		expect(reply.status).toBe(200);
		await consent(kommo);
		expect(await redirectOf()).toBe(redirectUri);
		sandbox.reset();
		expect(await redirectOf()).toBe(setUp);
	});

	it.each([
		['kommo' as const, '2'],
		['amocrm' as const, '1'],
	])('sends code, referer, state, client_id and platform of %s', async (name, platform) => {
		const account = sandbox.accounts[name];
		const params = await consent(account);
		expect(params.get('code')).toMatch(/^def502/);
		expect(params.get('referer')).toBe(new URL(account.url).host);
		expect(params.get('state')).toBe('xyz');
		expect(params.get('client_id')).toBe(account.oauth.clientId);
		expect(params.get('platform')).toBe(platform);
	});

	it('names the address it was opened at as referer: the token request goes there', async () => {
		const res = await fetch(`${kommo.url}/oauth`, {
			method: 'POST',
			redirect: 'manual',
			headers: { 'x-forwarded-host': 'acme.kommo.com' },
			body: new URLSearchParams({ client_id: kommo.oauth.clientId, account: 'kommo' }),
		});
		const location = new URL(res.headers.get('location') ?? '');
		expect(location.searchParams.get('referer')).toBe('acme.kommo.com');
	});

	it('sends access_denied and no code after Deny', async () => {
		const params = await consent(kommo, 'deny');
		expect([params.get('error'), params.get('code'), params.get('state')]).toEqual([
			'access_denied',
			null,
			'xyz',
		]);
	});
});

describe('the token endpoint (§1.3)', () => {
	it('exchanges a code for a pair that works for a day', async () => {
		const reply = await token(kommo, byCode(await codeOf(kommo)));
		expect(reply.json).toMatchObject({
			token_type: 'Bearer',
			expires_in: 86400,
			server_time: start / 1000,
		});
		const access = String(at(reply.json, 'access_token'));
		const claims: unknown = JSON.parse(
			Buffer.from(access.split('.')[1] ?? '', 'base64url').toString(),
		);
		expect(claims).toMatchObject({
			aud: kommo.oauth.clientId,
			account_id: 30001,
			base_domain: 'kommo.com',
		});
		const who = await ask(kommo, '/api/v4/account', { token: access });
		expect(at(who.json, 'current_user_id')).toBe(501);
		expect((await ask(amocrm, '/api/v4/account', { token: access })).status).toBe(401);
		clock += 86_400_000;
		expect((await ask(kommo, '/api/v4/account', { token: access })).status).toBe(401);
	});

	it('rotates refresh tokens: each works once', async () => {
		const first = await token(kommo, byCode(await codeOf(kommo)));
		const second = await token(kommo, byRefresh(at(first.json, 'refresh_token')));
		expect(second.status).toBe(200);
		expect(at(second.json, 'refresh_token')).not.toBe(at(first.json, 'refresh_token'));
		const again = await token(kommo, byRefresh(at(first.json, 'refresh_token')));
		expect([again.status, at(again.json, 'hint')]).toEqual([401, 'Token has been revoked']);
		expect((await token(kommo, byRefresh(at(second.json, 'refresh_token')))).status).toBe(200);
	});

	it('forgets a refresh token that was not used for three months', async () => {
		const first = await token(kommo, byCode(await codeOf(kommo)));
		clock += 91 * 86_400_000;
		const late = await token(kommo, byRefresh(at(first.json, 'refresh_token')));
		expect([late.status, at(late.json, 'hint')]).toEqual([401, 'Token has expired']);
	});

	it.each<[string, (code: string) => object, number, string]>([
		['garbage', () => byCode('garbage'), 400, 'Cannot decrypt the authorization code'],
		[
			'another redirect_uri',
			(code) => ({ ...byCode(code), redirect_uri: `${redirectUri}/` }),
			400,
			'Invalid redirect URI',
		],
		[
			'a wrong secret',
			(code) => ({ ...byCode(code), client_secret: 'x' }),
			401,
			'Client authentication failed',
		],
		[
			'an unknown grant',
			() => ({ grant_type: 'password' }),
			400,
			'Check that all required parameters have been provided',
		],
	])('refuses %s with a hint', async (_what, body, status, hint) => {
		const reply = await token(kommo, body(await codeOf(kommo)));
		expect(reply.json).toMatchObject({
			hint,
			status,
			type: 'https://developers.amocrm.ru/v3/errors/OAuthProblemJson',
			title: 'Некорректный запрос',
		});
		expect(reply.status).toBe(status);
	});

	it('takes a code once, and for 20 minutes', async () => {
		const code = await codeOf(kommo);
		const late = await codeOf(kommo);
		expect((await token(kommo, byCode(code))).status).toBe(200);
		const twice = await token(kommo, byCode(code));
		expect([twice.status, at(twice.json, 'hint')]).toEqual([
			400,
			'Authorization code has been revoked',
		]);
		clock += 20 * 60_000;
		expect(at((await token(kommo, byCode(late))).json, 'hint')).toBe(
			'Authorization code has expired',
		);
	});

	it('takes form bodies, and client credentials as HTTP Basic', async () => {
		const { clientId, clientSecret } = kommo.oauth;
		const body = new URLSearchParams(byCode(await codeOf(kommo))).toString();
		const reply = await ask(kommo, '/oauth2/access_token', {
			body,
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
			},
		});
		expect(reply.status).toBe(200);
	});

	it('refuses Basic credentials that are not escaped, like any wrong ones', async () => {
		const authorization = `Basic ${Buffer.from('id:100%').toString('base64')}`;
		const reply = await ask(kommo, '/oauth2/access_token', {
			body: { grant_type: 'refresh_token' },
			headers: { authorization },
		});
		expect([reply.status, at(reply.json, 'hint')]).toEqual([401, 'Client authentication failed']);
	});

	it('logs token requests with their secrets masked', async () => {
		await token(kommo, byCode(await codeOf(kommo)));
		const [entry] = sandbox.requests({ path: '/oauth2/*' });
		expect(entry?.body).toMatchObject({ grant_type: 'authorization_code', client_secret: '…cret' });
		expect(JSON.stringify(entry)).not.toContain(kommo.oauth.clientSecret);
	});
});
