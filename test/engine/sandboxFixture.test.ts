import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { CredentialStore, runNode, testCredential } from '../support/engine';
import { stubDescription } from '../support/nodeTypes';
import { partial } from '../support/partial';
import { apiTokenCredentials, oAuthCredentials, useSandbox } from '../support/sandbox';

const sandbox = useSandbox();

/** Asks for the account with either credential. */
const accountNode: INodeType = {
	description: stubDescription('account', {
		credentials: [
			{ name: 'kommoApi', displayOptions: { show: { authentication: ['apiToken'] } } },
			{ name: 'kommoOAuth2Api', displayOptions: { show: { authentication: ['oAuth2'] } } },
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'string',
				default: 'apiToken',
			},
		],
	}),
	async execute(this: IExecuteFunctions) {
		const oAuth2 = this.getNodeParameter('authentication', 0) === 'oAuth2';
		const type = oAuth2 ? 'kommoOAuth2Api' : 'kommoApi';
		const { baseUrl } = await this.getCredentials<{ baseUrl: string }>(type);
		const json: unknown = await this.helpers.httpRequestWithAuthentication.call(this, type, {
			baseURL: baseUrl,
			url: '/api/v4/account',
			json: true,
		});
		return [this.helpers.returnJsonArray(json as IDataObject)];
	},
};

test.each(['kommo', 'amocrm'] as const)(
	'a long-lived token opens the sandbox account %s',
	async (name) => {
		const credentials = apiTokenCredentials(sandbox(), name);
		const { json } = await runNode({ nodeType: accountNode, credentials });

		expect(json[0]).toMatchObject({ subdomain: sandbox().accounts[name].subdomain });
		expect(sandbox().requests()).toEqual([
			partial({ account: name, path: '/api/v4/account', status: 200 }),
		]);
	},
);

test('the sandbox is reset between tests', () => {
	expect(sandbox().requests()).toEqual([]);
});

test('a connected OAuth2 credential opens the account and survives an expired token', async () => {
	const data = await oAuthCredentials(sandbox());
	const credentials = new CredentialStore(data);
	const run = async () =>
		await runNode({ nodeType: accountNode, credentials, parameters: { authentication: 'oAuth2' } });
	const before = await run();
	credentials.spoilAccessToken('kommoOAuth2Api');
	const after = await run();

	expect([before.status, after.status]).toEqual(['success', 'success']);
	expect(credentials.tokenUpdates).toHaveLength(1);
});

describe('the Test button of our credentials', () => {
	test('accepts a token of the sandbox', async () => {
		const { kommoApi = {} } = apiTokenCredentials(sandbox());

		expect(await testCredential('kommoApi', kommoApi)).toMatchObject({ status: 'OK' });
	});

	test('refuses a wrong token', async () => {
		const { kommoApi = {} } = apiTokenCredentials(sandbox(), 'kommo', { accessToken: 'wrong' });

		expect(await testCredential('kommoApi', kommoApi)).toMatchObject({ status: 'Error' });
	});

	test('accepts a connected OAuth2 credential', async () => {
		const { kommoOAuth2Api = {} } = await oAuthCredentials(sandbox());

		expect(await testCredential('kommoOAuth2Api', kommoOAuth2Api)).toMatchObject({ status: 'OK' });
	});
});
