import assert from 'node:assert/strict';
import { EVENTS } from '../../../nodes/Comagic/webhook/events';
import { getTemplate, postTemplate } from '../../../nodes/Comagic/webhook/templates';
import { importWorkflow } from '../../../sandbox/demo/importWorkflow';
import type { Stage } from '../../../sandbox/demo/stage';
import type { WorkflowFile } from '../../../sandbox/n8n/clientTypes';
import { until } from '../../support/until';
import type { PlainCase } from '../case';
import { endedRuns } from '../deliveries';

const TRIGGER = 'Comagic Trigger';
const WEBHOOK = 'c4a3d0de-0000-4000-8000-000000000021';
const SECRET = 'e2e-4f1c0c6d8a1b4c55';
/** n8n is asked over HTTP, and starts are slow on a loaded machine. */
const PATIENCE = { giveUpAfterMs: 60_000, lookEveryMs: 50 };

const WORKFLOW: WorkflowFile = {
	name: 'Comagic Trigger: whole life',
	nodes: [
		{
			id: 'c4a3d0de-0000-4000-8000-000000000022',
			name: TRIGGER,
			type: 'n8n-nodes-kommo-suite.comagicTrigger',
			typeVersion: 2,
			position: [0, 0],
			webhookId: WEBHOOK,
			parameters: { authentication: 'secret', events: ['any'], options: {} },
			credentials: { comagicTriggerApi: { id: '', name: '' } },
		},
	],
	connections: {},
	settings: { executionOrder: 'v1' },
};

const eventOf = (code: string) => {
	const event = EVENTS.find((one) => one.code === code);
	assert.ok(event);
	return event;
};

async function statusOf(url: string, init: RequestInit = {}): Promise<number> {
	const answer = await fetch(url, init);
	await answer.arrayBuffer();
	return answer.status;
}

/** Publishes and waits until n8n answers at both methods; gives id and bare address. */
async function publish(stage: Stage): Promise<{ workflowId: string; address: string }> {
	const { client, credentials, n8n } = stage;
	const comagicTriggerApi = await client.saveCredential('Notifications', 'comagicTriggerApi', {
		secret: SECRET,
	});
	const known = { ...credentials, comagicTriggerApi };
	const { id: workflowId } = await importWorkflow(client, WORKFLOW, known);
	const address = `${n8n.url}/webhook/${WEBHOOK}/comagic`;
	for (const method of ['GET', 'POST']) {
		const isServed = async () => (await statusOf(address, { method })) === 401;
		await until(`n8n serves ${method} there`, isServed, PATIENCE);
	}
	return { workflowId, address };
}

/** Items of the newest run, once so many runs have ended; no run more than that has begun. */
async function itemsOf(stage: Stage, workflowId: string, runs: number) {
	const ended = await endedRuns(stage, workflowId, runs);
	assert.equal(ended.length, runs);
	const { nodeRuns, status, mode } = await stage.client.getExecution(ended[0] ?? '');
	assert.deepEqual([status, mode], ['success', 'webhook']);
	return (nodeRuns[TRIGGER]?.[0]?.outputs[0] ?? []).map(({ json }) => json);
}

const wholeLife: PlainCase = {
	name: 'A published Comagic Trigger makes items of what the cabinet sends with its secret, answers 401 without a run otherwise, and is gone once unpublished',
	async run({ stage }) {
		stage.comagic.reset();
		const { workflowId, address } = await publish(stage);
		const cabinet = `${address}?secret=${SECRET}`;
		const lost = eventOf('call_lost');

		for (const url of [address, `${address}?secret=${SECRET}0`]) {
			const body = postTemplate(lost);
			const wrong = await stage.comagic.notify({ url, template: body, values: {} });
			assert.deepEqual([wrong.status, wrong.body], [401, '']);
			assert.equal(await statusOf(url), 401);
		}

		const values = { call_session_id: 500123, contact_phone_number: '79150000002' };
		const order = { url: cabinet, template: postTemplate(lost), values };
		const posted = await stage.comagic.notify(order);
		assert.deepEqual([posted.status, posted.body], [200, '']);
		const [item, ...others] = await itemsOf(stage, workflowId, 1);
		assert.deepEqual(others, []);
		const { event, call_session_id: call, contact_phone_number: phone, missing } = item ?? {};
		assert.deepEqual([event, call, phone, missing], ['call_lost', 500123, '79150000002', []]);
		assert.ok(!JSON.stringify(item).includes(SECRET));

		// the same notification once more starts nothing
		assert.equal(await statusOf(cabinet, { method: 'POST', body: posted.sent ?? '' }), 200);
		const ready = { url: cabinet, method: 'GET' as const, template: getTemplate(eventOf('fax')) };
		assert.equal((await stage.comagic.notify({ ...ready, values })).status, 200);
		const [fax] = await itemsOf(stage, workflowId, 2);
		assert.deepEqual([fax?.event, fax?.call_session_id], ['fax', 500123]);

		const form = new URLSearchParams({ event: 'chat', 'visitor_info[visitor_id]': '5501' });
		assert.equal(await statusOf(cabinet, { method: 'POST', body: form }), 200);
		const [chat] = await itemsOf(stage, workflowId, 3);
		assert.deepEqual([chat?.event, chat?.visitor_id], ['chat', 5501]);

		await stage.client.unpublish(workflowId);
		// without the secret: as long as it is served, nothing starts
		const isGone = async () => (await statusOf(address)) === 404;
		await until('nobody answers there any more', isGone, PATIENCE);
		assert.equal((await stage.client.listExecutions(workflowId)).length, 3);
	},
};

export const comagicTriggerCases: PlainCase[] = [wholeLife];
