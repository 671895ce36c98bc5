import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Stage } from '../../../sandbox/demo/stage';
import { until } from '../../support/until';
import type { PlainCase } from '../case';
import { endedRuns } from '../deliveries';
import { freshSandbox, gapMs, hooks, publishTrigger, putTrigger, unpublish } from '../triggerRun';

const LEAD = 7001;
const WON = 142;
const NO_ADMIN = 'Only an admin of the account may register webhooks';

/** Moves a lead as a user of the CRM does. */
async function moveLead({ sandbox }: Stage, statusId: number): Promise<void> {
	const { url, token } = sandbox.accounts.kommo;
	const answer = await fetch(`${url}/api/v4/leads/${LEAD}`, {
		method: 'PATCH',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({ status_id: statusId }),
	});
	assert.equal(answer.status, 200);
}

const wholeLife: PlainCase = {
	name: 'A published trigger is registered, a moved lead starts a run, unpublishing leaves no webhook at the account',
	async run({ stage }) {
		await freshSandbox(stage);
		const trigger = { name: 'Trigger: whole life', events: ['status_lead'] };
		const { workflowId, destination } = await publishTrigger(stage, trigger);
		assert.deepEqual(
			hooks(stage).map(({ settings, disabled }) => [settings, disabled]),
			[[['status_lead'], false]],
		);
		assert.match(destination, /\/webhook\/.+\/kommo\?kommoTrigger=[0-9a-f]{32}$/);

		await moveLead(stage, WON);
		const [run = ''] = await endedRuns(stage, workflowId, 1);
		const { nodeRuns, status, mode } = await stage.client.getExecution(run);
		assert.deepEqual([status, mode], ['success', 'webhook']);
		const [items = []] = nodeRuns['Kommo Trigger']?.[0]?.outputs ?? [];
		assert.equal(items.length, 1);
		const { event, entity } = items[0]?.json ?? {};
		assert.equal(event, 'status_lead');
		assert.ok(typeof entity === 'object' && entity !== null);
		const { id, status_id: now, old_status_id: before } = entity as Record<string, unknown>;
		assert.deepEqual([id, now, before], [LEAD, WON, 60001]);

		await unpublish(stage, workflowId);
		assert.deepEqual(hooks(stage), []);
		await moveLead(stage, 60001);
		assert.equal(stage.sandbox.accounts.kommo.store.deliveries.size, 1);
	},
};

const republished: PlainCase = {
	name: 'A changed trigger that is published again keeps its address and gets the new events',
	async run({ stage, say }) {
		await freshSandbox(stage);
		const trigger = { name: 'Trigger: published again', events: ['add_lead'] };
		const first = await publishTrigger(stage, trigger);
		stage.sandbox.clearRequests();

		const again = await publishTrigger(stage, { ...trigger, events: ['add_lead', 'add_task'] });

		assert.deepEqual(again, first);
		assert.deepEqual(
			hooks(stage).map(({ settings }) => settings),
			[['add_lead', 'add_task']],
		);
		say(`without a webhook for ${Math.round(gapMs(stage))} ms`);
		await unpublish(stage, again.workflowId);
		await until('the webhook is gone', () => hooks(stage).length === 0);
	},
};

const noAdmin: PlainCase = {
	name: 'Publishing a trigger with the token of no admin is refused in its own words and leaves no webhook',
	async run({ stage }) {
		await freshSandbox(stage);
		const { accounts } = stage.sandbox;
		const kommoApi = await stage.client.saveCredential('Kommo sandbox, no admin', 'kommoApi', {
			hostType: 'custom',
			baseUrl: accounts.kommo.url,
			domain: 'kommo.com',
			requestsPerSecond: 7,
			accessToken: accounts.kommo.limitedToken,
		});
		const wanted = { name: 'Trigger: no admin' };
		const { id } = await putTrigger({ ...stage, credentials: { kommoApi } }, wanted);

		await stage.client.publish(id);

		// n8n publishes in the background and tries several times; its log says why that did not work
		const log = async () => await readFile(stage.n8n.logFile, 'utf8');
		const isSaid = async () => (await log()).includes(NO_ADMIN);
		await until('n8n says why', isSaid, { giveUpAfterMs: 60_000, lookEveryMs: 250 });
		// unpublished only, it may still be in n8n's line of activations to repeat
		await stage.client.deleteWorkflow(id);
		assert.deepEqual(hooks(stage), []);
	},
};

export const triggerLifeCases: PlainCase[] = [wholeLife, republished, noAdmin];
