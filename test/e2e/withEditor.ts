import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { demoOwner } from '../../sandbox/demo/owner';
import type { Stage } from '../../sandbox/demo/stage';
import { openSession } from './browser';
import { EditorPage } from './editorPage';

const STEP_TIMEOUT_MS = 45_000;

/** n8n's own page after an OAuth consent asks for a web font; it is refused like everything else. */
const N8N_CALLBACK_FONT = 'https://fonts.googleapis.com/';

/**
 * Gives `use` the editor with the owner logged in, in a browser session of its own.
 * When `use` throws, a picture of the screen is kept and named. Fails when a page wanted
 * an address outside this machine.
 */
export async function withEditor(
	browser: Browser,
	{ n8n }: Stage,
	use: (editor: EditorPage) => Promise<void>,
): Promise<void> {
	const { context, refused } = await openSession(browser);
	try {
		context.setDefaultTimeout(STEP_TIMEOUT_MS);
		const page = await context.newPage();
		const editor = new EditorPage(page, n8n.url);
		try {
			await editor.logIn(demoOwner);
			await use(editor);
		} catch (error) {
			const picture = path.join(tmpdir(), `kommo-suite-e2e-${Date.now()}.png`);
			await page.screenshot({ path: picture });
			process.stdout.write(`    The screen when it went wrong: ${picture}\n`);
			throw error;
		}
		const foreign = refused.filter((address) => !address.startsWith(N8N_CALLBACK_FONT));
		assert.deepEqual(foreign, [], 'pages asked for addresses outside this machine');
	} finally {
		await context.close();
	}
}
