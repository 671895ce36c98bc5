import './isolatedUserFolder';

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	Workflow,
	type IDataObject,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { asCredentialStore, type CredentialData, type CredentialStore } from './credentialStore';
import { nodeTypesOf } from './nodeTypes';
import { until } from './until';
import { additionalDataFor } from './workflow';

type Step = 'checkExists' | 'create' | 'delete';

export interface TriggerOptions {
	nodeType: INodeType;
	typeName?: string;
	parameters?: INodeParameters;
	credentials?: CredentialData | CredentialStore;
	/** What n8n believes its own address to be. Default: where the bench listens. */
	publicUrl?: string;
}

/** One request to the trigger and what came of it. */
export interface Handled {
	/** Status the sender got. */
	status: number;
	/** Items the workflow was started with; null when it was not. */
	items: IDataObject[] | null;
}

/**
 * The part of n8n's server a webhook trigger meets: the life cycle with static data as n8n stores it
 * (loaded before every step, written back when it changed), and an HTTP server that reads bodies as
 * n8n does and calls the node.
 */
export class TriggerBench {
	/** Finished requests, oldest first. */
	readonly handled: Handled[] = [];
	/** Parameters of the node; change them as the user does, between the steps. */
	parameters: INodeParameters;
	/** The workflow is being tested in the editor, not published. */
	isTest = false;
	/** Requests lie until it resolves before the node gets them: n8n under load. */
	hold: () => Promise<void> = async () => await Promise.resolve();
	/** Called when an answer has gone out, before anything that the node waits for can come. */
	onAnswered: () => void = () => undefined;
	staticData: IDataObject = {};
	/** Warnings of the node to n8n's log. */
	readonly warnings: string[] = [];
	private readonly typeName: string;
	private readonly store: CredentialStore;
	private open: Array<Promise<void>> = [];

	private constructor(
		private readonly options: TriggerOptions,
		private readonly server: Server,
		private readonly origin: string,
	) {
		this.typeName = options.typeName ?? 'n8n-nodes-kommo-suite.kommoTrigger';
		this.parameters = options.parameters ?? {};
		this.store = asCredentialStore(options.credentials);
		server.on('request', (req: IncomingMessage, res: ServerResponse) => {
			this.open.push(this.handle(req, res));
		});
	}

