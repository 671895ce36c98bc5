/** Workflows of the real n8n: a webhook takes rows, one kind of client sends them to the sandbox. */
import type { INodeParameters } from 'n8n-workflow';

import type { WorkflowFile, WorkflowNode } from '../../sandbox/n8n/clientTypes';
import type { Target } from '../baselines';

/** Body of the webhook: the leads, and the same as the API takes them, in arrays. */
export interface WebhookBody {
	items: object[];
	rows: object[];
	batches: Array<{ rows: object[] }>;
}

type Wire = { node: string; type: 'main'; index: number };
type Connections = Record<string, { main: Wire[][] }>;

let nodes = 0;

function node(name: string, type: string, version: number, parameters: object): WorkflowNode {
	nodes += 1;
	return {
		id: `5eed0000-0000-4000-8000-${String(nodes).padStart(12, '0')}`,
		name,
		type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
		typeVersion: version,
		position: [220 * nodes, 0],
		parameters: { ...parameters },
	};
}

function webhook(path: string): WorkflowNode {
	const parameters = { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} };
	const made = node('Webhook', 'webhook', 2.1, parameters);
	return { ...made, webhookId: made.id };
}

const split = (field: keyof WebhookBody) =>
	node('Split', 'splitOut', 1, { fieldToSplitOut: `body.${field}`, options: {} });

const to = (name: string): Wire[] => [{ node: name, type: 'main', index: 0 }];

function workflow(path: string, members: WorkflowNode[], connections: Connections): WorkflowFile {
	return {
		name: `Bench ${path}`,
		nodes: members,
		connections,
		settings: { executionOrder: 'v1' },
	};
}

/** Webhook → one item per lead → Kommo. */
export function kommoWorkflow(path: string, parameters: INodeParameters): WorkflowFile {
	const kommo: WorkflowNode = {
		...node('Kommo', 'n8n-nodes-kommo-suite.kommo', 1, parameters),
		credentials: { kommoApi: { id: '', name: '' } },
	};
	return workflow(path, [webhook(path), split('items'), kommo], {
		Webhook: { main: [to('Split')] },
		Split: { main: [to('Kommo')] },
	});
}

function httpRequest(target: Target, method: string, body: string, options: object): WorkflowNode {
	return node('HTTP Request', 'httpRequest', 4.2, {
		method,
		url: `${target.url}/api/v4/leads`,
		sendHeaders: true,
		headerParameters: {
			parameters: [{ name: 'Authorization', value: `Bearer ${target.token}` }],
		},
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify(${body}) }}`,
		options: { response: { response: { responseFormat: 'json' } }, ...options },
	});
}

/** Webhook → one item per array of 50 → loop: HTTP Request, one after the other. */
export function arraysWorkflow(path: string, target: Target, method: string): WorkflowFile {
	const members = [
		webhook(path),
		split('batches'),
		node('Loop', 'splitInBatches', 3, { batchSize: 1, options: {} }),
		httpRequest(target, method, '$json.rows', {}),
		node('Done', 'noOp', 1, {}),
	];
	return workflow(path, members, {
		Webhook: { main: [to('Split')] },
		Split: { main: [to('Loop')] },
		Loop: { main: [to('Done'), to('HTTP Request')] },
		'HTTP Request': { main: [to('Loop')] },
	});
}

/** Webhook → one item per lead → HTTP Request, 7 items every 1.1 s by its option Batching. */
export function singlesWorkflow(path: string, target: Target, method: string): WorkflowFile {
	const batching = { batching: { batch: { batchSize: 7, batchInterval: 1100 } } };
	const members = [webhook(path), split('rows'), httpRequest(target, method, '[$json]', batching)];
	return workflow(path, members, {
		Webhook: { main: [to('Split')] },
		Split: { main: [to('HTTP Request')] },
	});
}

/** Webhook → one item per lead → Edit Fields with the expressions of a full lead; sends nothing. */
export function expressionsWorkflow(path: string): WorkflowFile {
	const assignments = ['name', 'price', 'contract'].map((field) => ({
		id: field,
		name: field,
		value: `={{ $json.${field} }}`,
		type: field === 'price' ? 'number' : 'string',
	}));
	const parameters = { mode: 'manual', assignments: { assignments }, options: {} };
	const members = [webhook(path), split('items'), node('Edit Fields', 'set', 3.4, parameters)];
	return workflow(path, members, {
		Webhook: { main: [to('Split')] },
		Split: { main: [to('Edit Fields')] },
	});
}
