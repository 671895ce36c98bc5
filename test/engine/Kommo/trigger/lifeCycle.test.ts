import type { FaultAction } from '../../../../sandbox/kommo';
import { ask } from '../../../sandbox/kommo/client';
import { partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { destinationOf, hooksOf, useTrigger } from './bench';

// a machine that answers late must not make the account repeat
const sandbox = useSandbox({ webhooks: { timeoutMs: 60_000 } });
const trigger = useTrigger(sandbox);

const writes = () =>
	sandbox()
		.requests({ path: '/api/v4/webhooks' })
		.filter(({ method }) => method !== 'GET')
		.map(({ method, body }) => ({ method, body }));

describe('publishing', () => {
	test('registers the chosen events at a destination with a secret (fact sheet §4.19)', async () => {
		const bench = await trigger(['add_lead', 'status_lead']);
		await bench.publish();

		expect(hooksOf(sandbox())).toEqual([
			{
				destination: destinationOf(sandbox()),
				settings: ['add_lead', 'status_lead'],
				disabled: false,
			},
		]);
		expect(destinationOf(sandbox())).toMatch(
			/^http:.*\/webhook\/[0-9a-f-]{36}\/kommo\?kommoTrigger=[0-9a-f]{32}$/,
		);
		expect(writes()).toEqual([
			{
				method: 'POST',
				body: {
					destination: destinationOf(sandbox()),
					settings: ['add_lead', 'status_lead'],
					sort: 10,
				},
			},
		]);
	});

	test('again writes nothing when everything is as it should be', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();
		sandbox().clearRequests();
		await bench.publish();

		expect(writes()).toEqual([]);
	});

	test('again writes nothing, also where the account lists more than was asked for', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();
		const other = { destination: 'https://other.example/x', settings: ['add_task'] };
		const webhooks = [other, ...hooksOf(sandbox())];
		sandbox().addFault({
			method: 'GET',
			path: '/api/v4/webhooks',
			action: { type: 'status', status: 200, body: { _embedded: { webhooks } } },
		});
		sandbox().clearRequests();
		await bench.publish();

		expect(writes()).toEqual([]);
	});

	test.each([
		['other events', (events: string[]) => ['add_task', ...events]],
		['fewer events', () => ['add_lead']],
	])('with %s replaces the list of the same destination', async (_what, change) => {
		const bench = await trigger(['add_lead', 'update_lead']);
		await bench.publish();
		const before = destinationOf(sandbox());
		const events = change(['add_lead', 'update_lead']);
		bench.parameters = { ...bench.parameters, events };
		await bench.publish();

		expect(hooksOf(sandbox())).toEqual([
			{ destination: before, settings: events, disabled: false },
		]);
	});

	test.each([true, false])(
		'switches a disabled webhook on again (POST enables: %s)',
		async (repostEnablesWebhook) => {
			sandbox().setSwitches({ repostEnablesWebhook });
			const bench = await trigger(['add_lead']);
			await bench.publish();
			for (const hook of sandbox().accounts.kommo.store.webhooks.values()) hook.disabled = true;
			await bench.publish();

			expect(hooksOf(sandbox())).toEqual([partial({ disabled: false })]);
		},
	);

	test('create can be repeated', async () => {
		const bench = await trigger(['add_lead']);
		await bench.step('create');
		await bench.step('create');

		expect(hooksOf(sandbox())).toHaveLength(1);
	});

	test('keeps its address over republishing, so that repeated deliveries still fit', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();
		const before = destinationOf(sandbox());
		await bench.unpublish();
		await bench.publish();

		expect(destinationOf(sandbox())).toBe(before);
	});

	test.each([204, 200] as const)('works when an empty list is a %d', async (emptyWebhookList) => {
		sandbox().setSwitches({ emptyWebhookList });
		const bench = await trigger(['add_lead']);
		await bench.publish();

		expect(hooksOf(sandbox())).toHaveLength(1);
	});

	test('in amoCRM is answered 201 and works as well', async () => {
		const bench = await trigger(['add_customer'], {}, { account: 'amocrm' });
		await bench.publish();

		expect(hooksOf(sandbox(), 'amocrm')).toEqual([partial({ settings: ['add_customer'] })]);
	});
});

