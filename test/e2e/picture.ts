import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Passing messages, and the list of advice that unfolds over a published workflow. */
const WITHOUT_POP_UPS =
	'.el-notification, [role="dialog"]:has([data-test-id="suggested-actions-close"]) { display: none !important; }';

/** In the page's own language: addresses of the images that did not load. */
const BROKEN_IMAGES =
	'[...document.images].filter((image) => image.src && !(image.complete && image.naturalWidth)).map((image) => image.src)';

/**
 * Takes a picture for the documentation: without n8n's pop-ups, cursor and movement.
 * Fails when an image of the page (an icon of ours, for instance) did not load.
 */
export async function takePicture(page: Page, file: string): Promise<void> {
	await page.mouse.move(0, 0);
	await page.waitForLoadState('networkidle');
	await page.addStyleTag({ content: WITHOUT_POP_UPS });
	await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
	assert.deepEqual(await page.evaluate<string[]>(BROKEN_IMAGES), [], 'images that did not load');
}
