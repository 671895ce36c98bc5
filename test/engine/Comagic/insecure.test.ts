import type { Server } from 'node:https';

import { comagicCredentials, comagicRunner, useComagicSandbox } from '../../support/comagicSandbox';
import { startSelfSigned } from '../../support/selfSigned';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useComagicSandbox({ seed: false });
const report = comagicRunner(sandbox, 'report');
const RECORDING = '/system/media/talk/7/abc/';

let secure: { url: string; server: Server };
let asked: string[] = [];

/** Data API and recordings of one host. */
beforeAll(async () => {
	secure = await startSelfSigned((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		if (request.method === 'GET') {
			response.setHeader('content-type', 'audio/mpeg');
			response.end('sound');
			return;
		}
		const data = [{ id: 1, communication_id: 7, call_records: ['abc'] }];
		const result = { data, metadata: { total_items: 1 } };
		response.end(JSON.stringify({ jsonrpc: '2.0', id: 'x', result }));
	});
});
beforeEach(() => {
	asked = [];
});
afterAll(() => {
	secure.server.closeAllConnections();
	secure.server.close();
});

const calls = async (options: { allowUnauthorizedCerts?: boolean }) =>
	await report(
		'calls',
		{
			dateFrom: '2026-01-05',
			dateTo: '2026-01-06',
			options: { downloadRecordings: true, ...options },
		},
		[{}],
		{ credentials: comagicCredentials(sandbox(), { dataApiUrl: `${secure.url}/v2.0` }) },
	);

describe('a host whose certificate is not trusted', () => {
	it.each([{}, { allowUnauthorizedCerts: false }])(
		'is asked nothing, and the message says why: %j',
		async (options) => {
			const { error } = await calls(options);
			expect(error?.message).toMatch(/certificate of '127.0.0.1' is not trusted/);
			expect(asked).toEqual([]);
		},
	);

	it('is asked with Ignore SSL Issues, for recordings, too', async () => {
		const { error, items } = await calls({ allowUnauthorizedCerts: true });
		expect(error).toBeNull();
		expect(items[0]?.json.recordings_not_loaded).toBeUndefined();
		expect(items[0]?.binary?.recording_1?.mimeType).toBe('audio/mpeg');
		expect(asked).toEqual(['POST /v2.0', `GET ${RECORDING}`]);
	});
});
