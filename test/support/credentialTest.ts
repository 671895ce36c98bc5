import './isolatedUserFolder';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type ICredentialTestRequest,
	type ICredentialType,
	type INode,
	type INodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { CredentialStore } from './credentialStore';
import { TestCredentialsHelper } from './credentialsHelper';
import { nodeTypesOf, stubDescription } from './nodeTypes';
import { additionalDataFor } from './workflow';

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/**
 * The Test button of a credential: resolves the data as n8n does and sends the `test` request of
 * the class through n8n's routing. The answer's rules are applied by response code only.
 */
export async function testCredential(
	type: string,
	data: ICredentialDataDecryptedObject,
	credentialTypes?: ICredentialType[],
): Promise<CredentialTestResult> {
	const store = new CredentialStore({ [type]: data }, credentialTypes);
	const additionalData = await additionalDataFor(store);
	const helper = await TestCredentialsHelper.create(store);
	const { test } = helper.typeOf(type);
	if (!test) return { status: 'Error', message: 'No testing function found for this credential.' };

	const resolved = helper.resolve(type, data, { additionalData, mode: 'internal' });
	try {
		await routing(type, test, { ...store.reference(type), type, data: resolved }, additionalData);
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: messageOf(error, test) };
	}
}

/** Sends the request as the only routed parameter of a node without purpose, like n8n does. */
async function routing(
	type: string,
	test: ICredentialTestRequest,
	credential: ICredentialsDecrypted,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<void> {
	const nodeType: INodeType = {
		description: stubDescription('noOp', {
			credentials: [{ name: type, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: test.request },
				},
			],
		}),
	};
	const { id, name } = credential;
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: 'noOp',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id, name } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: nodeTypesOf({ noOp: nodeType }),
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	await new RoutingNode(context, nodeType, credential).runNode();
}

/** n8n shows the status line of the answer, else the system code, else the error's own text. */
function messageOf(error: unknown, test: ICredentialTestRequest): string {
	const response = get(get(error, 'cause'), 'response');
	const status = get(response, 'status');
	if (typeof status === 'number') {
		for (const rule of test.rules ?? []) {
			if (rule.type === 'responseCode' && rule.properties.value === status) {
				return rule.properties.message;
			}
		}
		const text = get(response, 'statusText');
		return typeof text === 'string' && text !== '' ? text : `Received HTTP status code: ${status}`;
	}
	const code = get(get(error, 'cause'), 'code');
	if (typeof code === 'string') return code;
	return error instanceof Error ? error.message : String(error);
}

function get(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
