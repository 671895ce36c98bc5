import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { binaryItem, CredentialStore, runNode, type RunOptions } from '../support/engine';
import { partial } from '../support/partial';
import { stubApiType, stubNode, stubOAuth2ApiType } from './stubNode';
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
	new CredentialStore({ stubApi: { host: server.host, token: LONG_LIVED } }, [
		stubApiType,
		stubOAuth2ApiType,
	]);

const run = async (
	parameters: INodeParameters,
	items: RunOptions['items'] = [{}],
	more: Partial<RunOptions> = {},
) =>
	await runNode({ nodeType: stubNode(), credentials: credentials(), parameters, items, ...more });

describe('a run', () => {
	test('gives every item its own value of an expression and pairs what comes out', async () => {
		const { items, status, tries } = await run({ name: '={{ $json.name }}' }, [
			{ name: 'Anna' },
			{ name: 'Boris' },
		]);

		expect(items).toEqual([
			{ json: partial({ name: 'Anna' }), pairedItem: { item: 0 } },
			{ json: partial({ name: 'Boris' }), pairedItem: { item: 1 } },
		]);
		expect([status, tries]).toEqual(['success', 1]);
	});

	test('sends the credential as its class says, with defaults and $self resolved', async () => {
		await run({ name: 'Anna' });

		expect(server.requests).toEqual([
			partial({ path: '/api/names', authorization: `Bearer ${LONG_LIVED}` }),
		]);
	});

	test('gives parameters that were left out their default', async () => {
		const { json } = await run({});

		expect(json).toEqual([partial({ name: '', fields: null })]);
	});

	test('knows the zone of the workflow', async () => {
		const { json } = await run({}, [{}], { timezone: 'Europe/Moscow' });

		expect(json).toEqual([partial({ zone: 'Europe/Moscow' })]);
	});

	test('does not reach the node without input', async () => {
		const { outputs, tries } = await run({}, []);

		expect([outputs, tries]).toEqual([[], 0]);
	});

	test('is refused by n8n when a required parameter is empty', async () => {
		await expect(run({ required: '' })).rejects.toThrow('Parameter "required" is required');
	});

	test('hands files over in memory', async () => {
		const file = { content: 'hello', fileName: 'note.txt', mimeType: 'text/plain' };
		const { json } = await run({ behaviour: 'file' }, [binaryItem({}, { data: file })]);

		expect(json).toEqual([{ fileName: 'note.txt', content: 'hello' }]);
	});

	test('collects the hints of the node', async () => {
		const { hints } = await run({ behaviour: 'hint' });

		expect(hints).toEqual([{ message: 'Item 0 looks odd', location: 'outputPane' }]);
	});

	test('gives one empty item for nothing when Always Output Data is on', async () => {
		const settings = { alwaysOutputData: true };
		const { json } = await run({ behaviour: 'nothing' }, [{}], { settings });

		expect(json).toEqual([{}]);
	});

	test('uses the first item only when Execute Once is on', async () => {
		const { json } = await run({}, [{}, {}], { settings: { executeOnce: true } });

		expect(json).toHaveLength(1);
	});
});

describe('a resource mapper read as customFields.value', () => {
	const schema = [
		{
			id: 'age',
			displayName: 'Age',
			type: 'number',
			required: false,
			defaultMatch: false,
			display: true,
		},
	];
	const read = async (customFields: INodeParameters, item: IDataObject = {}) =>
		await run({ customFields }, [item]);

	test('is converted to the type of its column', async () => {
		const value = { age: '={{ $json.age }}' };
		const { json } = await read({ mappingMode: 'defineBelow', value, schema }, { age: '42' });

		expect(json).toEqual([partial({ fields: { age: 42 } })]);
	});

	test('is refused with the name of the column when it cannot be converted', async () => {
		const value = { age: '={{ $json.age }}' };
		const { error } = await read({ mappingMode: 'defineBelow', value, schema }, { age: 'old' });

		expect(error).toMatchObject({
			name: 'ExpressionError',
			message: "Invalid input for 'age' [item 0]",
			description: "'age' expects a number but we got 'old'",
			itemIndex: 0,
		});
	});

	test('is empty in auto-map mode, where the form keeps an empty object', async () => {
		const { json } = await read({ mappingMode: 'autoMapInputData', value: {}, schema }, { age: 1 });

		expect(json).toEqual([partial({ fields: {} })]);
	});

	test.each(['defineBelow', 'autoMapInputData'])(
		'makes n8n itself throw when its value is null beside a schema (%s)',
		async (mappingMode) => {
			const { error } = await read({ mappingMode, value: null, schema });

			expect(error?.message).toBe('Cannot convert undefined or null to object');
		},
	);
});
