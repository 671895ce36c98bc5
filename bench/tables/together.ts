import type { INodeParameters } from 'n8n-workflow';

import type { LoggedRequest } from '../../sandbox/kommo';
import { inArrays } from '../baselines';
import { execute, oAuthCredential, tokenCredential } from '../engine';
import { createFull, newLeads, rowsOf } from '../leads';
import { spread } from '../report/statistics';
import type { Table } from '../report/table';
import { SandboxProcess } from '../sandbox/process';
import { Stalls } from '../sandbox/stalls';
import { busiestSecond, leastSeconds, refused } from '../sandbox/traffic';
import { quiet, wallMs, type Bench, type Scenario } from '../scenario';

const GROUPS = ['A', 'B', 'C'];
const JITTER_MS = 50;

interface Way {
	title: string;
	/** ± ms on the sandbox's answers. */
	answerJitterMs: number;
	/** Three pieces of work, to be started at once. */
	prepare: (sandbox: SandboxProcess, bench: Bench) => Promise<Array<() => Promise<unknown>>>;
}

const ways: Way[] = [
	{
		title: '**this node**',
		answerJitterMs: 0,
		prepare: async (sandbox, bench) => await workflows(sandbox, bench, sandbox.account.url),
	},
	{
		title: '**this node**, answers ± 50 ms',
		answerJitterMs: JITTER_MS,
		prepare: async (sandbox, bench) => await workflows(sandbox, bench, sandbox.account.url),
	},
	{
		title: '**this node**, requests and answers ± 50 ms',
		answerJitterMs: JITTER_MS,
		prepare: async (sandbox, bench) => await workflows(sandbox, bench, sandbox.account.jitteredUrl),
	},
	{
		title: 'arrays of 50, one after the other',
		answerJitterMs: 0,
		prepare: async ({ account }, bench) =>
			GROUPS.map((group) => {
				const rows = rowsOf(newLeads(leadsEach(bench), group), true);
				return async () => await inArrays(account, 'POST', rows);
			}),
	},
];

const leadsEach = ({ quick }: Bench) => (quick ? 250 : 1000);

/** Two workflows with a token, a third with OAuth2 of the same account. */
async function workflows(sandbox: SandboxProcess, bench: Bench, url: string) {
	const token = tokenCredential(sandbox, { url });
	const oAuth = await oAuthCredential(sandbox, { url });
	return GROUPS.map((group) => {
		const isOAuth = group === 'C';
		const authentication = isOAuth ? 'oAuth2' : 'apiToken';
		const parameters: INodeParameters = { ...createFull, authentication };
		const items = newLeads(leadsEach(bench), group);
		const credentials = isOAuth ? oAuth : token;
		const { nodeType } = bench;
		return async () => await execute({ nodeType, credentials, parameters, items });
	});
}

interface Measured {
	requests: LoggedRequest[];
	/** When each of the three was ready, ms after the common start. */
	times: number[];
	/** The longest stall of the sandbox and of this process, ms. */
	stalls: [number, number];
}

const ownStalls = new Stalls();

/** On a sandbox of its own: the node remembers of a host how fast it is and that it refused. */
async function once(way: Way, bench: Bench): Promise<Measured> {
	const sandbox = await SandboxProcess.start();
	try {
		const works = await way.prepare(sandbox, bench);
		await sandbox.realistic(way.answerJitterMs);
		await quiet();
		ownStalls.reset();
		const times = await Promise.all(works.map(wallMs));
		const own = ownStalls.longestMs();
		const stalls: [number, number] = [await sandbox.longestStallMs(), own];
		return { times, stalls, requests: await sandbox.requests() };
	} finally {
		sandbox.stop();
	}
}

async function measure(bench: Bench): Promise<Table> {
	const rows: string[][] = [];
	for (const way of ways) {
		bench.say(`  ${way.title}`);
		const runs: Measured[] = [];
		while (runs.length < (bench.quick ? 1 : 3)) runs.push(await once(way, bench));
		rows.push(rowOf(way.title, runs));
	}
	return { header, rows, notes: notes(bench) };
}

const header = [
	'three at once',
	'requests',
	'most in any 1000 ms',
	'answers 429',
	'leads stored',
	'all ready after, s',
	'least possible, s',
	'last ÷ first ready',
	'writes of each while all were busy',
	'longest stall: sandbox, node, ms',
];

const notes = (bench: Bench) => [
	`Each of the three creates ${leadsEach(bench)} leads with pipeline, stage and a custom field, 50 in a request; two workflows use a token, the third OAuth2 of the same account. The API allows 7 requests in any 1000 ms, counted where they arrive.`,
	'A stall is time in which a process can do nothing, because it computes or the machine is busy elsewhere. What reaches a stalled sandbox is counted when it wakes up, all at one time: runs with a stall of more than 50 ms there say little about the node.',
	'Requests ± 50 ms: a proxy holds every request back for 0 to 100 ms, so they arrive bunched although they left in order.',
	'Least possible: the last request’s start at 7 a second, plus its answer. The node keeps 1110 ms instead of 1000 for 7 starts, the room that jitter needs.',
	'The plain clients know nothing of each other and do not repeat what was refused: its leads are lost. Each value: median (smallest–largest) of the runs; the 1000 ms are the worst of all runs, the writes those of the last one.',
];

function rowOf(title: string, runs: Measured[]): string[] {
	const all = runs.map(({ requests }) => requests);
	const counts = all.map(({ length }) => length);
	const lastReady = runs.map(({ times }) => Math.max(...times));
	const unfair = runs.map(({ times }, run) => (lastReady[run] ?? NaN) / Math.min(...times));
	return [
		title,
		spread(counts),
		String(Math.max(...all.map(busiestSecond))),
		spread(all.map(refused)),
		spread(all.map(leadsStored)),
		spread(
			lastReady.map((ms) => ms / 1000),
			1,
		),
		(leastSeconds(Math.max(...counts)) + 0.25).toFixed(1),
		`×${spread(unfair, 2)}`,
		shares(all.at(-1) ?? []),
		[0, 1]
			.map((who) => Math.max(...runs.map(({ stalls }) => stalls[who] ?? 0)).toFixed(0))
			.join(', '),
	];
}

const rowsIn = ({ body }: LoggedRequest) => (Array.isArray(body) ? (body as object[]) : []);

function leadsStored(requests: LoggedRequest[]): number {
	const done = requests.filter(({ status }) => status === 200);
	return done.reduce((sum, request) => sum + rowsIn(request).length, 0);
}

/** Writes of each until the first of the three has sent its last one, e.g. `18 : 18 : 17`. */
function shares(requests: LoggedRequest[]): string {
	const senders = requests.flatMap((request) => groupOf(request) ?? []);
	const end = Math.min(...GROUPS.map((group) => senders.lastIndexOf(group)));
	const contested = senders.slice(0, end + 1);
	return GROUPS.map((group) => contested.filter((sender) => sender === group).length).join(' : ');
}

function groupOf(request: LoggedRequest): string | undefined {
	const [row] = rowsIn(request);
	return row && 'name' in row ? String(row.name).slice(0, 1) : undefined;
}

export const together: Scenario = {
	name: 'together',
	title: 'Three workflows and two credentials of one account at once',
	measure,
};
