import {
	comagicRunner,
	sessionLines,
	useComagicSandbox,
	type ComagicAccess,
} from '../../support/comagicSandbox';
import { until } from '../../support/until';
import { plainRunner } from './plainNode';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useComagicSandbox({ seed: false });
const legacy = comagicRunner(sandbox, 'legacy');
const plain = plainRunner(sandbox);
const access = (kind: ComagicAccess) => ({ credentialFields: { access: kind } });
const byLogin = access('login');
const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

const LOGIN = 'POST /api/login/';
const LOGOUT = 'GET /api/logout/';
const SITE = 'GET /api/v1/site/';
const nothingOpen = { session: 0, data: 0, call: 0 };

/** Names of the JSON-RPC calls so far. */
const called = () =>
	sandbox()
		.requests()
		.map(({ rpcMethod }) => rpcMethod);

const count = (list: unknown[], what: unknown) => list.filter((one) => one === what).length;

/** Six items that ask different questions. */
const six = Array.from({ length: 6 }, (_, index) => ({ id: index + 1 }));

const oneCall = {
	...{ dateFrom: '2026-01-01', dateTo: '2026-01-01' },
	filters: { callId: '={{ $json.id }}' },
};

describe('the session of the Session API', () => {
	it('is opened when it is needed, and ended with the run', async () => {
		const { error } = await legacy('getSites', { returnAll: true }, [{}], byLogin);
		expect(error).toBeNull();
		expect(sessionLines(sandbox())).toEqual([LOGIN, SITE, LOGOUT]);
		expect(sandbox().openSessions()).toEqual(nothingOpen);
	});

	it('is one for all items of a run', async () => {
		await legacy('getCallStats', oneCall, six, byLogin);
		const lines = sessionLines(sandbox());
		expect([count(lines, LOGIN), count(lines, LOGOUT)]).toEqual([1, 1]);
		expect(lines).toHaveLength(8);
		expect(lines[0]).toBe(LOGIN);
		expect(lines.at(-1)).toBe(LOGOUT);
	});

	it('is not opened when no item can be sent', async () => {
		await legacy('getGoalStats', { siteId: byId('x'), dateFrom: 'x', dateTo: 'x' }, [{}], byLogin);
		expect(sandbox().requests()).toEqual([]);
	});

	it.each([
		['stops', {}],
		['goes on', { settings: { onError: 'continueRegularOutput' as const } }],
	])('is ended after a failure of a node that %s', async (_what, settings) => {
		sandbox().addFault({ path: '/api/v1/site/', message: '111400:Nothing of the kind' });
		const result = await legacy('getSites', {}, [{}], { ...byLogin, ...settings });
		expect(JSON.stringify([result.error, result.json])).toContain('Nothing of the kind');
		expect(sessionLines(sandbox())).toEqual([LOGIN, SITE, LOGOUT]);
		expect(sandbox().openSessions()).toEqual(nothingOpen);
	});

	it('is ended when the execution is cancelled', async () => {
		sandbox().addFault({ path: '/api/v1/site/', action: { type: 'delay', ms: 60_000 } });
		const asked = async () =>
			await until('the sites are asked for', () => sessionLines(sandbox()).includes(SITE));
		const { status } = await legacy('getSites', {}, [{}], { ...byLogin, cancelAfter: asked });

		expect(status).toBe('canceled');
		await until('it is logged out', () => sandbox().openSessions().session === 0);
		expect(sessionLines(sandbox()).at(-1)).toBe(LOGOUT);
	});

	it('is ended when the connection breaks', async () => {
		sandbox().addFault({ path: '/api/v1/site/', times: Infinity, action: { type: 'reset' } });
		const { error } = await legacy('getSites', {}, [{}], byLogin);
		expect(error?.message).toMatch(/broke off/);
		expect(sandbox().openSessions()).toEqual(nothingOpen);
	});

	it('a logout that does not work does not spoil the result', async () => {
		sandbox().addFault({ path: '/api/logout/', times: Infinity, action: { type: 'reset' } });
		const { error, json } = await legacy('getTags', { returnAll: true }, [{}], byLogin);
		expect(error).toBeNull();
		expect(json.length).toBeGreaterThan(0);
	});

	it('is opened anew once when it has expired, and the request repeated', async () => {
		sandbox().addFault({ path: '/api/v1/tag/', message: '102401:Unauthorized' });
		const { error, json } = await legacy('getTags', { returnAll: true }, [{}], byLogin);
		expect(error).toBeNull();
		expect(json.length).toBeGreaterThan(0);
		const tag = 'GET /api/v1/tag/';
		expect(sessionLines(sandbox())).toEqual([LOGIN, tag, LOGIN, tag, LOGOUT]);
	});

	it('is opened anew once for all requests that find it expired', async () => {
		const path = '/api/v1/call/';
		sandbox().addFault({ path, times: 5, message: '102401:Unauthorized' });
		await legacy('getCallStats', oneCall, six, byLogin);
		const lines = sessionLines(sandbox());
		expect([count(lines, LOGIN), count(lines, `GET ${path}`)]).toEqual([2, 11]);
	});

	it('that is refused again and again is given up', async () => {
		sandbox().addFault({
			path: '/api/v1/tag/',
			times: Infinity,
			message: '102401:Unauthorized',
		});
		const { error } = await legacy('getTags', {}, [{}], byLogin);
		expect(error?.message).toBe('The Session API did not accept the session, not even a new one');
		expect(count(sessionLines(sandbox()), LOGIN)).toBe(2);
	});

	it('needs no logout when the login was refused', async () => {
		const credentialFields = { access: 'login' as const, password: 'wrong' };
		const { error } = await legacy('getTags', {}, [{}], { credentialFields });
		expect(error?.message).toMatch(/did not accept login and password of the credential$/);
		expect(sessionLines(sandbox())).toEqual([LOGIN]);
	});

	it('is ended for a dropdown of the form, too', async () => {
		const { listSearch } = await import('../../support/engine');
		const { Comagic } = await import('../../../nodes/Comagic/Comagic.node');
		const { comagicCredentials } = await import('../../support/comagicSandbox');
		const credentials = comagicCredentials(sandbox(), { access: 'login' });
		const parameters = { resource: 'legacy', operation: 'getGoalStats' };
		const { results } = await listSearch(new Comagic(), 'searchTags', parameters, credentials);
		expect(results.length).toBeGreaterThan(0);
		expect(sessionLines(sandbox())).toEqual([LOGIN, 'GET /api/v1/tag/', LOGOUT]);
	});
});

