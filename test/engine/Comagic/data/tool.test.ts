import type { INodeParameters } from 'n8n-workflow';

import { Comagic } from '../../../../nodes/Comagic/Comagic.node';
import {
	accountTime,
	comagicCredentials,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';
import { runAsTool } from '../../../support/engine';
import { pick } from './writeCases';

const sandbox = useComagicSandbox();

const asTool = async (parameters: INodeParameters) =>
	await runAsTool({
		nodeType: new Comagic(),
		typeName: 'n8n-nodes-kommo-suite.comagic',
		parameters,
		credentials: comagicCredentials(sandbox()),
	});

const range = () => ({
	date_from: accountTime(Date.now(), -80),
	date_till: accountTime(Date.now()),
});

it('gives a model at most 100 rows, and asks for no more', async () => {
	const { date_from: dateFrom, date_till: dateTo } = range();
	const { response } = await asTool({
		resource: 'report',
		operation: 'calls',
		dateFrom,
		dateTo,
		returnAll: true,
	});
	expect(response).toHaveLength(100);
	expect(rpcCalls(sandbox()).map(({ params }) => params.limit)).toEqual([100]);
});

it('gives a model at most 100 rows of a method it calls', async () => {
	const { response } = await asTool({
		resource: 'method',
		operation: 'callMethod',
		method: { __rl: true, mode: 'list', value: 'get.calls_report' },
		parameters: { mappingMode: 'defineBelow', value: range() },
		returnAll: true,
	});
	expect(response).toHaveLength(100);
	expect(rpcCalls(sandbox()).map(({ params }) => params.limit)).toEqual([100]);
});

it.each<[string, INodeParameters]>([
	[
		'delete',
		{ resource: 'tag', operation: 'delete', tagId: { __rl: true, mode: 'id', value: 104 } },
	],
	[
		'delete by name of the method',
		{
			resource: 'method',
			operation: 'callMethod',
			method: { __rl: true, mode: 'list', value: 'delete.tags' },
			parameters: { mappingMode: 'defineBelow', value: { id: 104 } },
		},
	],
	[
		'switch a number off',
		{
			resource: 'virtualNumber',
			operation: 'disable',
			virtualPhoneNumber: { __rl: true, mode: 'id', value: '74950000003' },
		},
	],
	[
		'take a tag off, which may be a sale',
		{
			...{ resource: 'tag', operation: 'unset' },
			...{ communicationId: '1', communicationType: 'call', tagId: pick(101) },
		},
	],
	[
		'take a tag off by name of the method',
		{
			resource: 'method',
			operation: 'callMethod',
			method: { __rl: true, mode: 'list', value: 'unset.tag_communications' },
			parametersAs: 'json',
			parametersJson: '{"communication_id":1,"communication_type":"call","tag_id":101}',
		},
	],
])('does not let a model %s unless it was allowed to', async (_name, parameters) => {
	const { error } = await asTool(parameters);
	expect(error?.message).toContain('switched off for AI agents');
	expect(rpcCalls(sandbox())).toEqual([]);
	const allowed = await asTool({ ...parameters, options: { allowToolDelete: true } });
	expect(allowed.error?.message ?? '').not.toContain('switched off');
	expect(rpcCalls(sandbox())).toHaveLength(1);
});
