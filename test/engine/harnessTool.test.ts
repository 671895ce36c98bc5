import type { INodeParameters } from 'n8n-workflow';

import { CredentialStore, runAsTool, type NodeSettings } from '../support/engine';
import { partial } from '../support/partial';
import { stubApiType, stubNode, type Behaviour } from './stubNode';
import { LONG_LIVED, startStubServer, type StubServer } from './stubServer';

let server: StubServer;
beforeAll(async () => {
	server = await startStubServer();
});
afterAll(async () => await server.close());

const tool = async (
	caller: 'direct' | 'engine',
	parameters: INodeParameters & { behaviour?: Behaviour },
	settings: NodeSettings = {},
) =>
	await runAsTool({
		nodeType: stubNode(),
		credentials: new CredentialStore({ stubApi: { host: server.host, token: LONG_LIVED } }, [
			stubApiType,
		]),
		caller,
		parameters,
		args: { who: 'Zoe' },
		settings,
	});

describe.each(['direct', 'engine'] as const)('a node called as a tool (%s)', (caller) => {
	test('takes the arguments of the model and answers with the JSON of its items', async () => {
		const { response, tries } = await tool(caller, { name: "={{ $fromAI('who', '', 'string') }}" });

		expect(response).toEqual([partial({ name: 'Zoe' })]);
		expect(tries).toBe(1);
	});

	test('is tried again by Retry On Fail when it throws', async () => {
		const settings = { retryOnFail: true, maxTries: 2 };

		expect(await tool(caller, { behaviour: 'throw' }, settings)).toMatchObject({ tries: 2 });
	});
});

test('a tool knows that it is one only when the agent calls it directly', async () => {
	const [direct, engine] = [await tool('direct', {}), await tool('engine', {})];

	expect(direct.response).toEqual([partial({ tool: true })]);
	expect(engine.response).toEqual([partial({ tool: false })]);
});

describe('a failing tool', () => {
	test('called directly ends the agent with message and description', async () => {
		const { error } = await tool('direct', { name: 'x', behaviour: 'throw' });

		expect(error?.message).toBe("'Name' is taken\n\nDetails: Choose another one");
	});

	test('called by the engine tells the model the message, and the agent goes on', async () => {
		const { error, response } = await tool('engine', { name: 'x', behaviour: 'throw' });

		expect([error, response]).toEqual([null, [{ error: "'Name' is taken" }]]);
	});

	test('called directly hides an error beside json from the model', async () => {
		const { response } = await tool('direct', { name: 'x', behaviour: 'itemError' });

		expect(response).toEqual([{}]);
	});

	test('called by the engine shows an error beside json to the model', async () => {
		const { response } = await tool('engine', { name: 'x', behaviour: 'itemError' });

		expect(response).toEqual([{ error: "'Name' is taken" }]);
	});
});
