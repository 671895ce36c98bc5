import type { INodeParameters, ITaskData } from 'n8n-workflow';

import { Kommo } from '../../../../nodes/Kommo/Kommo.node';
import { resources } from '../../../../nodes/Kommo/resources';
import { runAsTool, type RunError } from '../../../support/engine';
import { anyNumber } from '../../../support/partial';
import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import type { ToolRunOptions } from '../../../support/toolRun';
import { onlyLeads } from '../reads/manyLeads';
import { createLeads, readsOf, rowsOf, writesOf } from './kommoRun';

const sandbox = useSandbox();

const asTool = async (parameters: INodeParameters, more: Partial<ToolRunOptions> = {}) =>
	await runAsTool({
		nodeType: new Kommo(),
		credentials: apiTokenCredentials(sandbox()),
		...more,
		parameters: { authentication: 'apiToken', ...parameters },
	});

const createByModel: INodeParameters = {
	...createLeads(),
	name: "={{ $fromAI('name', '', 'string') }}",
	additionalFields: { price: "={{ $fromAI('price', '', 'number') }}" },
};

/** Whatever way a message takes to the model or to whoever looks at the run. */
const told = (response: unknown, error: RunError | null, [run]: ITaskData[]) =>
	`${error?.message} ${JSON.stringify(response)} ${run?.error?.message}`;

describe.each(['direct', 'engine'] as const)('as the tool of an agent (%s)', (caller) => {
	test('a create sends what the model chose and gives the record back', async () => {
		const args = { name: 'Roof by AI', price: 1200 };
		const { response, error } = await asTool(createByModel, { caller, args });

		expect(error).toBeNull();
		expect(writesOf(sandbox()).flatMap(rowsOf)).toEqual([{ ...args, request_id: 'i0' }]);
		expect(response).toEqual([{ id: anyNumber, ...args }]);
	});

	test('a value that cannot be sent is told with what to do about it', async () => {
		const { response, error, tool } = await asTool(createByModel, {
			caller,
			args: { name: 'Roof', price: 12.5 },
		});

		expect(told(response, error, tool)).toMatch(/'Price' is not a whole number: 12.5.*Round it/);
		expect(writesOf(sandbox())).toEqual([]);
	});

	test('a refusal of the API is told with what to do about it', async () => {
		const body = { title: 'Payment Required', status: 402, detail: 'Payment required' };
		sandbox().addFault({ method: 'POST', action: { type: 'status', status: 402, body } });
		const { response, error, tool } = await asTool(createByModel, {
			caller,
			args: { name: 'Roof', price: 1 },
		});

		expect(told(response, error, tool)).toMatch(/trial or subscription .* has ended.*Renew it/);
	});

	test('On Error: Continue does not turn a failure into a result', async () => {
		const { response, error, tool } = await asTool(createByModel, {
			caller,
			args: { name: 'Roof', price: 12.5 },
			settings: { onError: 'continueRegularOutput' },
		});

		expect(told(response, error, tool)).toMatch(/'Price'/);
		expect(tool[0]?.executionStatus).toBe('error');
		expect(writesOf(sandbox())).toEqual([]);
	});

	test('a search gives at most 100 records, also with Return All', async () => {
		onlyLeads(sandbox(), 300);
		const { response } = await asTool(
			{ resource: 'lead', operation: 'search', returnAll: true },
			{ caller },
		);

		expect(response).toHaveLength(100);
		expect(readsOf(sandbox()).map(({ query }) => query.limit)).toEqual(['100']);
	});
});

test('no operation that an agent could be given deletes a record', () => {
	const operations = resources.flatMap(({ value, operations: list }) =>
		list.map(({ option }) => ({
			name: `${value}.${option.value}`,
			request: option.routing.request,
		})),
	);
	const destroying = operations.filter(({ name, request }) => {
		// taking a link away leaves both cards as they are
		return request.method === 'DELETE' || /(?<!^link)\.(?:delete|deactivate)/.test(name);
	});

	expect(operations.length).toBeGreaterThan(20);
	expect(destroying).toEqual([]);
});
