import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { setStage, type Stage } from '../../sandbox/demo/stage';
import {
	measureGap,
	repeatAfterRestart,
	sendLoad,
	type Gap,
	type Load,
	type Outcome,
} from '../n8n/triggerLoad';
import { median, spread } from '../report/statistics';
import type { Table } from '../report/table';
import type { Bench, Scenario } from '../scenario';

/** Repeats after 10 and 30 seconds, where the account waits 5 and 15 minutes. */
const RETRY_SPEED = 30;
const LAZY = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
const ENGINES: Array<[title: string, env: Record<string, string>]> = [
	['default', {}],
	['default, taken when needed', LAZY],
	['legacy', { N8N_EXPRESSION_ENGINE: 'legacy' }],
];

const loadsOf = ({ quick }: Bench): Load[] => {
	const perSecond = quick ? [10] : [10, 15, 30];
	const spreadOut = perSecond.map((rate) => ({ count: rate * 10, overMs: 10_000 }));
	return [...spreadOut, { count: quick ? 30 : 100, overMs: 0 }];
};

const header = [
	'events',
	'expression engine',
	'answered in time, first attempt',
	'answer, ms: median (slowest)',
	'attempts',
	'ran once',
	'ran twice',
	'never ran',
	'webhook disabled',
	'CPU of n8n per event, ms',
];

async function measure(bench: Bench): Promise<Table> {
	const rows: string[][] = [];
	const gaps: Gap[] = [];
	const cpu = new Map<string, number>();
	for (const [engine, env] of ENGINES) {
		await withTriggerStage(bench, env, async (stage) => {
			for (const load of loadsOf(bench)) {
				const outcome = await sendLoad(stage, load);
				rows.push(rowOf(load, engine, outcome));
				if (!cpu.has(engine)) cpu.set(engine, outcome.cpuMs / load.count);
				bench.say(`  ${rows.at(-1)?.join(' · ')}`);
			}
			for (let round = bench.quick ? 2 : 10; round > 0; round -= 1) {
				gaps.push(await measureGap(stage, round - 1));
			}
		});
	}
	const least = cpu.get('legacy') ?? NaN;
	const ratios = [...cpu].map(([engine, ms]) => `${engine} ×${(ms / least).toFixed(1)}`);
	return { header, rows, notes: [...notes(gaps, ratios), ...(await repetitions(bench))] };
}

/** What static data remembers when the memory of the process is gone. */
async function repetitions(bench: Bench): Promise<string[]> {
	const said: string[] = [];
	await withTriggerStage(bench, LAZY, async (stage) => {
		for (const load of [
			{ count: 100, overMs: 10_000 },
			{ count: 100, overMs: 0 },
		]) {
			const again = await repeatAfterRestart(stage, load);
			said.push(
				`${titleOf(load)}, and all of them once more after a restart of n8n: ${again} ran a second time.`,
			);
		}
	});
	return said;
}

async function withTriggerStage(
	{ say }: Bench,
	env: Record<string, string>,
	work: (stage: Stage) => Promise<void>,
): Promise<void> {
	const userFolder = await mkdtemp(path.join(tmpdir(), 'kommo-suite-bench-'));
	try {
		const sandbox = { webhooks: { speed: RETRY_SPEED }, rateLimit: { enabled: false } };
		const stage = await setStage({ userFolder, env, sandbox, say: (line) => say(`  ${line}`) });
		try {
			await work(stage);
		} finally {
			await stage.close();
		}
	} finally {
		await rm(userFolder, { recursive: true, force: true });
	}
}

function titleOf({ count, overMs }: Load): string {
	return overMs === 0 ? `${count} at once` : `${count} within ${overMs / 1000} s`;
}

function rowOf(load: Load, engine: string, outcome: Outcome): string[] {
	const { answerMs, wanted, once, moreThanOnce } = outcome;
	return [
		titleOf(load),
		engine,
		`${outcome.atOnce}`,
		answerMs.length === 0
			? '–'
			: `${median(answerMs).toFixed(0)} (${(answerMs.at(-1) ?? NaN).toFixed(0)})`,
		`${outcome.attempts}`,
		`${once}`,
		`${moreThanOnce}`,
		`${wanted - once - moreThanOnce}`,
		outcome.disabled ? 'yes' : 'no',
		(outcome.cpuMs / wanted).toFixed(0),
	];
}

function notes(gaps: Gap[], ratios: string[]): string[] {
	const account = spread(gaps.map(({ accountMs }) => accountMs));
	const n8n = spread(gaps.map(({ n8nMs }) => n8nMs));
	return [
		'The sandbox waits 2 s for an answer, repeats after 10 and 30 s (the service after 5 and 15 minutes), and disables a webhook as the service does: more than 100 bad answers in two hours (here four minutes), the latest one bad. All late deliveries are repeated at the same moment, which is the worst there is.',
		`The workflow is the trigger alone. CPU is that of n8n’s process for answer, run and repetitions. Compared with the legacy engine, by the first load: ${ratios.join(', ')}. “Taken when needed” is N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true.`,
		`Published again with other events, ${gaps.length} times: the account had no webhook for ${account} ms, and n8n answered 404 at the address for ${n8n} ms: median (shortest–longest).`,
	];
}

export const trigger: Scenario = {
	name: 'trigger',
	title: 'Deliveries to the Kommo Trigger in the real n8n',
	realN8n: true,
	measure,
};
