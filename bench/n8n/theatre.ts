import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { importWorkflow, type CredentialsByType } from '../../sandbox/demo/importWorkflow';
import { setStage, type Stage } from '../../sandbox/demo/stage';
import type { WorkflowFile } from '../../sandbox/n8n/clientTypes';
import { REAL_LATENCY, REAL_LIMIT } from '../sandbox/process';
import { wallMs } from '../scenario';

/** Length of a clock tick of the kernel's CPU accounting, ms. */
const TICK_MS = 10;

/** The demo's n8n with fresh data, wired to a sandbox with realistic latency and limit. */
export async function withStage<T>(
	say: (line: string) => void,
	work: (stage: Stage) => Promise<T>,
): Promise<T> {
	const userFolder = await mkdtemp(path.join(tmpdir(), 'kommo-suite-bench-'));
	try {
		const sandbox = { seed: false, latency: REAL_LATENCY, rateLimit: REAL_LIMIT };
		const stage = await setStage({ userFolder, sandbox, say: (line) => say(`  ${line}`) });
		try {
			return await work(stage);
		} finally {
			await stage.close();
		}
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}

/** Publishes the workflow and waits until its webhook is there; gives its id. */
export async function publish(
	{ client, credentials }: Stage,
	workflow: WorkflowFile,
	own: CredentialsByType = credentials,
): Promise<string> {
	const { id } = await importWorkflow(client, workflow, own);
	return id;
}

export interface WebhookRun {
	/** Until the webhook answered, ms. */
	wallMs: number;
	/** CPU of the n8n process, ms; NaN where the system does not tell. */
	cpuMs: number;
}

/** Posts to a production webhook whose answer is that of the last node. */
export async function runWebhook(stage: Stage, path: string, body: object): Promise<WebhookRun> {
	const before = await cpuMs(stage.n8n.pid);
	const wall = await wallMs(async () => {
		const { status, body: answer } = await stage.client.postToWebhook(path, body, 180_000);
		if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
	});
	// n8n answers first and stores the execution then
	await delay(1500);
	return { wallMs: wall, cpuMs: (await cpuMs(stage.n8n.pid)) - before };
}

/** CPU of a process so far, ms; NaN where the system does not tell. */
export async function cpuMs(pid: number): Promise<number> {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	// the name, in brackets, may hold spaces; user and system time are the 12th and 13th after it
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
