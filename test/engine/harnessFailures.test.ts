import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { CredentialStore, runNode, type RunOptions } from '../support/engine';
import { stubDescription } from '../support/nodeTypes';
import { partial } from '../support/partial';
import { stubApiType, stubNode, type Behaviour } from './stubNode';
import { LONG_LIVED, startStubServer, type StubServer } from './stubServer';

let server: StubServer;
beforeAll(async () => {
	server = await startStubServer();
});
beforeEach(() => {
	server.requests.length = 0;
});
afterAll(async () => await server.close());

const credentials = () =>
	new CredentialStore({ stubApi: { host: server.host, token: LONG_LIVED } }, [stubApiType]);

const run = async (
	parameters: INodeParameters,
	items: RunOptions['items'] = [{}],
	more: Partial<RunOptions> = {},
) =>
	await runNode({ nodeType: stubNode(), credentials: credentials(), parameters, items, ...more });

describe('a failing item', () => {
	const message = "'Name' is taken";
	const bad = { json: { error: message }, pairedItem: { item: 0 } };
	const good = { json: partial({ name: 'x' }), pairedItem: { item: 1 } };
	const input = (behaviour: Behaviour) => [
		{ behaviour, in: 1 },
		{ behaviour: 'send', in: 2 },
	];
	const fail = async (
		behaviour: Behaviour,
		onError: 'continueRegularOutput' | 'continueErrorOutput',
	) =>
		await run({ name: 'x', behaviour: '={{ $json.behaviour }}' }, input(behaviour), {
			settings: { onError, retryOnFail: true },
		});

	test('with error beside json keeps its place, loses its json and is not tried again', async () => {
		const { outputs, tries } = await fail('itemError', 'continueRegularOutput');

		expect(outputs).toEqual([[partial(bad), good]]);
		expect(outputs[0]?.[0]?.error).toMatchObject({ description: 'Choose another one' });
		expect(tries).toBe(1);
	});

	test('with error beside json goes to the error output, where its json is lost too', async () => {
		const { outputs, tries } = await fail('itemError', 'continueErrorOutput');

		expect(outputs).toEqual([[good], [partial(bad)]]);
		expect(tries).toBe(1);
	});

	test('with error inside json as first item makes n8n try the whole node again', async () => {
		const { outputs, tries } = await fail('jsonError', 'continueRegularOutput');

		expect(outputs).toEqual([[bad, good]]);
		expect(tries).toBe(3);
	});

	test('with error inside json gets the input back on the error output', async () => {
		const { outputs, tries } = await fail('jsonError', 'continueErrorOutput');

		const json = { behaviour: 'jsonError', in: 1, error: message };
		expect(outputs).toEqual([[good], [{ json, pairedItem: { item: 0 } }]]);
		expect(tries).toBe(3);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'that makes the node throw sends all input to the first output with %s',
		async (onError) => {
			const { json, outputs, error, tries } = await fail('throw', onError);

			expect(json).toEqual(input('throw'));
			expect(outputs).toHaveLength(1);
			expect(error?.message).toBe(message);
			expect(tries).toBe(3);
		},
	);
});

describe('a failing node', () => {
	test('ends the execution with message, description and item', async () => {
		const { error, outputs, status } = await run(
			{ name: 'x', behaviour: '={{ $json.behaviour }}' },
			[{ behaviour: 'send' }, { behaviour: 'throw' }],
		);

		expect(error).toMatchObject({
			name: 'NodeOperationError',
			message: "'Name' is taken",
			description: 'Choose another one',
			itemIndex: 1,
		});
		expect([outputs, status]).toEqual([[], 'error']);
	});

	test.each([
		{ settings: {}, tries: 1 },
		{ settings: { retryOnFail: true }, tries: 3 },
		{ settings: { retryOnFail: true, maxTries: 2 }, tries: 2 },
		{ settings: { retryOnFail: true, maxTries: 9 }, tries: 5 },
	])('is tried $tries times with $settings', async ({ settings, tries }) => {
		expect(await run({ behaviour: 'throw' }, [{}], { settings })).toMatchObject({ tries });
	});

	test('finds the same object for its context in every try', async () => {
		const contexts = new Set<object>();
		const nodeType = {
			description: stubDescription('remembers'),
			async execute(this: IExecuteFunctions): Promise<never> {
				contexts.add(this.getContext('node'));
				throw new Error('once more');
			},
		};
		const { tries } = await runNode({ nodeType, settings: { retryOnFail: true } });

		expect([contexts.size, tries]).toEqual([1, 3]);
	});

	test('keeps the answer of a refused request', async () => {
		const store = credentials();
		store.update('stubApi', { token: 'wrong' });
		const { error } = await run({}, [{}], { credentials: store });

		expect(error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			context: { data: { title: 'Unauthorized' } },
		});
	});
});

describe('a cancelled execution', () => {
	const cancel = async (settings: RunOptions['settings'] = {}) => {
		const started = new AbortController();
		const nodeType = stubNode({ onWait: () => started.abort() });
		const begun = new Promise((resolve) => {
			started.signal.addEventListener('abort', resolve);
		});
		const cancelAfter = async () => await begun;
		return await run({ behaviour: 'wait' }, [{}], { nodeType, cancelAfter, settings });
	};

	test('aborts the wait of the node and is reported as cancelled', async () => {
		const { status, outputs, error } = await cancel();

		expect([status, outputs]).toEqual(['canceled', []]);
		expect(error?.message).toBe('This operation was aborted');
	});

	test('calls the node again, with the signal aborted, when Retry On Fail is on', async () => {
		const { status, tries } = await cancel({ retryOnFail: true });

		expect([status, tries]).toEqual(['canceled', 3]);
	});

	test('fails the test when the condition to cancel fails', async () => {
		const cancelAfter = async () => await Promise.reject(new Error('never came'));

		await expect(run({ behaviour: 'wait' }, [{}], { cancelAfter })).rejects.toThrow('never came');
	});
});
