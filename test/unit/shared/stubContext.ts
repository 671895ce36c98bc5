import get from 'lodash/get';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';

interface Stub {
	parameters?: INodeParameters;
	items?: INodeExecutionData[];
	node?: Partial<INode>;
	isTool?: boolean;
	runIndex?: number;
	/** What n8n keeps for the node during one execution. */
	execution?: IDataObject;
}

export interface StubContext {
	context: IExecuteFunctions;
	hints: NodeExecutionHint[];
	/** Names of the parameters n8n was asked for, in order. */
	asked: string[];
}

/**
 * As much of an execution as the engine's parts look at. A parameter that starts with `=` names a
 * property of the item.
 */
export function stubContext(stub: Stub): StubContext {
	const { parameters = {}, items = [{ json: {} }] } = stub;
	const hints: NodeExecutionHint[] = [];
	const asked: string[] = [];
	const resolve = (value: unknown, index: number): unknown => {
		if (typeof value === 'string' && value.startsWith('=')) {
			return get(items[index]?.json, value.slice(1));
		}
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, resolve(inner, index)]),
		);
	};
	const execution = stub.execution ?? {};
	const context = {
		getNode: () => ({ name: 'Node', type: 'kommo', parameters, ...stub.node }),
		getInputData: () => items,
		getTimezone: () => 'UTC',
		getNodeParameter: (name: string, index: number, fallback: unknown) => {
			asked.push(name);
			return resolve(get(parameters, name), index) ?? fallback;
		},
		isToolExecution: () => stub.isTool === true,
		getContext: () => execution,
		evaluateExpression: () => stub.runIndex ?? 0,
		addExecutionHints: (...given: NodeExecutionHint[]) => {
			hints.push(...given);
		},
	};
	return { context: context as unknown as IExecuteFunctions, hints, asked };
}
