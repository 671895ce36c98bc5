import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Stage } from '../../sandbox/demo/stage';
import { importWorkflow, withCredentials } from '../../sandbox/demo/importWorkflow';
import type { StoredWebhook } from '../../sandbox/kommo/model';
import type { StoredWorkflow, WorkflowFile, WorkflowNode } from '../../sandbox/n8n/clientTypes';
import { until } from '../support/until';

const TRIGGER = 'Kommo Trigger';
/** n8n is asked over HTTP, and starts are slow on a loaded machine. */
const PATIENCE = { giveUpAfterMs: 60_000, lookEveryMs: 50 };

export interface TriggerWorkflow {
	name: string;
	/** Settings codes of 'Trigger On'. Default: `update_lead`. */
	events?: string[];
	/** 'Show Sample Items'. Default: off. */
	samples?: boolean;
	/** Nodes behind the trigger, in a row. */
	then?: WorkflowNode[];
}

/** A published workflow that begins with the trigger. */
export interface PublishedTrigger {
	workflowId: string;
	/** Where the account calls it, secret included. */
	destination: string;
}

function workflowOf(wanted: TriggerWorkflow): WorkflowFile {
	const { name, events = ['update_lead'], samples = false, then = [] } = wanted;
	const trigger: WorkflowNode = {
		id: '3e0e0e0e-0000-4000-8000-000000000001',
		name: TRIGGER,
		type: 'n8n-nodes-kommo-suite.kommoTrigger',
		typeVersion: 2,
		position: [0, 0],
		webhookId: idOf(name),
		parameters: { authentication: 'apiToken', events, showSamples: samples, options: {} },
		credentials: { kommoApi: { id: '', name: '' } },
	};
	const nodes = [trigger, ...then];
	const wires = then.map((node, index): [string, object] => [
		nodes[index]?.name ?? '',
		{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
	]);
	return {
		name,
		nodes,
		connections: Object.fromEntries(wires),
		settings: { executionOrder: 'v1' },
	};
}

/** A UUID of the name's own: two workflows never share a webhook. */
function idOf(name: string): string {
	const hex = createHash('sha1').update(name).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Webhooks of the Kommo account. */
export function hooks({ sandbox }: Stage): StoredWebhook[] {
	return [...sandbox.accounts.kommo.store.webhooks.values()];
}

/** Puts the workflow into n8n without publishing it. */
export async function putTrigger(
	{ client, credentials }: Stage,
	wanted: TriggerWorkflow,
): Promise<StoredWorkflow> {
	const workflow = workflowOf(wanted);
	const nodes = workflow.nodes.map((node) => withCredentials(node, credentials));
	return await client.createWorkflow({ ...workflow, nodes });
}

/** Publishes (or publishes again) and waits until the account knows it and n8n answers there. */
export async function publishTrigger(
	stage: Stage,
	wanted: TriggerWorkflow,
): Promise<PublishedTrigger> {
	const { client, credentials } = stage;
	const { id: workflowId } = await importWorkflow(client, workflowOf(wanted), credentials);
	const codes = (wanted.events ?? ['update_lead']).join();
	const isSame = ({ settings }: StoredWebhook) => settings.join() === codes;
	await until('the account has the webhook', () => hooks(stage).some(isSame), PATIENCE);
	const destination = hooks(stage).find(isSame)?.destination;
	assert.ok(destination);
	await untilServed(destination);
	return { workflowId, destination };
}

/** Without the secret n8n answers 401 where the trigger is, and 404 where nothing is. */
async function untilServed(destination: string): Promise<void> {
	const bare = destination.replace(/\?.*/, '');
	const status = async () => (await fetch(bare, { method: 'POST' })).status;
	let answered = 0;
	await until('n8n serves the webhook', async () => (answered = await status()) !== 404, PATIENCE);
	assert.equal(answered, 401);
}

/** Neither takes an isolate for each delivery: see docs/kommo-trigger.md. */
export const LEGACY_ENGINE = { N8N_EXPRESSION_ENGINE: 'legacy' };
export const LAZY_ENGINE = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

/** A new account, and an n8n with these variables: started anew when it has others. */
export async function freshSandbox(stage: Stage, env: Record<string, string> = {}): Promise<void> {
	stage.sandbox.reset();
	if (JSON.stringify(stage.env) !== JSON.stringify(env)) await stage.restartN8n({ env });
}

/** Unpublishes and waits until the account has no webhook any more. */
export async function unpublish(stage: Stage, workflowId: string): Promise<void> {
	await stage.client.unpublish(workflowId);
	await until('the account has no webhook', () => hooks(stage).length === 0, PATIENCE);
}

/** How long the account had no webhook, from its removal to the registration that followed, ms. */
export function gapMs({ sandbox }: Stage): number {
	const asked = sandbox.requests({ path: '/api/v4/webhooks' });
	const answeredAt = (wanted: string) => {
		const request = asked.find(({ method }) => method === wanted);
		assert.ok(request, `a ${wanted} of the webhook`);
		return request.at + request.durationMs;
	};
	return answeredAt('POST') - answeredAt('DELETE');
}
