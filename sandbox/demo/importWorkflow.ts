import path from 'node:path';
import type { N8nClient } from '../n8n/client';
import { readJsonFile } from '../n8n/jsonFile';
import type {
	StoredCredential,
	StoredWorkflow,
	WorkflowFile,
	WorkflowNode,
} from '../n8n/clientTypes';

/** Importable workflows; the demo and the end-to-end tests run them. */
export const EXAMPLES_DIR = path.resolve(__dirname, '..', '..', 'examples');

/** Credentials of this n8n by their type. */
export type CredentialsByType = Record<string, StoredCredential>;

export async function readWorkflowFile(file: string): Promise<WorkflowFile> {
	return await readJsonFile<WorkflowFile>(file);
}

/** A node of a file with the credentials of this n8n in the place of the file's. */
export function withCredentials(node: WorkflowNode, known: CredentialsByType): WorkflowNode {
	if (!node.credentials) return node;
	const entries = Object.keys(node.credentials).map((type) => {
		const credential = known[type];
		if (!credential) throw new Error(`'${node.name}' needs a credential of type ${type}.`);
		return [type, { id: credential.id, name: credential.name }] as const;
	});
	return { ...node, credentials: Object.fromEntries(entries) };
}

/**
 * Puts a workflow into n8n (a workflow of the same name is replaced), with the credentials
 * of this n8n in the place of those of the file, and publishes it.
 */
export async function importWorkflow(
	client: N8nClient,
	workflow: WorkflowFile,
	credentials: CredentialsByType,
): Promise<StoredWorkflow> {
	const { name, connections, settings } = workflow;
	const nodes = workflow.nodes.map((node) => withCredentials(node, credentials));
	const known = (await client.listWorkflows()).find((stored) => stored.name === name);
	const stored = known
		? await client.updateWorkflow(known.id, { name, nodes, connections, settings })
		: await client.createWorkflow({ name, nodes, connections, settings });
	return await client.publish(stored.id);
}