describe.each(['data', 'call'] as const)('the log-in of the %s API', (api) => {
	const read = api === 'data' ? 'get.tags' : 'list.calls';
	const path = `${api}/${read}`;
	const ask = async (items = [{}], more = {}) =>
		await plain('read', path, {}, items, { ...byLogin, ...more });

	it('is made when it is needed, and ended with the run', async () => {
		const { error } = await ask();
		expect(error).toBeNull();
		expect(called()).toEqual(['login.user', read, 'logout.user']);
		expect(sandbox().openSessions()).toEqual(nothingOpen);
	});

	it('is not made for an access token', async () => {
		await ask([{}], access('token'));
		expect(called()).toEqual([read]);
	});

	it.each([
		['refused', 'access_token_invalid'],
		['called expired', 'access_token_expired'],
	])(
		'is made anew once when the token is %s, and the request repeated',
		async (_what, mnemonic) => {
			sandbox().addFault({ rpcMethod: read, mnemonic });
			const { error } = await ask();
			expect(error).toBeNull();
			expect(called()).toEqual(['login.user', read, 'login.user', read, 'logout.user']);
		},
	);

	it('an access token that is refused is not tried again', async () => {
		sandbox().addFault({ rpcMethod: read, times: Infinity, mnemonic: 'access_token_invalid' });
		const { error } = await ask([{}], access('token'));
		expect(error?.message).toMatch(/did not accept the access token of the credential$/);
		expect(called()).toEqual([read]);
	});

	it('an access token with the prefix of an app is tried without it, once for a run', async () => {
		const accessToken = `appid_12_${sandbox().token}`;
		const key = { credentialFields: { access: 'token' as const, accessToken } };
		const { error } = await ask([{}], key);
		expect(error).toBeNull();
		expect(called()).toEqual([read, read]);
		const refused = await ask([{}], { credentialFields: { accessToken: 'appid_12_wrong' } });
		expect(refused.error?.message).toMatch(/did not accept the access token of the credential$/);
		expect(called()).toHaveLength(4);
	});

	it('is ended after a failure', async () => {
		sandbox().addFault({ rpcMethod: read, mnemonic: 'forbidden' });
		const { error } = await ask();
		expect(error?.message).toBe(`The user of the credential may not use ${read}`);
		expect(sandbox().openSessions()).toEqual(nothingOpen);
	});

	it('is ended when the execution is cancelled', async () => {
		sandbox().addFault({ rpcMethod: read, action: { type: 'delay', ms: 60_000 } });
		const asked = async () => await until('the list is asked for', () => called().includes(read));
		await ask([{}], { cancelAfter: asked });
		await until('it is logged out', () => sandbox().openSessions()[api] === 0);
	});
});

