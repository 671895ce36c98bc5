import assert from 'node:assert/strict';
import { sampleForm } from '../../../sandbox/demo/formLead';
import type { WorkflowNode } from '../../../sandbox/n8n/clientTypes';
import type { BrowserCase } from '../case';
import { publishFormLead, sendForm } from '../formLeadRun';
import { takePicture } from '../picture';
import { withEditor } from '../withEditor';

const isNoSticky = ({ type }: WorkflowNode) => type !== 'n8n-nodes-base.stickyNote';

const seenOnTheBoard: BrowserCase = {
	browser: true,
	name: 'The lead that the example workflow made appears on the board of the CRM',
	async run({ stage, browser, picture }) {
		stage.sandbox.reset();
		const workflow = await publishFormLead(stage);
		await withEditor(browser, stage, async (editor) => {
			const { page } = editor;
			await editor.openWorkflow(workflow.id);
			assert.equal(await editor.nodeCount(), workflow.nodes.filter(isNoSticky).length);
			await takePicture(page, picture('example-workflow.png'));

			await page.goto(`${stage.sandbox.accounts.kommo.url}/`);
			await page.getByText('Roof repair').first().waitFor();
			assert.equal(await page.getByText(sampleForm.subject).count(), 0);
			await sendForm(stage, sampleForm);
			// the board refreshes by itself
			await page.getByText(sampleForm.subject).first().waitFor();
			await takePicture(page, picture('board.png'));
		});
	},
};

export const boardCases: BrowserCase[] = [seenOnTheBoard];
