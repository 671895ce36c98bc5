/** Switches of limits, tokens and languages. */
import { ask, at } from '../client';
import type { SwitchCase } from './switchWorld';

export const accessCases: SwitchCase[] = [
	{
		set: { rateLimitBody: 'html' },
		says: 'a 429 is a page',
		check: async ({ limited }) => {
			const reply = await limited();
			expect([reply.status, reply.headers.get('content-type')]).toEqual([429, 'text/html']);
		},
	},
	{
		set: { rateLimitBody: 'html403' },
		says: 'a refusal is a 403 page',
		check: async ({ limited }) => {
			const reply = await limited();
			expect([reply.status, reply.headers.get('content-type')]).toEqual([403, 'text/html']);
		},
	},
	{
		set: { rateLimitRetryAfterHeader: true },
		says: 'a 429 has the header',
		check: async ({ limited }) => expect((await limited()).headers.get('retry-after')).toBe('1'),
	},
	{
		set: { strictOAuthRedirectOnRefresh: true },
		says: 'a refresh needs redirect_uri',
		check: async ({ kommo, codeGrant }) => {
			const { clientId: client_id, clientSecret: client_secret } = kommo.oauth;
			const refresh_token = at((await codeGrant({}, false, true)).json, 'refresh_token');
			const body = { client_id, client_secret, grant_type: 'refresh_token', refresh_token };
			expect((await ask(kommo, '/oauth2/access_token', { body })).status).toBe(400);
			const whole = { ...body, redirect_uri: 'http://127.0.0.1:1/back' };
			expect((await ask(kommo, '/oauth2/access_token', { body: whole })).status).toBe(200);
		},
	},
	{
		set: { oauthAcceptsForm: false },
		says: 'the token endpoint takes JSON only',
		check: async ({ codeGrant }) => {
			expect((await codeGrant({}, true, true)).status).toBe(400);
			expect((await codeGrant({}, false, true)).status).toBe(200);
		},
	},
	{
		set: { oauthAcceptsBasic: false },
		says: 'the token endpoint does not read HTTP Basic',
		check: async ({ kommo, codeGrant }) => {
			const { clientId, clientSecret } = kommo.oauth;
			const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
			expect((await codeGrant({ authorization }, false, false)).status).toBe(401);
		},
	},
	{
		set: { tokenHasServerTime: false },
		says: 'token answers lack server_time',
		check: async ({ codeGrant }) => {
			const reply = await codeGrant({}, false, true);
			expect([reply.status, at(reply.json, 'server_time')]).toEqual([200, undefined]);
		},
	},
	{
		set: { localisedErrors: false },
		says: 'amoCRM answers in English',
		check: async ({ amocrm }) => {
			const reply = await ask(amocrm, '/api/v4/account', { token: 'none' });
			expect(at(reply.json, 'detail')).toBe('Invalid user name or password');
		},
	},
];
