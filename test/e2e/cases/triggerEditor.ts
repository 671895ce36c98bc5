import assert from 'node:assert/strict';
import { until } from '../../support/until';
import type { BrowserCase } from '../case';
import { takePicture } from '../picture';
import { freshSandbox, hooks, putTrigger } from '../triggerRun';
import { withEditor } from '../withEditor';

const PATIENCE = { giveUpAfterMs: 60_000, lookEveryMs: 50 };

const testInEditor: BrowserCase = {
	browser: true,
	name: 'In the editor the trigger shows a sample item of its event, and a test of it registers a webhook for the time of the test',
	async run({ stage, browser, picture }) {
		await freshSandbox(stage);
		const trigger = { name: 'Trigger: in the editor', events: ['status_lead'], samples: true };
		const { id } = await putTrigger(stage, trigger);
		await withEditor(browser, stage, async (editor) => {
			await editor.openWorkflow(id);
			await editor.openNode('Kommo Trigger');
			const sample = editor.parameter('sample_status_lead').locator('.cm-content');
			await editor.shows(sample, '"event": "status_lead"');
			await takePicture(editor.page, picture('trigger-sample.png'));

			const tested = editor.executeStep();
			await until('a webhook of the test', () => hooks(stage).length === 1, PATIENCE);
			assert.match(hooks(stage)[0]?.destination ?? '', /\/webhook-test\//);
			stage.sandbox.deliver({ event: 'status_lead' });
			await editor.shows(await tested, 'status_lead');
			await until('it is gone', () => hooks(stage).length === 0, PATIENCE);
		});
	},
};

export const triggerEditorCases: BrowserCase[] = [testInEditor];
