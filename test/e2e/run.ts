import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { PROJECT_DIR, setStage } from '../../sandbox/demo/stage';
import { findChromium, launchChromium } from './browser';
import type { E2eCase, E2eContext } from './case';
import { boardCases } from './cases/board';
import { clevertimToKommoCases } from './cases/clevertimToKommo';
import { comagicEditorCases } from './cases/comagicEditor';
import { comagicTriggerCases } from './cases/comagicTrigger';
import { consentCases } from './cases/consent';
import { editorCases } from './cases/editor';
import { errorsInTheFlowCases } from './cases/errorsInTheFlow';
import { formLeadCases } from './cases/formLead';
import { lostCallsCases } from './cases/lostCalls';
import { telegramLeadCases } from './cases/telegramLead';
import { triggerBodyCases } from './cases/triggerBodies';
import { triggerEditorCases } from './cases/triggerEditor';
import { triggerLifeCases } from './cases/triggerLife';
import { triggerLoadCases } from './cases/triggerLoad';
import { triggerRestartCases, triggerSlowCases } from './cases/triggerRestart';

/** `npm run test:e2e -- consent` runs the cases with that word in their names. */
const WANTED = process.argv[2] ?? '';
const CASES: E2eCase[] = [
	...formLeadCases,
	...telegramLeadCases,
	...errorsInTheFlowCases,
	...clevertimToKommoCases,
	...lostCallsCases,
	...editorCases,
	...comagicEditorCases,
	...consentCases,
	...boardCases,
	...triggerEditorCases,
	...comagicTriggerCases,
	// last: these start n8n anew, with other settings
	...triggerLifeCases,
	...triggerBodyCases,
	...triggerRestartCases,
	...triggerLoadCases,
	...triggerSlowCases,
].filter(({ name }) => name.includes(WANTED));
/** Repeats deliveries after 10 and 30 seconds, where Kommo waits 5 and 15 minutes. */
const RETRY_SPEED = 30;
const PICTURES = path.join(PROJECT_DIR, 'docs', 'screenshots');

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Totals {
	passed: number;
	failed: number;
	skipped: string[];
}

async function runCase(test: E2eCase, context: E2eContext, browser?: Browser): Promise<boolean> {
	const startedAt = Date.now();
	try {
		if (!test.browser) await test.run(context);
		else if (browser) await test.run({ ...context, browser });
		say(`  ✓ ${test.name} (${Date.now() - startedAt} ms)`);
		return true;
	} catch (error) {
		say(
			`  ✗ ${test.name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
		);
		return false;
	}
}

async function runAll(context: E2eContext, browser?: Browser): Promise<Totals> {
	const totals: Totals = { passed: 0, failed: 0, skipped: [] };
	for (const test of CASES) {
		if (test.browser && !browser) totals.skipped.push(test.name);
		else if (await runCase(test, context, browser)) totals.passed += 1;
		else totals.failed += 1;
	}
	return totals;
}

async function main(): Promise<Totals> {
	const executable = await findChromium();
	if (!executable && process.env.CI) {
		throw new Error(
			'No Chromium was found, and in CI nothing is skipped. Install it (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
		);
	}
	const userFolder = await mkdtemp(path.join(tmpdir(), 'kommo-suite-e2e-'));
	await mkdir(PICTURES, { recursive: true });
	const stage = await setStage({ userFolder, say, sandbox: { webhooks: { speed: RETRY_SPEED } } });
	const browser = executable ? await launchChromium(executable) : undefined;
	let totals: Totals;
	try {
		const picture = (name: string) => path.join(PICTURES, name);
		totals = await runAll({ stage, say: (line) => say(`    ${line}`), picture }, browser);
	} finally {
		await browser?.close();
		await stage.close();
	}
	if (totals.failed > 0) say(`The log of n8n: ${stage.n8n.logFile}`);
	else await rm(userFolder, { recursive: true, force: true });
	return totals;
}

function report({ passed, failed, skipped }: Totals): void {
	if (skipped.length > 0) {
		say(`Skipped, because no Chromium was found (install one or set CHROMIUM_PATH):`);
		for (const name of skipped) say(`  - ${name}`);
	}
	say(`e2e: ${passed} passed, ${failed} failed`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => process.exit(130));
}

main().then(
	(totals) => {
		report(totals);
		process.exit(totals.failed === 0 ? 0 : 1);
	},
	(error: unknown) => {
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
		report({ passed: 0, failed: CASES.length, skipped: [] });
		process.exit(1);
	},
);