describe('webhooks of others', () => {
	const foreign = 'https://other.example/webhook/x/kommo?kommoTrigger=abc';
	const add = async (destination: string) =>
		await ask(sandbox().accounts.kommo, '/api/v4/webhooks', {
			body: { destination, settings: ['add_lead'] },
		});
	const destinations = () => hooksOf(sandbox()).map(({ destination }) => destination);

	test('are never touched', async () => {
		const bench = await trigger(['add_lead']);
		const unmarked = `${bench.url}?secret=1`;
		for (const one of [foreign, unmarked, `${bench.url}/more?kommoTrigger=1`]) await add(one);
		const before = destinations();
		await bench.publish();
		await bench.unpublish();
		bench.staticData = {};
		await bench.unpublish();

		expect(destinations()).toEqual(before);
	});

	test('except those this very node has lost: same n8n, same path, its mark', async () => {
		const bench = await trigger(['add_lead']);
		await add(`${bench.url}?kommoTrigger=lost`);
		await add(foreign);
		await bench.publish();

		expect(destinations()).toEqual([foreign, expect.stringContaining(bench.url)]);
		expect(destinations()[1]).not.toContain('lost');
	});

	test('a test of the workflow leaves the published webhook alone', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();
		const published = destinations();
		bench.isTest = true;
		await bench.publish();
		expect(destinations()).toHaveLength(2);
		await bench.unpublish();

		expect(destinations()).toEqual(published);
	});
});

describe('unpublishing', () => {
	test('removes the webhook', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();
		await bench.unpublish();

		expect(hooksOf(sandbox())).toEqual([]);
	});

	test('finds it without static data', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();
		bench.staticData = {};
		await bench.unpublish();

		expect(hooksOf(sandbox())).toEqual([]);
	});

	test('is content when somebody else has removed it', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();
		sandbox().accounts.kommo.store.webhooks.clear();

		await expect(bench.step('delete')).resolves.toBe(true);
		await expect(bench.step('delete')).resolves.toBe(true);
	});
});

const problem = (path: string) => ({
	'validation-errors': [{ request_id: '0', errors: [{ code: 'NotSupportedChoice', path }] }],
});

