import type { LoggedRequest } from '../../sandbox/kommo';
import type { Stage } from '../../sandbox/demo/stage';
import { createFull, newLeads } from '../leads';
import { publish, withStage } from '../n8n/theatre';
import { kommoWorkflow } from '../n8n/workflows';
import { spread } from '../report/statistics';
import type { Table } from '../report/table';
import { REAL_LATENCY } from '../sandbox/process';
import { Stalls } from '../sandbox/stalls';
import { busiestSecond, leastSeconds, refused } from '../sandbox/traffic';
import { quiet, wallMs, type Bench, type Scenario } from '../scenario';

const GROUPS = ['A', 'B', 'C'];
const JITTERS_MS = [0, 50];

const leadsEach = ({ quick }: Bench) => (quick ? 250 : 1000);

interface Measured {
	requests: LoggedRequest[];
	times: number[];
	stallMs: number;
}

async function measure(bench: Bench): Promise<Table> {
	const rows: string[][] = [];
	for (const jitterMs of JITTERS_MS) {
		const runs = await withStage(bench.say, async (stage) => {
			await publishAll(stage);
			const all: Measured[] = [];
			while (all.length < (bench.quick ? 1 : 3)) all.push(await once(stage, jitterMs, bench));
			return all;
		});
		rows.push(rowOf(`answers ± ${jitterMs} ms`, runs));
	}
	return { header, rows, notes: notes(bench) };
}

/** Three workflows; the third has a second credential of the same account. */
async function publishAll(stage: Stage): Promise<void> {
	const { accounts } = stage.sandbox;
	const second = await stage.client.saveCredential('Kommo sandbox, second', 'kommoApi', {
		hostType: 'custom',
		baseUrl: accounts.kommo.url,
		domain: 'kommo.com',
		requestsPerSecond: 7,
		accessToken: accounts.kommo.token,
	});
	for (const group of GROUPS) {
		const own = group === 'C' ? { kommoApi: second } : stage.credentials;
		await publish(stage, kommoWorkflow(`together-${group}`, createFull), own);
	}
}

const stalls = new Stalls();

async function once({ sandbox, client }: Stage, jitterMs: number, bench: Bench): Promise<Measured> {
	sandbox.setLatency({ ...REAL_LATENCY, jitterMs });
	await quiet();
	sandbox.clearRequests();
	stalls.reset();
	const times = await Promise.all(
		GROUPS.map(async (group) => {
			const body = { items: newLeads(leadsEach(bench), group) };
			return await wallMs(
				async () => await client.postToWebhook(`together-${group}`, body, 180_000),
			);
		}),
	);
	return { times, requests: sandbox.requests(), stallMs: stalls.longestMs() };
}

const header = [
	'three workflows at once',
	'requests',
	'most in any 1000 ms',
	'answers 429',
	'all answered after, s',
	'least possible, s',
	'last ÷ first answered',
	'longest stall of the sandbox, ms',
];

const notes = (bench: Bench) => [
	`The demo’s n8n; three production webhooks are called at once, each creates ${leadsEach(bench)} leads with pipeline, stage and a custom field; the third uses a second credential of the same account. Median (smallest–largest); the 1000 ms are the worst of all runs.`,
];

function rowOf(title: string, runs: Measured[]): string[] {
	const all = runs.map(({ requests }) => requests);
	const counts = all.map(({ length }) => length);
	const last = runs.map(({ times }) => Math.max(...times));
	const unfair = runs.map(({ times }, run) => (last[run] ?? NaN) / Math.min(...times));
	const seconds = last.map((ms) => ms / 1000);
	return [
		title,
		spread(counts),
		String(Math.max(...all.map(busiestSecond))),
		spread(all.map(refused)),
		spread(seconds, 1),
		(leastSeconds(Math.max(...counts)) + 0.25).toFixed(1),
		`×${spread(unfair, 2)}`,
		Math.max(...runs.map(({ stallMs }) => stallMs)).toFixed(0),
	];
}

export const realTogether: Scenario = {
	name: 'n8n-together',
	title: 'Three workflows at once in the real n8n',
	realN8n: true,
	measure,
};
