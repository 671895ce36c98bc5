import '../../support/isolatedUserFolder';

import { CredentialTestContext } from 'n8n-core';
import type { INodeCredentialTestResult } from 'n8n-workflow';

import { comagicApiTest } from '../../../nodes/Comagic/methods/credentialTest';
import { comagicCredentials, useComagicSandbox } from '../../support/comagicSandbox';
import { CredentialStore } from '../../support/credentialStore';
import { additionalDataFor } from '../../support/workflow';

const sandbox = useComagicSandbox({ seed: false });

type Fields = NonNullable<Parameters<typeof comagicCredentials>[1]>;

/** Presses the Test button of a credential. */
async function tested(fields: Fields = {}): Promise<INodeCredentialTestResult> {
	const { comagicApi: data = {} } = comagicCredentials(sandbox(), fields);
	const additionalData = await additionalDataFor(new CredentialStore({ comagicApi: data }));
	const context = new CredentialTestContext(additionalData);
	return await comagicApiTest.call(context, { id: '1', name: 'Mine', type: 'comagicApi', data });
}

const called = () =>
	sandbox()
		.requests()
		.map(({ rpcMethod, method, path }) => rpcMethod ?? `${method} ${path}`);

const OK = { status: 'OK', message: 'Connection tested successfully' };

describe('the Test button of the Comagic credential', () => {
	it.each<[what: string, fields: Fields, requests: string[]]>([
		['a token at the Data API', {}, ['get.account']],
		['a token at the Call API', { testApi: 'call' }, ['list.calls']],
		['a token at both', { testApi: 'both' }, ['get.account', 'list.calls']],
		['a login at the Data API', { access: 'login' }, ['login.user', 'get.account', 'logout.user']],
		[
			'a login at the Session API',
			{ access: 'login', testApi: 'session' },
			['POST /api/login/', 'GET /api/logout/'],
		],
		['an agent’s token', { access: 'agencyToken' }, ['get.account']],
	])('accepts %s', async (_what, fields, requests) => {
		expect(await tested(fields)).toEqual(OK);
		expect(called()).toEqual(requests);
		expect(sandbox().openSessions()).toEqual({ session: 0, data: 0, call: 0 });
	});

	it('takes a token with spaces and line ends around it', async () => {
		expect(await tested({ accessToken: ` ${sandbox().token}\n` })).toEqual(OK);
	});

	it('accepts an agent with the user of a customer', async () => {
		const userId = sandbox().agency.customers[0]?.userId ?? 0;
		expect(await tested({ access: 'agencyToken', userId })).toEqual(OK);
		expect(called()).toEqual(['get.account', 'get.customer_users']);
	});

	it('tells an agent that no customer has such a user', async () => {
		const { message } = await tested({ access: 'agencyToken', userId: 4_040_404 });
		expect(message).toMatch(/^Data API: No user of a customer has the ID 4040404\. 'User ID' is/);
	});

	it.each<[what: string, fields: Fields, message: RegExp]>([
		['token', { accessToken: 'f'.repeat(32) }, /^Data API: .* did not accept the access token/],
		[
			'password',
			{ access: 'login', password: 'x' },
			/^Data API: .* did not accept login and password/,
		],
		[
			'password at the Session API',
			{ access: 'login', password: 'x', testApi: 'session' },
			/^Session API: .* did not accept login and password of the credential\. Check both/,
		],
		[
			'token at the Session API',
			{ testApi: 'session' },
			/^Session API: The Session API takes login and password/,
		],
		[
			'brand for the Session API',
			{ access: 'login', brand: 'callgear', testApi: 'session' },
			/^Session API: CallGear has no Session API\. Only Comagic and UIS/,
		],
		[
			'address',
			{ dataApiUrl: 'http://127.0.0.1:9/v2.0' },
			/^Data API: The host '127\.0\.0\.1' cannot/,
		],
		['empty token', { accessToken: ' ' }, /^Data API: 'Access Token' is empty in the credential/],
		['user ID', { userId: 'x' }, /^Data API: 'User ID' is not the ID of a user: x/],
	])('says what a wrong %s means', async (_what, fields, message) => {
		const result = await tested(fields);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
	});

	it('each API has a whitelist of its own', async () => {
		sandbox().setSwitches({ callIpBlocked: true });
		const { status, message } = await tested({ testApi: 'both' });
		expect(status).toBe('Error');
		expect(message).toMatch(/^Call API: The Call API of .* does not let requests from .+ in\./);
		expect(message).toMatch(/tab 'Call API': it has a list of its own/);
		expect(await tested({ testApi: 'data' })).toEqual(OK);
	});

	it('names what each of the two APIs refuses', async () => {
		sandbox().setSwitches({ dataIpBlocked: true, callIpBlocked: true });
		const { message } = await tested({ testApi: 'both' });
		expect(message).toMatch(/^Data API: .* — Call API: /);
	});

	it('a right that is missing for the test says nothing against the token', async () => {
		sandbox().setSwitches({ forbiddenMethods: ['get.account'] });
		expect(await tested()).toEqual(OK);
	});

	it('shows neither token nor password', async () => {
		const { token, login, password } = sandbox();
		sandbox().addFault({ times: Infinity, mnemonic: 'error', message: `${token} ${password}` });
		const texts = [await tested(), await tested({ access: 'login', login, password })];
		expect(JSON.stringify(texts)).not.toContain(token);
		expect(JSON.stringify(texts)).not.toContain(password);
	});
});
