import './isolatedUserFolder';

import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import {
	Workflow,
	type ICredentialType,
	type IConnections,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypeDescription,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { asCredentialStore, type CredentialData, type CredentialStore } from './credentialStore';
import { TestCredentialsHelper } from './credentialsHelper';
import { nodeTypesOf, stubDescription } from './nodeTypes';

export const START = 'Start';
export const NODE = 'Node under test';
export const AGENT = 'Agent';

export interface NodeSettings {
	onError?: 'continueRegularOutput' | 'continueErrorOutput' | 'stopWorkflow';
	retryOnFail?: boolean;
	/** n8n takes 2 to 5, default 3. */
	maxTries?: number;
	/** Milliseconds; n8n takes 1 to 5000. Default here 1, n8n's own is 1000. */
	waitBetweenTries?: number;
	alwaysOutputData?: boolean;
	executeOnce?: boolean;
}

/** What every kind of run needs to know about the node under test. */
export interface NodeUnderTest {
	nodeType: INodeType;
	/** Default `n8n-nodes-kommo-suite.kommo`. */
	typeName?: string;
	parameters?: INodeParameters;
	/** Decrypted data by type, or a store shared with other runs. */
	credentials?: CredentialData | CredentialStore;
	/** Default: every class in `credentials/`. */
	credentialTypes?: ICredentialType[];
	settings?: NodeSettings;
	/** IANA zone of the workflow; default UTC. */
	timezone?: string;
	/** Default: a new one for every run. */
	executionId?: string;
	/** Default `trigger`, a production execution. */
	mode?: WorkflowExecuteMode;
}

export interface Prepared {
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
	mode: WorkflowExecuteMode;
	credentials: CredentialStore;
	/** How often the node's execute() was called so far. */
	tries(): number;
}

const startType: INodeType = {
	description: stubDescription(START, { group: ['trigger'], inputs: [] }),
	// in production n8n hands on the items the execution was started with
	async trigger() {
		return undefined;
	},
};

/** Start → node (or start → agent, with the node as the agent's tool), ready for the engine. */
export async function prepare(
	options: NodeUnderTest,
	tool?: { agent: INodeType; description: INodeTypeDescription },
): Promise<Prepared> {
	const typeName = options.typeName ?? 'n8n-nodes-kommo-suite.kommo';
	const nodeTypeName = tool ? `${typeName}Tool` : typeName;
	const counted = countTries(options.nodeType, tool?.description ?? options.nodeType.description);
	const credentials = asCredentialStore(options.credentials, options.credentialTypes);
	const nodes = [
		nodeOf(START, START, 0),
		{ ...nodeOf(NODE, nodeTypeName, 1), ...settingsOf(options, credentials) },
		...(tool ? [nodeOf(AGENT, AGENT, 1)] : []),
	];
	const workflow = new Workflow({
		id: 'workflow',
		name: 'Test workflow',
		active: true,
		nodes,
		connections: connectionsOf(tool !== undefined),
		nodeTypes: nodeTypesOf({
			[START]: startType,
			[nodeTypeName]: counted.nodeType,
			...(tool ? { [AGENT]: tool.agent } : {}),
		}),
		settings: { executionOrder: 'v1', timezone: options.timezone ?? 'UTC' },
	});
	const mode = options.mode ?? 'trigger';
	const additionalData = await additionalDataFor(credentials, options.executionId);
	additionalData.hooks = hooksFor(workflow, nodes, mode, additionalData.executionId ?? '');
	return { workflow, additionalData, mode, credentials, tries: counted.tries };
}

/** What n8n's server hands to the engine, as far as a node can see it. */
export async function additionalDataFor(
	credentials: CredentialStore,
	executionId = nextExecutionId(),
): Promise<IWorkflowExecuteAdditionalData> {
	const host = 'http://n8n.test:5678';
	return {
		credentialsHelper: await TestCredentialsHelper.create(credentials),
		executionId,
		workflowId: 'workflow',
		userId: 'user',
		currentNodeExecutionIndex: 0,
		variables: {},
		externalSecretsProxy: new ExternalSecretsProxy(),
		restApiUrl: `${host}/rest`,
		instanceBaseUrl: `${host}/`,
		formBaseUrl: `${host}/form`,
		formTestBaseUrl: `${host}/form-test`,
		formWaitingBaseUrl: `${host}/form-waiting`,
		webhookBaseUrl: `${host}/webhook`,
		webhookTestBaseUrl: `${host}/webhook-test`,
		webhookWaitingBaseUrl: `${host}/webhook-waiting`,
		mcpBaseUrl: `${host}/mcp`,
		mcpTestBaseUrl: `${host}/mcp-test`,
		logAiEvent: () => undefined,
		executeWorkflow: async () => await unavailable('Sub-workflows'),
		getRunExecutionData: async () => await unavailable('Stored executions'),
		getRuntimeCredential: async () => await unavailable('Runtime credentials'),
		startRunnerTask: async () => await unavailable('Task runners'),
	};
}

let executions = 0;

function nextExecutionId(): string {
	executions += 1;
	return `execution-${executions}`;
}

async function unavailable(what: string): Promise<never> {
	throw new Error(`${what} do not exist in engine tests`);
}

function nodeOf(name: string, type: string, column: number): INode {
	return { id: name, name, type, typeVersion: 1, position: [column * 200, 0], parameters: {} };
}

function settingsOf(options: NodeUnderTest, credentials: CredentialStore): Partial<INode> {
	return {
		parameters: structuredClone(options.parameters ?? {}),
		credentials: credentials.references(),
		waitBetweenTries: 1,
		...options.settings,
	};
}

function connectionsOf(asTool: boolean): IConnections {
	if (!asTool) return { [START]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } };
	return {
		[START]: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
		[NODE]: { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
	};
}

/** The same node type, with its calls counted. Only what a regular node has is carried over. */
function countTries(
	nodeType: INodeType,
	description: INodeTypeDescription,
): { nodeType: INodeType; tries: () => number } {
	let tries = 0;
	const counted: INodeType = {
		description,
		...(nodeType.methods ? { methods: nodeType.methods } : {}),
		async execute(this: IExecuteFunctions, response) {
			if (!nodeType.execute) throw new Error('The node under test has no execute()');
			tries += 1;
			return await nodeType.execute.call(this, response);
		},
	};
	return { nodeType: counted, tries: () => tries };
}

function hooksFor(
	workflow: Workflow,
	nodes: INode[],
	mode: WorkflowExecuteMode,
	executionId: string,
): ExecutionLifecycleHooks {
	return new ExecutionLifecycleHooks(mode, executionId, {
		id: workflow.id,
		name: workflow.name ?? '',
		active: true,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes,
		connections: workflow.connectionsBySourceNode,
	});
}

/** Plain objects become items; what already is an item stays one. */
export function toItems(items: readonly object[]): INodeExecutionData[] {
	return items.map((item) => (isItem(item) ? item : { json: { ...item } }));
}

const itemKeys = new Set(['json', 'binary', 'pairedItem', 'error']);

function isItem(value: object): value is INodeExecutionData {
	return (
		'json' in value &&
		typeof value.json === 'object' &&
		Object.keys(value).every((key) => itemKeys.has(key))
	);
}
