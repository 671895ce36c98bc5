import type { INodeParameters } from 'n8n-workflow';

import { Kommo } from '../../../../nodes/Kommo/Kommo.node';
import { anyNumber, partial } from '../../../support/partial';
import { runAsTool } from '../../../support/engine';
import { apiTokenCredentials, useSandbox } from '../../../support/sandbox';
import type { ToolRunOptions } from '../../../support/toolRun';
import { sent } from '../kommoRunner';
import { onlyContacts } from './storedContacts';

const sandbox = useSandbox();

const asTool = async (parameters: INodeParameters, more: Partial<ToolRunOptions>) =>
	await runAsTool({
		nodeType: new Kommo(),
		credentials: apiTokenCredentials(sandbox()),
		...more,
		parameters: { authentication: 'apiToken', resource: 'contact', ...parameters },
	});

const byModel: INodeParameters = {
	matchBy: 'phone',
	matchValue: "={{ $fromAI('phone', '', 'string') }}",
};

describe.each(['direct', 'engine'] as const)('as the tool of an agent (%s)', (caller) => {
	test('find tells the model what it found', async () => {
		const args = { phone: '(11) 99999 0000' };
		const { response } = await asTool({ operation: 'find', ...byModel }, { caller, args });

		expect(response).toEqual([{ found: true, matches: 1, contact: partial({ id: 8101 }) }]);
	});

	test('find tells the model that there is nothing, as a result', async () => {
		const args = { phone: '+15550199' };
		const { response } = await asTool({ operation: 'find', ...byModel }, { caller, args });

		expect(response).toEqual([{ found: false, matches: 0, contact: null }]);
	});

	test('find gives the model at most 100 records', async () => {
		onlyContacts(
			sandbox(),
			Array.from({ length: 150 }, () => ({ phone: '+15550100' })),
		);
		const options = { onSeveral: 'all' };
		const args = { phone: '+15550100' };
		const { response } = await asTool({ operation: 'find', ...byModel, options }, { caller, args });

		expect(response).toHaveLength(100);
		expect(response).toEqual(
			Array.from({ length: 100 }, () => partial({ found: true, matches: 150 })),
		);
	});

	test('upsert creates, then updates', async () => {
		const parameters = {
			operation: 'upsert',
			...byModel,
			name: "={{ $fromAI('name', '', 'string') }}",
		};
		const args = { phone: '+15550199', name: 'By AI' };
		const first = await asTool(parameters, { caller, args });
		const again = await asTool(parameters, { caller, args });

		expect(first.response).toEqual([partial({ id: anyNumber, name: 'By AI', action: 'created' })]);
		expect(again.response).toEqual([partial({ name: 'By AI', action: 'updated' })]);
		expect(sent(sandbox(), 'POST')).toHaveLength(1);
	});

	test('a value that cannot be looked for is told with what to do about it', async () => {
		const args = { phone: 'unknown' };
		const { response, error, tool } = await asTool(
			{ operation: 'find', ...byModel },
			{ caller, args },
		);
		const told = `${error?.message} ${JSON.stringify(response)} ${tool[0]?.error?.message}`;

		expect(told).toMatch(/is not a phone number: unknown.*Enter digits/);
	});
});
