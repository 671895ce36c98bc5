import { CredentialStore } from '../../../support/engine';
import { oAuthCredentials, useSandbox } from '../../../support/sandbox';
import { createLeads, newLeads, runKommo, storedNames, updateLeads, writesOf } from './kommoRun';

const sandbox = useSandbox();
const TYPE = 'kommoOAuth2Api';

const connected = async () => {
	const credentials = new CredentialStore(await oAuthCredentials(sandbox()));
	sandbox().clearRequests();
	return credentials;
};
const oAuth2 = { authentication: 'oAuth2' };
const tokenRequests = () => sandbox().requests({ path: '/oauth2/access_token' });
const refreshes = () =>
	tokenRequests().filter(({ body }) => JSON.stringify(body).includes('refresh_token'));

async function run(credentials: CredentialStore, items = newLeads(2)) {
	return await runKommo(
		sandbox(),
		{ ...createLeads({ batchSize: 1 }), ...oAuth2 },
		{ items, credentials },
	);
}

describe('an OAuth2 credential whose access token has expired (fact sheet §1.3)', () => {
	test('is refreshed once and the request repeated; the new pair is kept', async () => {
		const credentials = await connected();
		credentials.spoilAccessToken(TYPE);
		const { error } = await run(credentials, newLeads(1));

		expect(error).toBeNull();
		expect(writesOf(sandbox()).map(({ path, status }) => `${path} ${status}`)).toEqual([
			'/api/v4/leads 401',
			'/oauth2/access_token 200',
			'/api/v4/leads 200',
		]);
		expect(credentials.tokenUpdates).toHaveLength(1);
		expect(storedNames(sandbox())).toEqual(new Map([['Lead 0', 1]]));
	});

	test('the next expiry finds a refresh token that is still good', async () => {
		const credentials = await connected();
		for (let round = 0; round < 3; round++) {
			credentials.spoilAccessToken(TYPE);
			expect((await run(credentials, newLeads(1))).error).toBeNull();
		}

		expect(refreshes().map(({ status }) => status)).toEqual([200, 200, 200]);
	});

	test('several requests under way share one refresh', async () => {
		const credentials = await connected();
		credentials.spoilAccessToken(TYPE);
		sandbox().setLatency({ baseMs: 20, perEntityMs: 0 });
		const { error } = await run(credentials, newLeads(8));

		expect(error).toBeNull();
		expect(refreshes().map(({ status }) => status)).toEqual([200]);
		expect([...storedNames(sandbox()).values()]).toEqual(Array.from({ length: 8 }, () => 1));
	});

	test('several executions at once share one refresh', async () => {
		const credentials = await connected();
		credentials.spoilAccessToken(TYPE);
		sandbox().setLatency({ baseMs: 20, perEntityMs: 0 });
		const runs = await Promise.all(
			[0, 1, 2].map(
				async (index) => await run(credentials, newLeads(9).slice(index * 3, index * 3 + 3)),
			),
		);

		expect(runs.map(({ error }) => error)).toEqual([null, null, null]);
		expect(refreshes().map(({ status }) => status)).toEqual([200]);
		expect(storedNames(sandbox()).size).toBe(9);
	});

	test('a change is repeated with the new token, too', async () => {
		const credentials = await connected();
		credentials.spoilAccessToken(TYPE);
		const [id] = [...sandbox().accounts.kommo.store.leads.keys()];
		const { json } = await runKommo(
			sandbox(),
			{ ...updateLeads(), ...oAuth2 },
			{ items: [{ id, price: 31 }], credentials },
		);

		expect(json[0]).toMatchObject({ id, price: 31 });
	});
});

test('a refresh token that is used up asks for a new connection, and nothing is written', async () => {
	const credentials = await connected();
	credentials.update(TYPE, {
		oauthTokenData: { access_token: 'expired', refresh_token: 'used up', token_type: 'Bearer' },
	});
	const { error } = await run(credentials);

	expect(`${error?.message} ${error?.description}`).toMatch(/connect/i);
	expect(`${error?.message} ${error?.description}`).not.toContain('used up');
	expect(storedNames(sandbox()).size).toBe(0);
	expect(writesOf(sandbox()).length).toBeLessThanOrEqual(2 * 3);
});
