import './isolatedUserFolder';

import { PollContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type IPollFunctions,
	type IWorkflowExecuteAdditionalData,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { asCredentialStore, type CredentialData, type CredentialStore } from './credentialStore';
import { nodeTypesOf } from './nodeTypes';
import { additionalDataFor } from './workflow';

export interface PollOptions {
	nodeType: INodeType;
	typeName: string;
	parameters?: INodeParameters;
	credentials?: CredentialData | CredentialStore;
	/** IANA zone of the workflow; default UTC. */
	timezone?: string;
}

/** A published workflow in n8n's memory: one object for all polls, until n8n ends. */
interface Published {
	workflow: Workflow;
	context: IPollFunctions;
}

/**
 * The part of n8n's server a polling trigger meets (2.41): publishing polls at once and stores the
 * static data; later polls work on the workflow in memory and store it only when they gave items.
 */
export class PollBench {
	/** Static data as n8n's database has it. */
	stored: IDataObject = {};
	/** Parameters of the node; change them as the user does, then publish. */
	parameters: INodeParameters;
	/** Warnings of the node to n8n's log. */
	readonly warnings: string[] = [];
	credentials: CredentialStore;
	private published: Published | null = null;

	constructor(private readonly options: PollOptions) {
		this.parameters = options.parameters ?? {};
		this.credentials = asCredentialStore(options.credentials);
	}

	/** Publishing, or the start of n8n with a published workflow; gives the JSON of the first poll. */
	async publish(): Promise<IDataObject[]> {
		this.published = await this.load('trigger', 'activate');
		const items = await this.poll();
		this.store();
		return items;
	}

	/**
	 * A poll of the published workflow; the JSON of its items.
	 * @param dies n8n ends after the items were handed over and before the memory is stored
	 */
	async poll({ dies = false } = {}): Promise<IDataObject[]> {
		if (!this.published) throw new Error('Nothing is published');
		const output = await this.run(this.published.context);
		if (dies) this.kill();
		else if (output !== null) this.store();
		return output ?? [];
	}

	/** Several polls at the same moment, as when one takes longer than the interval. */
	async pollTogether(count: number): Promise<IDataObject[][]> {
		return await Promise.all(Array.from({ length: count }, async () => await this.poll()));
	}

	/** n8n ends at once: what is not stored is gone. */
	kill(): void {
		this.published = null;
	}

	/** "Execute step" in the editor. */
	async test(): Promise<IDataObject[]> {
		const { context, workflow } = await this.load('manual', 'manual');
		const output = await this.run(context);
		if (workflow.staticData.__dataChanged === true) this.stored = plain(workflow.staticData);
		return output ?? [];
	}

	private async run(context: IPollFunctions): Promise<IDataObject[] | null> {
		const { nodeType } = this.options;
		if (!nodeType.poll) throw new Error('The node has no poll()');
		const output = await nodeType.poll.call(context);
		return output === null ? null : output.flat().map(({ json }) => json);
	}

	private store(): void {
		const { workflow } = this.published ?? {};
		if (workflow?.staticData.__dataChanged !== true) return;
		this.stored = plain(workflow.staticData);
		workflow.staticData.__dataChanged = false;
	}

	private async load(
		mode: WorkflowExecuteMode,
		activation: WorkflowActivateMode,
	): Promise<Published> {
		const { nodeType, typeName } = this.options;
		const workflow = new Workflow({
			id: 'workflow',
			name: 'Test workflow',
			active: mode !== 'manual',
			nodes: [nodeOf(typeName, this.parameters, this.credentials)],
			connections: {},
			nodeTypes: nodeTypesOf({ [typeName]: nodeType }),
			staticData: plain(this.stored),
			settings: { executionOrder: 'v1', timezone: this.options.timezone ?? 'UTC' },
		});
		const additionalData: IWorkflowExecuteAdditionalData = await additionalDataFor(
			this.credentials,
		);
		const node = workflow.getNode(NODE);
		if (!node) throw new Error('The workflow has no trigger');
		const context = new PollContext(workflow, node, additionalData, mode, activation);
		Object.defineProperty(context, 'logger', {
			value: {
				warn: (text: string) => this.warnings.push(text),
				debug() {},
				info() {},
				error() {},
			},
		});
		return { workflow, context };
	}
}

const NODE = 'Trigger';

const plain = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data)) as IDataObject;

function nodeOf(typeName: string, parameters: INodeParameters, store: CredentialStore): INode {
	return {
		id: 'trigger',
		name: NODE,
		type: typeName,
		typeVersion: 1,
		position: [0, 0],
		parameters: structuredClone(parameters),
		credentials: store.references(),
	};
}