it('concurrent requests share one log-in, and one renewal of it', async () => {
	sandbox().addFault({ rpcMethod: 'get.tags', times: 3, mnemonic: 'access_token_invalid' });
	const params = '={"filter":{"field":"id","operator":"=","value":{{ $json.id }}}}';
	const { error } = await plain('read', 'data/get.tags', params, six, byLogin);
	expect(error).toBeNull();
	expect(count(called(), 'login.user')).toBe(2);
	expect(count(called(), 'get.tags')).toBe(9);
	expect(count(called(), 'logout.user')).toBe(1);
});

it('a write that met an expired token is carried out once', async () => {
	sandbox().addFault({ rpcMethod: 'create.tags', mnemonic: 'access_token_invalid' });
	const { error } = await plain('write', 'data/create.tags', { name: 'New' }, [{}], byLogin);
	expect(error).toBeNull();
	expect(
		sandbox()
			.store.all('tags')
			.filter(({ name }) => name === 'New'),
	).toHaveLength(1);
});

it('a write that is under way when the execution is cancelled is awaited, then the session ended', async () => {
	sandbox().addFault({ rpcMethod: 'create.tags', action: { type: 'delay', ms: 300 } });
	const asked = async () => await until('it is sent', () => called().includes('create.tags'));
	const more = { ...byLogin, cancelAfter: asked };
	await plain('write', 'data/create.tags', { name: 'Late' }, [{}], more);
	await until('it is logged out', () => called().includes('logout.user'));
	expect(sandbox().openSessions()).toEqual(nothingOpen);
	expect(
		sandbox()
			.store.all('tags')
			.filter(({ name }) => name === 'Late'),
	).toHaveLength(1);
});

it('an agency gets its clients', async () => {
	const { json } = await legacy('getClients', { returnAll: true }, [{}], access('agencyLogin'));
	const { customers } = sandbox().agency;
	expect(json).toEqual(customers.map(({ id, name }) => ({ id, name })));
});

describe('who can use the Session API', () => {
	it('needs login and password', async () => {
		const { error } = await legacy('getTags', {}, [{}], access('token'));
		expect(error?.message).toMatch(/^The Session API takes login and password/);
		expect(error?.description).toMatch(/Choose 'Login and Password'/);
		expect(sandbox().requests()).toEqual([]);
	});

	it.each(['callgear', 'novofon'])('%s has none', async (brand) => {
		const credentialFields = { access: 'login' as const, brand };
		const { error } = await legacy('getTags', {}, [{}], { credentialFields });
		expect(error?.message).toMatch(/^(?:CallGear|Novofon) has no Session API/);
		expect(error?.description).toMatch(/Only Comagic and UIS still offer it/);
	});

	it.each([
		['getSites', {}],
		['getTags', {}],
		['getCampaigns', {}],
	])('an agency is told to name the customer: %s', async (operation, parameters) => {
		const agency = access('agencyLogin');
		const { error } = await legacy(operation, parameters, [{}], agency);
		expect(error?.message).toMatch(/^The Session API denies access/);
		expect(error?.description).toMatch(/choose one in 'Customer'/);

		const [customer] = sandbox().agency.customers;
		const named = { ...parameters, customerId: byId(customer?.id) };
		const second = await legacy(operation, named, [{}], agency);
		expect(second.error).toBeNull();
		expect(second.json.length).toBeGreaterThan(0);
	});
});
