import type { Server } from 'node:https';

import { Clevertim } from '../../../nodes/Clevertim/Clevertim.node';
import { clevertimPolls } from '../../support/clevertimPolls';
import { byId, clevertimCredentials, useClevertimSandbox } from '../../support/clevertimSandbox';
import { runNode } from '../../support/engine';
import { startSelfSigned } from '../../support/selfSigned';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
let secure: { url: string; server: Server };
let asked: string[] = [];

beforeAll(async () => {
	secure = await startSelfSigned((request, response) => {
		asked.push(request.url ?? '');
		response.end(JSON.stringify({ status: 'OK', content: [{ id: 11, fn: 'Secure' }] }));
	});
});
beforeEach(() => {
	asked = [];
});
afterAll(() => {
	secure.server.closeAllConnections();
	secure.server.close();
});

const credentials = () => clevertimCredentials(sandbox(), { baseUrl: `${secure.url}/api` });

const get = async (options: { allowUnauthorizedCerts?: boolean }) =>
	await runNode({
		nodeType: new Clevertim(),
		parameters: {
			resource: 'contact',
			operation: 'get',
			contactId: byId(11),
			simplify: false,
			options,
		},
		credentials: credentials(),
	});

const test = async (options: { allowUnauthorizedCerts?: boolean }) =>
	await clevertimPolls(sandbox(), { options }, { credentials: credentials() }).test();

describe('a host whose certificate is not trusted', () => {
	it.each([{}, { allowUnauthorizedCerts: false }])(
		'is asked nothing, and the message says why: %j',
		async (options) => {
			const { error } = await get(options);
			expect(error?.message).toMatch(/^The certificate of '127.0.0.1' is not trusted/);
			await expect(test(options)).rejects.toThrow(/^The certificate of '127.0.0.1' is not trusted/);
			expect(asked).toEqual([]);
		},
	);

	it('is asked with Ignore SSL Issues, by the node and by the trigger', async () => {
		const { json, error } = await get({ allowUnauthorizedCerts: true });
		expect(error).toBeNull();
		expect(json).toEqual([{ id: 11, fn: 'Secure' }]);

		const items = await test({ allowUnauthorizedCerts: true });
		expect(items.map(({ record }) => record)).toEqual([{ id: 11, fn: 'Secure' }]);
		expect(asked).toEqual(['/api/contact/11', '/api/contact']);
	});
});
