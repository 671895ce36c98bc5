import { createServer, type IncomingMessage } from 'node:http';

import { systemClock } from '../../../nodes/shared/clock';
import { runNode } from '../../support/engine';
import { systemClock as leapingClock } from '../../support/leapingSystemClock';
import { until } from '../../support/until';
import { Clevertim } from '../../../nodes/Clevertim/Clevertim.node';
import {
	byId,
	clevertimCredentials,
	clevertimRunner,
	useClevertimSandbox,
} from '../../support/clevertimSandbox';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useClevertimSandbox();
const contact = clevertimRunner(sandbox, 'contact');

describe('the pace', () => {
	it('is the credential’s, for all runs together', async () => {
		const credentials = clevertimCredentials(sandbox(), { requestsPerSecond: 5 });
		const names = Array.from({ length: 7 }, (_, index) => ({ name: `N${index}` }));
		const create = async () =>
			await runNode({
				nodeType: new Clevertim(),
				parameters: { resource: 'contact', operation: 'create', firstName: '={{ $json.name }}' },
				items: names,
				credentials,
			});
		const startedAt = systemClock.now();
		await Promise.all([create(), create()]);

		expect(sandbox().requests()).toHaveLength(14);
		// 5 + 5 + 4, a second each; two paces instead of one would take half of it
		expect(systemClock.now() - startedAt).toBeGreaterThan(2_000);
	});

	it('of one key does not slow another down, though all accounts share a host', async () => {
		const runs = (['member', 'readOnly'] as const).flatMap((user) =>
			Array.from({ length: 5 }, async () => {
				const credentials = clevertimCredentials(sandbox(), { user, requestsPerSecond: 5 });
				const parameters = { resource: 'contact', operation: 'search', simplify: false };
				return await runNode({ nodeType: new Clevertim(), parameters, credentials });
			}),
		);
		const waits = () => leapingClock.sleeps.filter((ms) => ms > 0).length;
		const before = waits();
		await Promise.all(runs);

		expect(sandbox().requests()).toHaveLength(10);
		expect(waits()).toBe(before);
	});
});

describe('options of the transport', () => {
	it('Timeout ends a request that takes longer', async () => {
		sandbox().addFault({ times: Infinity, action: { type: 'delay', ms: 1500 } });
		const parameters = { firstName: 'A', options: { timeout: 1 } };
		const { error } = await contact('create', parameters);
		expect(error?.message).toMatch(/^The host '127.0.0.1' did not answer in time/);
	});

	it('Proxy takes the requests', async () => {
		const seen: string[] = [];
		const server = createServer((request: IncomingMessage, response) => {
			seen.push(request.url ?? '');
			response.end(JSON.stringify({ status: 'OK', content: [{ id: 11, fn: 'Proxied' }] }));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('No address');
		const { json } = await contact('get', {
			contactId: byId(11),
			simplify: false,
			options: { proxy: `http://127.0.0.1:${address.port}` },
		});
		server.close();
		expect(json).toEqual([{ id: 11, fn: 'Proxied' }]);
		expect(seen).toEqual([expect.stringMatching(/\/api\/contact\/11$/)]);
		expect(sandbox().requests()).toEqual([]);
	});

	it.each([
		[{ timeout: 0 }, /^'Timeout \(Seconds\)' is not a number from 1 up: 0/],
		[{ maxWait: -1 }, /^'Max Wait \(Seconds\)' is not a number from 0 up: -1/],
		[{ proxy: 'nowhere' }, /^'Proxy' is not a web address/],
	])('%j is refused', async (options, message) => {
		const { error } = await contact('search', { options });
		expect(error?.message).toMatch(message);
		expect(sandbox().requests()).toEqual([]);
	});
});

describe('a cancelled run', () => {
	it('lets the write under way end and starts no other', async () => {
		sandbox().setLatency({ baseMs: 100, perEntityMs: 0 });
		const items = Array.from({ length: 30 }, (_, index) => ({ name: `N${index}` }));
		const first = async () => {
			while (sandbox().requests().length === 0)
				await new Promise((resolve) => setTimeout(resolve, 5));
		};
		await contact('create', { firstName: '={{ $json.name }}' }, items, { cancelAfter: first });
		// time for others to start, if they would
		await new Promise((resolve) => setTimeout(resolve, 300));
		const sent = sandbox().requests();
		await until('all are answered', () => sent.every(({ status }) => status !== 0));

		expect(sent.length).toBeLessThanOrEqual(8);
		expect(sent.every(({ status }) => status === 200)).toBe(true);
	});
});