describe('when the webhook cannot be registered', () => {
	const failure = async (
		events: string[],
		options: Parameters<typeof trigger>[2] = {},
	): Promise<{ message: string; description: string }> => {
		const bench = await trigger(events, {}, options);
		const error: unknown = await bench.publish().catch((reason: unknown) => reason);
		if (!(error instanceof Error)) throw new Error('It was registered');
		return {
			message: error.message,
			description: String(Reflect.get(error, 'description') ?? ''),
		};
	};

	test('the message names missing admin rights', async () => {
		expect(await failure(['add_lead'], { limited: true })).toEqual({
			message: 'Only an admin of the account may register webhooks',
			description: textLike(/made by an admin/),
		});
	});

	test('the message names the plan', async () => {
		sandbox().addFault({ path: '/api/v4/webhooks', action: { type: 'status', status: 402 } });

		expect((await failure(['add_lead'])).message).toBe(
			'The plan of the account does not include webhooks',
		);
	});

	test('the message names the limit of 100, and nothing was sent', async () => {
		for (let n = 0; n < 100; n += 1) {
			await ask(sandbox().accounts.kommo, '/api/v4/webhooks', {
				body: { destination: `https://other.example/${n}`, settings: ['add_lead'] },
			});
		}
		sandbox().clearRequests();

		expect((await failure(['add_lead'])).message).toMatch(/already has 100 webhooks/);
		expect(writes()).toEqual([]);
	});

	test('the message names the limit when the service does', async () => {
		sandbox().addFault({
			method: 'POST',
			path: '/api/v4/webhooks',
			action: { type: 'status', status: 422, body: { detail: 'Webhooks limit exceeded' } },
		});

		expect((await failure(['add_lead'])).message).toMatch(/already has 100 webhooks/);
	});

	test.each<[number, object, RegExp]>([
		[403, { title: 'Forbidden' }, /^Only an admin/],
		[403, { response: { error_code: 288 } }, /^Only an admin/],
		[403, { detail: 'Not available on your tariff' }, /^The plan of the account does not include/],
		[403, { error_code: 402 }, /^The plan of the account does not include/],
		[403, { detail: 'Limit of webhooks is reached' }, /already has 100 webhooks/],
		[422, { detail: 'Превышен лимит вебхуков' }, /already has 100 webhooks/],
		[400, problem('settings'), /does not know an event of 'Trigger On': add_lead$/],
		[400, problem('settings[0]'), /does not know an event of 'Trigger On': add_lead$/],
		[400, problem('destination'), /does not accept the address of n8n: http:[^?]*$/],
		[400, { detail: 'Invalid URL' }, /does not accept the address of n8n: http:[^?]*$/],
		[400, { detail: 'Bad Request' }, /did not understand the request/],
		[403, { error_code: 113 }, /does not allow the address of this machine/],
		[403, { detail: 'Too many requests, you are blocked' }, /blocks requests/],
	])('%d %j has a message of its own', async (status, body, expected) => {
		sandbox().addFault({
			method: 'POST',
			path: '/api/v4/webhooks',
			times: Infinity,
			action: { type: 'status', status, body },
		});

		expect((await failure(['add_lead'])).message).toMatch(expected);
	});

	test.each([400, 422] as const)('the message names refused events (%d)', async (code) => {
		sandbox().setSwitches({ unknownWebhookCode: code });

		const { message } = await failure(['add_lead', 'add_customer', 'delete_catalog_element']);

		expect(message).toMatch(
			/^The account does not know (?:an event|events) of 'Trigger On': .*add_customer/,
		);
	});

	test.each<FaultAction>([{ type: 'status', status: 503 }, { type: 'reset' }])(
		'a lost answer says nothing of items and options, which a trigger does not have: %j',
		async (action) => {
			sandbox().addFault({ method: 'POST', path: '/api/v4/webhooks', action });
			const { message, description } = await failure(['add_lead']);

			expect(message).toMatch(/not available at the moment|broke off/);
			expect(`${message} ${description}`).not.toMatch(/unknown|items|Retry Creates/);
		},
	);

	test('the message of a lost token is the one of every request', async () => {
		const credentials = {
			kommoApi: {
				hostType: 'custom',
				baseUrl: sandbox().accounts.kommo.url,
				accessToken: 'wrong',
				domain: 'kommo.com',
				requestsPerSecond: 50,
			},
		};

		expect((await failure(['add_lead'], { credentials })).message).toMatch(
			/did not accept the token/,
		);
	});

	test.each([
		'http://localhost:5678',
		'http://192.168.1.4:5678',
		'https://n8n',
		'https://n8n.local',
	])('a public account is told that it cannot reach %s, without a request', async (publicUrl) => {
		const credentials = {
			kommoApi: { hostType: 'subdomain', subdomain: 'acme', domain: 'kommo.com', accessToken: 'x' },
		};

		const { message } = await failure(['add_lead'], { credentials, publicUrl });

		expect(message).toBe(`The account cannot reach n8n at '${new URL(publicUrl).hostname}'`);
	});

	test('plain http passes with a notice', async () => {
		const bench = await trigger(['add_lead']);
		await bench.publish();

		expect(bench.warnings).toEqual([expect.stringContaining('unencrypted')]);
	});

	test('no event chosen is said', async () => {
		expect((await failure([])).message).toBe("'Trigger On' is empty");
	});
});
