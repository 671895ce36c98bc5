import type { Server } from 'node:https';

import { startSelfSigned } from '../../support/selfSigned';
import { useSandbox } from '../../support/sandbox';
import { runnerOf } from './kommoRunner';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useSandbox();
const account = runnerOf(sandbox, 'account');

let secure: { url: string; server: Server };
let asked: string[] = [];

beforeAll(async () => {
	secure = await startSelfSigned((request, response) => {
		asked.push(request.url ?? '');
		response.end(JSON.stringify({ id: 30001, name: 'Secure' }));
	});
});
beforeEach(() => {
	asked = [];
});
afterAll(() => {
	secure.server.closeAllConnections();
	secure.server.close();
});

const get = async (options: { allowUnauthorizedCerts?: boolean }) =>
	await account('get', { simplify: false, options }, [{}], {
		credentials: {
			kommoApi: { hostType: 'custom', baseUrl: secure.url, domain: 'kommo.com', accessToken: 'x' },
		},
	});

describe('a host whose certificate is not trusted', () => {
	test.each([{}, { allowUnauthorizedCerts: false }])(
		'is asked nothing, and the message says why: %j',
		async (options) => {
			const { error } = await get(options);

			expect(error?.message).toMatch(/certificate of '127.0.0.1' is not trusted/);
			expect(asked).toEqual([]);
		},
	);

	test('is asked with Ignore SSL Issues', async () => {
		const { error, json } = await get({ allowUnauthorizedCerts: true });

		expect(error).toBeNull();
		expect(json).toEqual([{ id: 30001, name: 'Secure' }]);
		expect(asked).toEqual(['/api/v4/account']);
	});
});
