import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { CredentialStore, runAsTool } from '../../support/engine';
import { apiTokenCredentials, oAuthCredentials, useSandbox } from '../../support/sandbox';
import { pairing, runnerOf, sent } from './kommoRunner';

const sandbox = useSandbox();
const account = runnerOf(sandbox, 'account');

const ACME = {
	id: 30001,
	name: 'Acme',
	subdomain: 'acme',
	country: 'US',
	currency: 'USD',
	current_user_id: 501,
};

describe('account: get', () => {
	test('asks for the account; its main fields come out (fact sheet §4.17)', async () => {
		const run = await account('get');

		expect(sent(sandbox())).toEqual([
			{ method: 'GET', path: '/api/v4/account', query: {}, body: undefined },
		]);
		expect(run.items).toEqual([{ json: ACME, pairedItem: { item: 0 } }]);
	});

	test('Include becomes with; what was asked for stands beside the main fields', async () => {
		const include = ['task_types', 'datetime_settings', 'users_groups', 'drive_url', 'version'];
		const { json } = await account('get', { options: { include } });

		expect(sent(sandbox())[0]?.query).toEqual({
			with: 'task_types,datetime_settings,users_groups,drive_url,version',
		});
		expect(json[0]).toMatchObject({
			...ACME,
			drive_url: expect.stringMatching(/^http/) as unknown,
			task_types: [{ id: 1, name: 'Follow-up' }, { id: 2 }, { id: 2101, code: null }],
			datetime_settings: { timezone: 'America/New_York' },
			users_groups: [{ id: 0, name: 'Sales' }, { id: 267 }],
		});
	});

	test('without Simplify it comes as the API gives it', async () => {
		const { json } = await account('get', { simplify: false });

		expect(json[0]).toMatchObject({ ...ACME, customers_mode: 'disabled', _links: {} });
	});

	test('many items share one request, each gets the account', async () => {
		const run = await account('get', {}, [{}, {}, {}]);

		expect(sent(sandbox())).toHaveLength(1);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test.each([
		['kommo', 'Acme'],
		['amocrm', 'Ромашка'],
	] as const)('each credential opens its own account: %s', async (name, title) => {
		const { json } = await account('get', {}, [{}], { account: name });

		expect(json[0]?.name).toBe(title);
	});

	test('OAuth2: a spoiled token is renewed once, and the request repeated', async () => {
		const credentials = new CredentialStore(await oAuthCredentials(sandbox()));
		credentials.spoilAccessToken('kommoOAuth2Api');
		sandbox().clearRequests();
		const run = await account('get', { authentication: 'oAuth2' }, [{}], { credentials });

		expect(run.error).toBeNull();
		expect(run.json).toEqual([ACME]);
		expect(
			sandbox()
				.requests()
				.map(({ path, status }) => [path, status]),
		).toEqual([
			['/api/v4/account', 401],
			['/oauth2/access_token', 200],
			['/api/v4/account', 200],
		]);
	});

	test('an agent can ask for it', async () => {
		const { response } = await runAsTool({
			nodeType: new Kommo(),
			credentials: apiTokenCredentials(sandbox()),
			parameters: { authentication: 'apiToken', resource: 'account', operation: 'get' },
		});

		expect(JSON.stringify(response)).toContain('"subdomain":"acme"');
	});
});
