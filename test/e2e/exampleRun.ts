import assert from 'node:assert/strict';
import path from 'node:path';
import { EXAMPLES_DIR, importWorkflow, readWorkflowFile } from '../../sandbox/demo/importWorkflow';
import type { Stage } from '../../sandbox/demo/stage';
import type { AccountStore } from '../../sandbox/kommo';
import type { StoredWorkflow } from '../../sandbox/n8n/clientTypes';

/** Puts a workflow of the examples into n8n, by its file name, and publishes it. */
export async function publishExample(
	{ client, credentials }: Stage,
	file: string,
): Promise<StoredWorkflow> {
	const workflow = await readWorkflowFile(path.join(EXAMPLES_DIR, file));
	return await importWorkflow(client, workflow, credentials);
}

/** Sends a body to an example's production webhook and gives its answer, which has to be a 200. */
export async function callExample<T>(
	{ client }: Stage,
	webhookPath: string,
	sent: object,
): Promise<T> {
	const { status, body } = await client.postToWebhook(webhookPath, sent);
	assert.equal(status, 200, JSON.stringify(body));
	return body as T;
}

/** Ids of the contacts that a stored lead is linked to. */
export function linkedContacts(store: AccountStore, leadId: number): number[] {
	return [...store.links.values()]
		.filter((link) => link.from_type === 'leads' && link.from_id === leadId)
		.filter((link) => link.to_type === 'contacts')
		.map((link) => link.to_id);
}
