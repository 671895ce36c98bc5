import assert from 'node:assert/strict';
import type { Stage } from '../../../sandbox/demo/stage';
import type { BrowserCase } from '../case';
import { takePicture } from '../picture';
import { withEditor } from '../withEditor';

const NODE_NAME = 'Any method';

/** A workflow as a user has it right after choosing the operation. */
async function prepareWorkflow({ client, credentials }: Stage): Promise<string> {
	const { comagicApi } = credentials;
	assert.ok(comagicApi);
	const { id } = await client.createWorkflow({
		name: 'A method by hand',
		nodes: [
			{
				id: 'c4a3d0de-0000-4000-8000-000000000011',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'c4a3d0de-0000-4000-8000-000000000012',
				name: NODE_NAME,
				type: 'n8n-nodes-kommo-suite.comagic',
				typeVersion: 1,
				position: [220, 0],
				parameters: { resource: 'method', operation: 'callMethod' },
				credentials: { comagicApi: { id: comagicApi.id, name: comagicApi.name } },
			},
		],
		connections: { Start: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	return id;
}

const callMethodByHand: BrowserCase = {
	browser: true,
	name: 'In the editor a method of the catalogue is searched for, its form filled in, and the step calls it',
	async run({ stage, browser, picture }) {
		stage.comagic.reset();
		const workflowId = await prepareWorkflow(stage);
		await withEditor(browser, stage, async (editor) => {
			await editor.openWorkflow(workflowId);
			await editor.openNode(NODE_NAME);
			await editor.pickFromList('method', 'create.tags');
			await editor.fill('name', 'Asked for a quote');
			await takePicture(editor.page, picture('comagic-call-method.png'));
			const output = await editor.executeStep();

			const [asked, ...others] = stage.comagic.requests({ rpcMethod: 'create.tags' });
			assert.equal(others.length, 0);
			assert.equal(asked?.params.name, 'Asked for a quote');
			await editor.shows(output, 'id');
			await takePicture(editor.page, picture('comagic-call-method-output.png'));
		});
	},
};

export const comagicEditorCases: BrowserCase[] = [callMethodByHand];