	static async start(options: TriggerOptions): Promise<TriggerBench> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		if (typeof address !== 'object' || address === null)
			throw new Error('The bench has no address');
		return new TriggerBench(options, server, `http://127.0.0.1:${address.port}`);
	}

	/** Where the node is to be called, without its secret. */
	get url(): string {
		return `${this.origin}/${this.isTest ? 'webhook-test' : 'webhook'}/${this.path}`;
	}

	private get path(): string {
		return `${WEBHOOK_ID}/${this.options.nodeType.description.webhooks?.[0]?.path ?? ''}`;
	}

	async step(name: Step): Promise<boolean> {
		const { nodeType } = this.options;
		const method = nodeType.webhookMethods?.default?.[name];
		if (!method) throw new Error(`The node has no '${name}'`);
		return await this.withWorkflow(async (workflow, additionalData) => {
			const webhook = this.webhookData(additionalData);
			const mode = name === 'delete' ? 'internal' : this.isTest ? 'manual' : 'trigger';
			const node = nodeOf(workflow);
			const context = new HookContext(workflow, node, additionalData, mode, 'activate', webhook);
			Object.defineProperty(context, 'logger', {
				value: {
					warn: (text: string) => this.warnings.push(text),
					debug() {},
					info() {},
					error() {},
				},
			});
			return await method.call(context);
		});
	}

	/** As n8n does when a workflow is published, or a test begins. */
	async publish(): Promise<void> {
		if (!(await this.step('checkExists'))) await this.step('create');
	}

	async unpublish(): Promise<void> {
		await this.step('delete');
	}

	/** Waits until everything that came in is handled. */
	async settled(count = 0): Promise<Handled[]> {
		await until(`${count} deliveries handled`, () => this.handled.length >= count);
		await Promise.all(this.open);
		return this.handled;
	}

	/** Items of all runs so far. */
	get items(): IDataObject[] {
		return this.handled.flatMap(({ items }) => items ?? []);
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
		const request = await readRequest(req).catch(() => null);
		// given up by the sender before it was read: n8n starts nothing either
		if (request === null) return;
		await this.hold();
		res.on('finish', () => this.onAnswered());
		const items = await this.withWorkflow(async (workflow, additionalData) => {
			Object.assign(additionalData, { httpRequest: request, httpResponse: res });
			const mode: WorkflowExecuteMode = this.isTest ? 'manual' : 'webhook';
			const webhook = this.webhookData(additionalData);
			const node = nodeOf(workflow);
			const context = new WebhookContext(workflow, node, additionalData, mode, webhook, [], null);
			const { nodeType } = this.options;
			if (!nodeType.webhook) throw new Error('The node has no webhook()');
			const result = await nodeType.webhook.call(context);
			if (!result.noWebhookResponse) res.end('{"message":"Webhook call received"}');
			return result.workflowData?.[0]?.map(({ json }) => json) ?? null;
		});
		this.handled.push({ status: res.statusCode, items });
	}

	/** n8n builds a new workflow for every step and every request. */
	private async withWorkflow<T>(
		run: (workflow: Workflow, data: IWorkflowExecuteAdditionalData) => Promise<T>,
	): Promise<T> {
		const workflow = new Workflow({
			id: 'workflow',
			name: 'Test workflow',
			active: !this.isTest,
			nodes: [
				{
					id: 'trigger',
					name: NODE,
					type: this.typeName,
					typeVersion: 2,
					position: [0, 0],
					webhookId: WEBHOOK_ID,
					parameters: structuredClone(this.parameters),
					credentials: this.store.references(),
				},
			],
			connections: {},
			nodeTypes: nodeTypesOf({ [this.typeName]: this.options.nodeType }),
			staticData: JSON.parse(JSON.stringify(this.staticData)) as IDataObject,
			settings: { executionOrder: 'v1', timezone: 'UTC' },
		});
		const additionalData = await additionalDataFor(this.store);
		const origin = this.options.publicUrl ?? this.origin;
		additionalData.webhookBaseUrl = `${origin}/webhook`;
		additionalData.webhookTestBaseUrl = `${origin}/webhook-test`;
		const result = await run(workflow, additionalData);
		if (workflow.staticData.__dataChanged === true) {
			this.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		}
		return result;
	}

	private webhookData(additionalData: IWorkflowExecuteAdditionalData): IWebhookData {
		const [webhookDescription] = this.options.nodeType.description.webhooks ?? [];
		if (!webhookDescription) throw new Error('The node has no webhook');
		return {
			httpMethod: 'POST',
			node: NODE,
			path: this.path,
			webhookDescription,
			workflowId: 'workflow',
			workflowExecuteAdditionalData: additionalData,
			...(this.isTest ? { isTest: true } : {}),
		};
	}
}

const NODE = 'Kommo Trigger';
const WEBHOOK_ID = '6b0f6a0e-3f53-4f0b-9a2f-2f8b1f7f5c11';

function nodeOf(workflow: Workflow) {
	const node = workflow.getNode(NODE);
	if (!node) throw new Error('The workflow has no trigger');
	return node;
}

/** A request as n8n's middlewares leave it: raw body kept, forms flat and cut at 1,000 keys. */
async function readRequest(req: IncomingMessage): Promise<IncomingMessage> {
	const chunks: Buffer[] = [];
	for await (const chunk of req) chunks.push(Buffer.from(chunk as Uint8Array));
	const rawBody = Buffer.concat(chunks);
	const type = req.headers['content-type']?.split(';')[0] ?? '';
	const query = Object.fromEntries(new URL(req.url ?? '/', 'http://bench').searchParams);
	const known = { query, params: {} };
	if (type === 'multipart/form-data') return Object.assign(req, { ...known, body: NO_PARTS });
	if (!PARSED.test(type)) {
		// of nodes from version 2 on left unread, and without a body
		const readRawBody = async () => await Promise.resolve(Object.assign(req, { rawBody }));
		return Object.assign(req, { ...known, readRawBody });
	}
	return Object.assign(req, { ...known, body: bodyOf(type, rawBody), rawBody });
}

const NO_PARTS = { data: {}, files: {} };
const PARSED = /^(?:application\/(?:json|x-www-form-urlencoded)|text\/plain|.*[/+]xml)$/;

function bodyOf(type: string, raw: Buffer): unknown {
	if (type === 'application/json') return JSON.parse(raw.toString());
	if (type === 'application/x-www-form-urlencoded') {
		return parseForm(raw.toString(), undefined, undefined, { maxKeys: 1000 });
	}
	return {};
}
