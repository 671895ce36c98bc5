import assert from 'node:assert/strict';
import { until } from '../../support/until';
import type { PlainCase } from '../case';
import {
	answersText,
	answersTo,
	assertEachOnce,
	deliveries,
	endedRuns,
	sendEvents,
	untilAnswered,
} from '../deliveries';
import { freshSandbox, hooks, publishTrigger, unpublish } from '../triggerRun';

const restarted: PlainCase = {
	name: 'Over a restart of n8n the trigger stays: deliveries before and after run once, those in between are repeated and run once',
	async run({ stage, say }) {
		await freshSandbox(stage);
		const { workflowId } = await publishTrigger(stage, { name: 'Trigger: restart' });
		const ids = await sendEvents(stage, 20, 1_000);
		await untilAnswered(stage);
		await endedRuns(stage, workflowId, 20);
		const before = hooks(stage);
		stage.sandbox.clearRequests();

		const whileDown = async () => {
			ids.push(...(await sendEvents(stage, 10)));
		};
		await stage.restartN8n({ whileDown });
		// as an account does that got no answer to the very first one
		const [first] = deliveries(stage);
		assert.ok(first);
		stage.sandbox.deliver({ body: first.body, destination: first.destination });
		ids.push(...(await sendEvents(stage, 20, 1_000)));
		await untilAnswered(stage);

		say(answersText(answersTo(deliveries(stage))));
		for (const method of ['POST', 'DELETE']) {
			assert.deepEqual(stage.sandbox.requests({ path: '/api/v4/webhooks', method }), []);
		}
		assert.deepEqual(hooks(stage), before);
		await assertEachOnce(stage, workflowId, ids);
		await unpublish(stage, workflowId);
	},
};

const ONE_AT_A_TIME = { N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' };
const SLOW_S = 60;

const slowWorkflow: PlainCase = {
	name: 'With one run at a time and a workflow that takes a minute, the trigger answers at once and the runs wait in line',
	async run({ stage, say }) {
		await freshSandbox(stage, ONE_AT_A_TIME);
		const minute = {
			id: '3e0e0e0e-0000-4000-8000-000000000002',
			name: 'A minute',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			position: [220, 0] as [number, number],
			webhookId: '3e0e0e0e-0000-4000-8000-000000000003',
			// shorter waits than 65 s keep their run in memory, and so its place
			parameters: { amount: SLOW_S, unit: 'seconds' },
		};
		const slow = { name: 'Trigger: a minute each', then: [minute] };
		const { workflowId } = await publishTrigger(stage, slow);
		await sendEvents(stage, 5);
		await untilAnswered(stage);

		const answers = answersTo(deliveries(stage));
		say(answersText(answers));
		assert.equal(answers.atOnce, 5);
		const states = async () =>
			(await stage.client.listExecutions(workflowId))
				.map(({ status }) => status)
				.sort()
				.join();
		const patience = { giveUpAfterMs: 2 * SLOW_S * 1000, lookEveryMs: 500 };
		const line = ['new', 'new', 'new', 'new', 'running'];
		await until('one runs, four wait', async () => (await states()) === line.join(), patience);
		const moved = ['new', 'new', 'new', 'running', 'success'];
		await until('the next one runs', async () => (await states()) === moved.join(), patience);
		await unpublish(stage, workflowId);
	},
};

export const triggerRestartCases: PlainCase[] = [restarted];

export const triggerSlowCases: PlainCase[] = [slowWorkflow];
