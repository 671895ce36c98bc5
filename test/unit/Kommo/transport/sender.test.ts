import type { IHttpRequestOptions } from 'n8n-workflow';

import { KommoSession, type KommoContext } from '../../../../nodes/Kommo/transport/session';
import { systemClock } from '../../../../nodes/shared/clock';
import type { WireRequest } from '../../../../nodes/shared/wire';

jest.mock('../../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../../support/standingSystemClock'),
);

const ACME = {
	hostType: 'subdomain',
	subdomain: 'acme',
	domain: 'kommo.com',
	accessToken: 'token',
};
const LEADS: WireRequest = { method: 'GET', path: '/api/v4/leads' };

/** A session whose requests end here, each with this status. */
async function opened(credentials: object = {}, status = 200) {
	const asked: IHttpRequestOptions[] = [];
	const answer = { statusCode: status, headers: {}, body: '{}' };
	const context = {
		getNode: () => ({}),
		logger: {},
		getCredentials: async () => ({ ...ACME, ...credentials }),
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				asked.push(options);
				if (status !== 401) return answer;
				const response = { status, headers: {}, data: '{}' };
				throw Object.assign(new Error('Unauthorized'), { isAxiosError: true, response });
			},
		},
	};
	const session = await KommoSession.open(context as unknown as KommoContext, 'kommoApi', {});
	return { session, asked };
}

async function optionsOf(request: WireRequest, credentials: object = {}) {
	const { session, asked } = await opened(credentials);
	await session.send(request);
	return asked[0];
}

describe('what the request helper of n8n is given', () => {
	test('the host of the account as pin, and no leave to follow a redirect (design §3.5)', async () => {
		expect(await optionsOf({ ...LEADS, query: { limit: 5 } })).toMatchObject({
			method: 'GET',
			url: 'https://acme.kommo.com/api/v4/leads?limit=5',
			allowedDomains: 'acme.kommo.com',
			disableFollowRedirect: true,
			skipSslCertificateValidation: false,
		});
	});

	test('the name alone as pin, whatever port and path a proxy has', async () => {
		const credentials = { hostType: 'custom', baseUrl: 'https://crm.example.com:8443/kommo' };

		expect(await optionsOf(LEADS, credentials)).toMatchObject({
			url: 'https://crm.example.com:8443/kommo/api/v4/leads',
			allowedDomains: 'crm.example.com',
		});
	});

	test('JSON is asked for, and read by us: the answer is application/hal+json (fact sheet §3.2)', async () => {
		const body = [{ name: 'Roof' }];

		expect(await optionsOf({ ...LEADS, method: 'POST', body })).toMatchObject({
			headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
			encoding: 'text',
			returnFullResponse: true,
			body,
		});
	});
});

describe('the budget of requests (fact sheet §2.1)', () => {
	// what other tests have sent is long ago
	beforeEach(async () => await systemClock.sleep(60_000));

	/** How long `count` requests of these sessions wait for their turn, ms. */
	async function waited(credentials: object[], count: number): Promise<number> {
		const began = systemClock.now();
		for (const one of credentials) {
			const { session } = await opened(one);
			for (let sent = 0; sent < count; sent++) await session.send(LEADS);
		}
		return systemClock.now() - began;
	}

	test('on kommo.com is one for all accounts: requests are counted per address', async () => {
		expect(await waited([{ subdomain: 'one' }], 7)).toBe(0);
		expect(await waited([{ subdomain: 'two' }], 1)).toBeGreaterThanOrEqual(1_000);
	});

	test('on amoCRM is one for each account', async () => {
		const domain = 'amocrm.ru';

		expect(
			await waited(
				['one', 'two'].map((subdomain) => ({ subdomain, domain })),
				7,
			),
		).toBe(0);
		expect(await waited([{ subdomain: 'one', domain }], 1)).toBeGreaterThanOrEqual(1_000);
	});

	test.each([
		[401, 1_000],
		[400, 0],
	])('counts what n8n itself repeats: after a %d the second waits %d ms', async (status, least) => {
		const { session } = await opened({ requestsPerSecond: 2 }, status);
		const began = systemClock.now();
		await expect(session.send(LEADS)).rejects.toMatchObject({ status });
		await expect(session.send(LEADS)).rejects.toMatchObject({ status });

		const passed = systemClock.now() - began;
		expect(passed >= 1_000).toBe(least > 0);
	});
});
