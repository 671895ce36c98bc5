import assert from 'node:assert/strict';
import type { PlainCase } from '../case';
import { endedRuns } from '../deliveries';
import { freshSandbox, publishTrigger, unpublish } from '../triggerRun';

const MB = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';
const LEAD = 'leads[update][0][id]=7001&leads[update][0][name]=';
const PARTS =
	'--b\r\ncontent-disposition: form-data; name="leads[update][0][id]"\r\n\r\n7001\r\n--b--\r\n';

interface Strange {
	what: string;
	type: string;
	body: () => string;
	/** Answered by the trigger: the event of its one item. By n8n itself: the status. */
	gives: string | number;
}

/** As docs/kommo-trigger.md tells it, with n8n's default limits. */
const BODIES: Strange[] = [
	{ what: '15 MB', type: FORM, body: () => LEAD + 'x'.repeat(15 * MB), gives: 'update_lead' },
	{ what: 'more than 16 MB', type: FORM, body: () => LEAD + 'x'.repeat(17 * MB), gives: 500 },
	{ what: 'nothing', type: FORM, body: () => '', gives: 'unknown' },
	{ what: 'text', type: 'text/plain', body: () => LEAD, gives: 'update_lead' },
	{ what: 'octets', type: 'application/octet-stream', body: () => LEAD, gives: 'update_lead' },
	{
		what: 'a form in parts',
		type: 'multipart/form-data; boundary=b',
		body: () => PARTS,
		gives: 'unknown',
	},
	{ what: 'other parts', type: 'multipart/mixed; boundary=b', body: () => PARTS, gives: 'unknown' },
	{ what: 'broken parts', type: 'multipart/form-data; boundary=b', body: () => 'none', gives: 400 },
	{ what: 'broken JSON', type: 'application/json', body: () => '{"leads', gives: 422 },
	{ what: 'broken XML', type: 'application/xml', body: () => '<leads', gives: 422 },
];

const bodies: PlainCase = {
	name: 'Bodies that no account sends reach the trigger and give an item, or are refused by n8n itself as documented',
	async run({ stage }) {
		await freshSandbox(stage);
		const { workflowId, destination } = await publishTrigger(stage, { name: 'Trigger: bodies' });
		const seen: Array<[string, unknown]> = [];
		let runs = 0;
		for (const { what, type, body, gives } of BODIES) {
			const answer = await fetch(destination, {
				method: 'POST',
				headers: { 'content-type': type },
				body: body(),
			});
			await answer.arrayBuffer();
			if (typeof gives === 'number' || answer.status !== 200) {
				seen.push([what, answer.status]);
				continue;
			}
			runs += 1;
			const [run = ''] = await endedRuns(stage, workflowId, runs);
			const { nodeRuns } = await stage.client.getExecution(run);
			const items = nodeRuns['Kommo Trigger']?.[0]?.outputs[0] ?? [];
			seen.push([what, items.map(({ json }) => json.event).join()]);
		}
		assert.deepEqual(
			seen,
			BODIES.map(({ what, gives }) => [what, gives]),
		);
		assert.equal((await stage.client.listExecutions(workflowId)).length, runs);
		await unpublish(stage, workflowId);
	},
};

export const triggerBodyCases: PlainCase[] = [bodies];
