import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const VIEWPORT = { width: 1440, height: 900 };
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

async function isExecutable(file: string): Promise<boolean> {
	return await access(file, constants.X_OK).then(
		() => true,
		() => false,
	);
}

/**
 * The browser to test with: the one CHROMIUM_PATH names, else the first on the PATH.
 * @throws Error when CHROMIUM_PATH names something that cannot be started
 */
export async function findChromium(
	env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
	const named = env.CHROMIUM_PATH;
	if (named) {
		if (await isExecutable(named)) return named;
		throw new Error(`CHROMIUM_PATH names ${named}, which is not an executable file.`);
	}
	for (const folder of (env.PATH ?? '').split(path.delimiter)) {
		for (const name of NAMES) {
			const file = path.join(folder, name);
			if (folder !== '' && (await isExecutable(file))) return file;
		}
	}
	return undefined;
}

/** Starts the browser without a window. */
export async function launchChromium(executablePath: string): Promise<Browser> {
	return await chromium.launch({
		executablePath,
		headless: true,
		// root, which CI and containers run as, gets no sandbox from the kernel
		args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run'],
	});
}

/**
 * A fresh browser session that reaches this machine only. Addresses that a page wanted elsewhere
 * are refused and collected in `refused`.
 */
export async function openSession(
	browser: Browser,
): Promise<{ context: BrowserContext; refused: string[] }> {
	const context = await browser.newContext({
		viewport: VIEWPORT,
		locale: 'en-US',
		timezoneId: 'UTC',
	});
	const refused: string[] = [];
	await context.route(
		(url) => /^https?:$/.test(url.protocol) && !LOOPBACK.test(url.hostname),
		async (route) => {
			refused.push(route.request().url());
			await route.abort('blockedbyclient');
		},
	);
	return { context, refused };
}
