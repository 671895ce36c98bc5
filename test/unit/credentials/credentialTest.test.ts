import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { testCredential } from '../../support/credentialTest';
import { byUrl, types } from './resolved';

describe('the credential test', () => {
	let server: Server;
	let answer: { status: number; headers?: Record<string, string>; body?: string };
	let seen: IncomingMessage[];

	beforeEach(async () => {
		seen = [];
		answer = {
			status: 200,
			headers: { 'content-type': 'application/hal+json' },
			body: '{"id":30001}',
		};
		server = createServer((request, response) => {
			seen.push(request);
			response.writeHead(answer.status, answer.headers).end(answer.body);
		});
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	});
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	});

	const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const apiToken = (accessToken: string, path = '') => ({
		...byUrl(`${url()}${path}`),
		accessToken,
	});

	it('asks for the account with the token, below the path of a proxy', async () => {
		const result = await testCredential('kommoApi', apiToken('made-up-token', '/crm/'), types);
		expect(result).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(seen.map(({ method, url: path }) => [method, path])).toEqual([
			['GET', '/crm/api/v4/account'],
		]);
		expect(seen[0]?.headers.authorization).toBe('Bearer made-up-token');
	});

	it.each([' made-up-token\n', 'Bearer made-up-token', 'bearer  made-up-token '])(
		'understands a token pasted as %j',
		async (accessToken) => {
			await testCredential('kommoApi', apiToken(accessToken), types);
			expect(seen[0]?.headers.authorization).toBe('Bearer made-up-token');
		},
	);

	it('asks with the token of a connected OAuth2 credential', async () => {
		const data = {
			...byUrl(url()),
			clientId: 'id',
			clientSecret: 'made-up',
			oauthTokenData: { access_token: 'made-up-token', token_type: 'Bearer' },
		};
		const result = await testCredential('kommoOAuth2Api', data, types);
		expect(result.status).toBe('OK');
		expect(seen[0]?.headers.authorization).toBe('Bearer made-up-token');
	});

	it.each([
		[401, 'did not accept the credential'],
		[402, 'has ended'],
		[403, 'refused the request'],
		[404, 'No account answers'],
		[429, 'Too many requests'],
		[500, 'not available at the moment'],
		[502, 'not available at the moment'],
		[503, 'not available at the moment'],
		[504, 'not available at the moment'],
	])('explains status %i', async (status, message) => {
		answer = { status, headers: { 'content-type': 'application/problem+json' }, body: '{}' };
		const result = await testCredential('kommoApi', apiToken('made-up-token'), types);
		expect(result.status).toBe('Error');
		expect(result.message).toContain(message);
	});

	it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
		answer = { status, headers: { location: `${url()}/elsewhere` } };
		const result = await testCredential('kommoApi', apiToken('made-up-token'), types);
		expect(result.message).toContain('leads elsewhere');
		expect(seen).toHaveLength(1);
	});
});
