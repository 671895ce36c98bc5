import type { IDataObject } from 'n8n-workflow';

import { CredentialStore } from '../../support/engine';
import { apiTokenCredentials, oAuthCredentials, useSandbox } from '../../support/sandbox';
import { runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const account = runnerOf(sandbox, 'account');

const HOST = '127.0.0.1';
const TOKEN_NAME = 'Kommo / amoCRM API';

/** Answers everything with this status and problem. */
function refuse(status: number, detail: string, more: IDataObject = {}): void {
	const body = { title: 'x', type: `https://httpstatus.es/${status}`, status, detail, ...more };
	sandbox().addFault({ times: Infinity, action: { type: 'status', status, body } });
}

interface Refusal {
	what: string;
	prepare: () => void;
	code: string;
	message: string;
	advice: string;
}

const REFUSALS: Refusal[] = [
	{
		what: '402, the plan ended (fact sheet §1.6)',
		prepare: () => refuse(402, 'Payment required'),
		code: '402',
		message: `The trial or subscription of the account '${HOST}' has ended`,
		advice: 'Renew it',
	},
	{
		what: '403, the list of allowed addresses (§1.6, 113)',
		prepare: () => refuse(403, 'Access from this IP is not allowed', { error_code: 113 }),
		code: '403',
		message: `The account '${HOST}' does not allow the address of this machine`,
		advice: 'allowed IP addresses',
	},
	{
		what: '403 as a web page: blocked (§2.1)',
		prepare: () => sandbox().addFault({ times: Infinity, action: { type: 'html', status: 403 } }),
		code: '403',
		message: `The service blocks requests to '${HOST}'`,
		advice: 'support',
	},
	{
		what: '403 without rights (§3.3)',
		prepare: () => refuse(403, 'Access denied'),
		code: '403',
		message: 'The user of this credential has no right to do this',
		advice: 'rights of the user',
	},
	{
		what: '403 without a scope (§1.5)',
		prepare: () => refuse(403, "Client doesn't have the required scope"),
		code: '403',
		message: `The credential '${TOKEN_NAME}' lacks a scope that this needs`,
		advice: 'create a new token',
	},
	{
		what: '404, no such account (§1.1)',
		prepare: () => refuse(401, 'Account not found'),
		code: '401',
		message: `There is no account at '${HOST}' for this credential`,
		advice: "'Subdomain'",
	},
];

describe('what the account refuses', () => {
	test.each(REFUSALS)('$what', async ({ prepare, code, message, advice }) => {
		prepare();
		const { error } = await account('get');

		expect(error).toMatchObject({ name: 'NodeApiError', message, httpCode: code, itemIndex: 0 });
		expect(error?.description).toContain(advice);
	});

	test('a token that is wrong or expired (401, §1.6)', async () => {
		const credentials = apiTokenCredentials(sandbox(), 'kommo', { accessToken: 'old' });
		const { error } = await account('get', {}, [{}], { credentials });

		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			message: `The account '${HOST}' did not accept the token of the credential '${TOKEN_NAME}'`,
		});
		expect(error?.description).toContain('create a new long-lived token');
	});

	test('an OAuth2 connection whose refresh token is gone (§1.3)', async () => {
		const data = await oAuthCredentials(sandbox());
		const [kommoOAuth2Api = {}] = Object.values(data);
		const credentials = new CredentialStore({
			kommoOAuth2Api: {
				...kommoOAuth2Api,
				oauthTokenData: { access_token: 'old', refresh_token: 'older', token_type: 'Bearer' },
			},
		});
		const { error } = await account('get', { authentication: 'oAuth2' }, [{}], { credentials });

		expect(error?.message).toMatch(/connect/i);
		expect(`${error?.message} ${error?.description}`).toContain("'Connect my account'");
	});

	test('no message and no stored error holds the token', async () => {
		refuse(403, 'Access denied');
		const { run } = await account('get');

		expect(JSON.stringify(run.data.resultData)).not.toContain(sandbox().accounts.kommo.token);
	});

	test.each([400, 401, 403, 422])(
		'a %i whose answer repeats the token: it is masked, however short',
		async (status) => {
			const accessToken = 's3cr3t-1';
			const errors = [{ code: 'Odd', path: 'name', detail: `not with ${accessToken}` }];
			refuse(status, `The token ${accessToken} is odd`, {
				'validation-errors': [{ request_id: 'i0', errors }],
			});
			const credentials = apiTokenCredentials(sandbox(), 'kommo', { accessToken });
			for (const [resource, operation] of [
				['account', 'get'],
				['contact', 'create'],
			] as const) {
				const run = runnerOf(sandbox, resource);
				const { run: recorded, error } = await run(operation, {}, [{}], { credentials });

				expect(error).not.toBeNull();
				expect(JSON.stringify(recorded.data.resultData)).not.toContain(accessToken);
			}
		},
	);
});

describe('a credential whose address cannot be used', () => {
	test.each([
		['nothing', { subdomain: '' }, "'Subdomain' is empty"],
		['no host name', { subdomain: 'my company!' }, "'Subdomain' is not the address of an account"],
		['a host of the vendor', { subdomain: 'www' }, "'Subdomain' names 'www.kommo.com'"],
		['another host', { subdomain: 'acme.example.com' }, "'Subdomain' names 'acme.example.com'"],
		[
			'no web address',
			{ hostType: 'custom', baseUrl: 'ftp://x' },
			"'Base URL' is not a web address",
		],
		[
			'plain http',
			{ hostType: 'custom', baseUrl: 'http://crm.example.com' },
			"'Base URL' starts with http://",
		],
		['a rate out of range', { requestsPerSecond: 0 }, "'Requests per Second' has to be"],
	])('%s: the message names the field, nothing is sent', async (_what, fields, message) => {
		const credentials = apiTokenCredentials(sandbox(), 'kommo', {
			hostType: 'subdomain',
			subdomain: 'acme',
			...fields,
		});
		const { error } = await account('get', {}, [{}], { credentials });

		expect(error?.message).toContain(message);
		expect(error?.description).toMatch(/^Open the credential|'acme'/);
		expect(sent(sandbox())).toEqual([]);
	});

	test('a host where nothing listens', async () => {
		const credentials = apiTokenCredentials(sandbox(), 'kommo', { baseUrl: 'http://127.0.0.1:9' });
		const { error } = await account('get', { options: { maxWait: 0 } }, [{}], { credentials });

		expect(error?.message).toBe("The host '127.0.0.1' refused the connection");
		expect(error?.description).toContain("'Base URL'");
	});

	test('a host that does not exist', async () => {
		const credentials = apiTokenCredentials(sandbox(), 'kommo', {
			baseUrl: 'https://no-such-account.invalid',
		});
		const { error } = await account('get', { options: { maxWait: 0 } }, [{}], { credentials });

		// without a network the name service says "try again" instead of "no such name"
		expect(error?.message).toMatch(
			/^The (?:host 'no-such-account.invalid' does not exist|name of the host 'no-such-account.invalid' could not be looked up)$/,
		);
	});

	test('a page that is not the API', async () => {
		sandbox().addFault({ action: { type: 'html', status: 200 }, times: Infinity });
		const { error } = await account('get');

		expect(error?.message).toBe(`The host '${HOST}' answered with a web page instead of data`);
	});
});
