import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
} from 'n8n-workflow';

import { ComagicSession } from '../../../nodes/Comagic/transport/session';
import { describeForm } from '../../../nodes/shared/describe';
import type { Operation } from '../../../nodes/shared/operation';
import { run } from '../../../nodes/shared/run';
import { shown } from '../../../nodes/shared/shown';
import type { ComagicSandbox } from '../../../sandbox/comagic';
import { comagicCredentials } from '../../support/comagicSandbox';
import { runNode, type RunOptions } from '../../support/engine';

const parse = (value: unknown): IDataObject => JSON.parse(shown(value) || '{}') as IDataObject;

/** Any request, so that the transport is tested without the operations of the node. */
function operation(value: 'read' | 'write'): Operation<ComagicSession> {
	return {
		option: {
			name: value,
			value,
			action: value,
			routing: { request: { method: value === 'read' ? 'GET' : 'POST', url: '{path}' } },
		},
		kind: value === 'read' ? 'call' : 'write',
		root: 'data',
		noun: 'record',
		fields: [
			{
				prop: {
					displayName: 'Retry Creates',
					name: 'retryCreates',
					type: 'boolean',
					default: false,
				},
			},
			{
				prop: { displayName: 'Path', name: 'path', type: 'string', default: '' },
				to: (path, row) => {
					row.path('path', shown(path));
					return undefined;
				},
			},
			{
				prop: { displayName: 'Params', name: 'params', type: 'json', default: '{}' },
				to: (params, row) => {
					if (value === 'read') row.query('$params', JSON.stringify(parse(params)));
					else for (const [key, one] of Object.entries(parse(params))) row.body(key, one);
					return undefined;
				},
			},
		],
	};
}

const resources = [
	{ name: 'Plain', value: 'plain', operations: [operation('read'), operation('write')] },
];

class PlainNode implements INodeType {
	description = {
		displayName: 'Plain',
		name: 'plain',
		group: ['transform' as const],
		version: [1],
		description: '',
		defaults: { name: 'Plain' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'comagicApi', required: true }],
		properties: describeForm(resources),
	};

	async execute(this: IExecuteFunctions) {
		const retryCreates = this.getNodeParameter('retryCreates', 0, false) === true;
		const labelOf = (field: string) => (field === 'date_from' ? 'From' : null);
		const open = async (context: IExecuteFunctions) =>
			await ComagicSession.open(context, { retryCreates, labelOf });
		return await run(this, { resources, open });
	}
}

type Fields = Parameters<typeof comagicCredentials>[1];
type More = Partial<RunOptions> & { credentialFields?: Fields; retryCreates?: boolean };

/** One request for each item: `path` and `params` are the same for all unless they are expressions. */
export function plainRunner(sandbox: () => ComagicSandbox) {
	return async (
		verb: 'read' | 'write',
		path: string,
		params: IDataObject | string = {},
		items: IDataObject[] = [{}],
		{ credentialFields, retryCreates = false, ...more }: More = {},
	) =>
		await runNode({
			nodeType: new PlainNode(),
			parameters: {
				...{ resource: 'plain', operation: verb, path, retryCreates },
				params: typeof params === 'string' ? params : JSON.stringify(params),
			},
			items,
			credentials: comagicCredentials(sandbox(), credentialFields),
			...more,
		});
}
