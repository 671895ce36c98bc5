import { useSandbox } from '../../../support/sandbox';
import { hooksOf, useTrigger } from './bench';

const sandbox = useSandbox({ webhooks: { timeoutMs: 60_000 } });
const trigger = useTrigger(sandbox);

const wrongToken = () => ({
	kommoApi: {
		hostType: 'custom',
		baseUrl: sandbox().accounts.kommo.url,
		accessToken: 'wrong',
		domain: 'kommo.com',
		requestsPerSecond: 50,
	},
});

// n8n keeps a registration whose delete throws, and then no other test begins until it expires
describe('after a test of the workflow that could not begin', () => {
	test('removing throws nothing, and the log says why', async () => {
		const bench = await trigger(['add_lead'], {}, { credentials: wrongToken() });
		bench.isTest = true;

		await expect(bench.publish()).rejects.toThrow('did not accept the token');
		await expect(bench.step('delete')).resolves.toBe(false);
		expect(bench.warnings.at(-1)).toMatch(/could not be removed: .*did not accept the token/);
		expect(bench.warnings.join()).not.toContain('wrong');
	});

	test('what a failed removal left is removed at the next registration', async () => {
		const bench = await trigger(['add_lead']);
		bench.isTest = true;
		await bench.publish();
		const left = hooksOf(sandbox()).map(({ destination }) => destination);
		const action = { type: 'status', status: 403 } as const;
		sandbox().addFault({ method: 'DELETE', path: '/api/v4/webhooks', action });
		await expect(bench.step('delete')).resolves.toBe(false);
		bench.staticData = {};
		await bench.publish();

		const present = hooksOf(sandbox()).map(({ destination }) => destination);
		expect(left).toHaveLength(1);
		expect(present).toHaveLength(1);
		expect(present).not.toEqual(left);
	});

	test('unpublishing still says so, because n8n tries it again', async () => {
		const bench = await trigger(['add_lead'], {}, { credentials: wrongToken() });

		await expect(bench.step('delete')).rejects.toThrow('did not accept the token');
	});
});
