import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	CredentialStore,
	listSearch,
	loadOptions,
	resourceMapping,
	runNode,
	testCredential,
} from '../support/engine';
import { partial } from '../support/partial';
import { stubApiType, stubNode, stubOAuth2ApiType } from './stubNode';
import { LONG_LIVED, startStubServer, type StubServer } from './stubServer';

let server: StubServer;
beforeEach(async () => {
	server = await startStubServer();
});
afterEach(async () => await server.close());

const types = [stubApiType, stubOAuth2ApiType];
const tokenData = { access_token: 'access-1', refresh_token: 'refresh-1', token_type: 'Bearer' };
const token = (): ICredentialDataDecryptedObject => ({ host: server.host, token: LONG_LIVED });
const oAuth = (): ICredentialDataDecryptedObject => ({
	host: server.host,
	clientId: 'client',
	clientSecret: 'secret',
	oauthTokenData: tokenData,
});
const run = async (store: CredentialStore) =>
	await runNode({ nodeType: stubNode(), credentials: store, parameters: { auth: 'oAuth2' } });

describe('an OAuth2 credential', () => {
	const refreshes = () => server.requests.filter(({ path }) => path === '/oauth2/access_token');

	test('is refreshed once for runs that find its token expired at the same time', async () => {
		const store = new CredentialStore({ stubOAuth2Api: oAuth() }, types);
		server.expireAccess();
		const runs = await Promise.all([run(store), run(store), run(store)]);

		expect(runs.map(({ status }) => status)).toEqual(['success', 'success', 'success']);
		expect(refreshes()).toHaveLength(1);
		expect(refreshes()[0]?.body).toEqual({
			grant_type: 'refresh_token',
			refresh_token: 'refresh-1',
			client_id: 'client',
			client_secret: 'secret',
		});
	});

	test('keeps the new pair of tokens for the next run', async () => {
		const store = new CredentialStore({ stubOAuth2Api: oAuth() }, types);
		server.expireAccess();
		await run(store);
		server.requests.length = 0;
		await run(store);

		expect(store.tokenUpdates).toHaveLength(1);
		expect(store.data('stubOAuth2Api').oauthTokenData).toMatchObject({
			refresh_token: 'refresh-2',
		});
		expect(server.requests.map(({ authorization }) => authorization)).toEqual(['Bearer access-2']);
	});

	test('that was never connected fails before a request', async () => {
		const { oauthTokenData: _, ...unconnected } = oAuth();
		const { error } = await run(new CredentialStore({ stubOAuth2Api: unconnected }, types));

		expect(error?.message).toBe('Unable to sign without access token');
		expect(server.requests).toEqual([]);
	});
});

describe('the Test button', () => {
	test.each([
		['a good token', () => token(), 'OK', 'Connection successful!'],
		['a wrong token', () => ({ ...token(), token: 'wrong' }), 'Error', 'Unauthorized'],
		['a closed port', () => ({ ...token(), host: '127.0.0.1:1' }), 'Error', 'ECONNREFUSED'],
	])('answers to %s', async (_, data, status, message) => {
		expect(await testCredential('stubApi', data(), types)).toEqual({ status, message });
	});

	test('sends the request of an OAuth2 type with its token', async () => {
		expect(await testCredential('stubOAuth2Api', oAuth(), types)).toMatchObject({ status: 'OK' });
		expect(server.requests).toEqual([partial({ method: 'GET', authorization: 'Bearer access-1' })]);
	});
});

describe('the form', () => {
	const store = () => new CredentialStore({ stubApi: token() }, types);

	test('loads a dropdown with the credential and the values chosen so far', async () => {
		const parameters = { auth: 'token', name: 'Group' };

		expect(await loadOptions(stubNode(), 'getNames', parameters, store())).toEqual([
			{ name: '["Group","Anna"]', value: 1 },
		]);
	});

	test('searches the list of a locator page by page', async () => {
		const search = { filter: 'an', paginationToken: '1' };

		expect(await listSearch(stubNode(), 'searchNames', {}, store(), search)).toEqual({
			results: [{ name: 'an after 1', value: 1 }],
			paginationToken: '2',
		});
	});

	test('gets the columns of a resource mapper', async () => {
		const { fields } = await resourceMapping(stubNode(), 'getFields', {}, store());

		expect(fields.map(({ id }) => id)).toEqual(['age']);
	});

	test('names a method the node does not have', async () => {
		await expect(loadOptions(stubNode(), 'getAges', {}, store())).rejects.toThrow("'getAges'");
	});
});
