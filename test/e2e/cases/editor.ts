import assert from 'node:assert/strict';
import type { Stage } from '../../../sandbox/demo/stage';
import type { BrowserCase } from '../case';
import { takePicture } from '../picture';
import { withEditor } from '../withEditor';

const NODE_NAME = 'Create lead';
const STAGES_OF_RENEWALS = [
	'Incoming leads',
	'Reminder sent',
	'Terms agreed',
	'Renewed',
	'Not renewed',
];

/** A workflow as a user has it right after dropping the node: only the name is filled in. */
async function prepareWorkflow({ client, credentials }: Stage): Promise<string> {
	const { kommoApi } = credentials;
	assert.ok(kommoApi);
	const { id } = await client.createWorkflow({
		name: 'A lead by hand',
		nodes: [
			{
				id: 'c4a3d0de-0000-4000-8000-000000000001',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'c4a3d0de-0000-4000-8000-000000000002',
				name: NODE_NAME,
				type: 'n8n-nodes-kommo-suite.kommo',
				typeVersion: 1,
				position: [220, 0],
				parameters: { resource: 'lead', operation: 'create', name: 'Winter garden' },
				credentials: { kommoApi: { id: kommoApi.id, name: kommoApi.name } },
			},
		],
		connections: { Start: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	return id;
}

const createLeadByHand: BrowserCase = {
	browser: true,
	name: "In the editor a pipeline offers its own stages, a custom field is filled in, and the step's output is the stored lead",
	async run({ stage, browser, picture }) {
		stage.sandbox.reset();
		const workflowId = await prepareWorkflow(stage);
		const { store } = stage.sandbox.accounts.kommo;
		const known = new Set(store.leads.keys());
		await withEditor(browser, stage, async (editor) => {
			await editor.openWorkflow(workflowId);
			await editor.openNode(NODE_NAME);
			await editor.addToCollection('Add Field', 'Pipeline Name or ID');
			assert.deepEqual(await editor.choicesOf('pipelineId'), ['Sales', 'Renewals']);
			await editor.pick('Renewals');
			await editor.addToCollection('Add Field', 'Stage Name or ID');
			assert.deepEqual(await editor.choicesOf('statusId'), STAGES_OF_RENEWALS);
			await takePicture(editor.page, picture('stages-of-the-pipeline.png'));
			await editor.pick('Terms agreed');
			await editor.addMappedField('Contract no.');
			await editor.fill('3102', 'C-2026/17');
			const output = await editor.executeStep();
			const [lead, ...others] = [...store.leads.values()].filter(({ id }) => !known.has(id));
			assert.ok(lead);
			assert.equal(others.length, 0);
			assert.equal(lead.name, 'Winter garden');
			assert.deepEqual([lead.pipeline_id, lead.status_id], [901, 60012]);
			assert.deepEqual(lead.values.get(3102), [{ value: 'C-2026/17' }]);
			await editor.shows(output, String(lead.id));
			await takePicture(editor.page, picture('create-lead.png'));
		});
	},
};

export const editorCases: BrowserCase[] = [createLeadByHand];
