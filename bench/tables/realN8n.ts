import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Stage } from '../../sandbox/demo/stage';
import type { WorkflowFile } from '../../sandbox/n8n/clientTypes';
import { inArrays, storeLeads } from '../baselines';
import { createFull, createPlain, newLeads, rowsOf, storedLeads, updateFull } from '../leads';
import { publish, runWebhook, withStage, type WebhookRun } from '../n8n/theatre';
import {
	arraysWorkflow,
	expressionsWorkflow,
	kommoWorkflow,
	singlesWorkflow,
	type WebhookBody,
} from '../n8n/workflows';
import { ratioText, spread } from '../report/statistics';
import type { Table } from '../report/table';
import { REAL_LATENCY, REAL_LIMIT } from '../sandbox/process';
import { countText } from '../sandbox/traffic';
import { quiet, wallMs, type Bench, type Scenario } from '../scenario';

const LEADS = 200;
const REPETITIONS = 4;
const SLOW_REPETITIONS = 2;

type Method = 'POST' | 'PATCH';

interface Work {
	title: string;
	method: Method;
	full: boolean;
	parameters: INodeParameters;
}

const works: Work[] = [
	{ title: 'create: name, price', method: 'POST', full: false, parameters: createPlain },
	{
		title: 'create: with pipeline, stage, custom field',
		method: 'POST',
		full: true,
		parameters: createFull,
	},
	{
		title: 'update: with pipeline, stage, custom field',
		method: 'PATCH',
		full: true,
		parameters: updateFull,
	},
];

interface Way {
	title: string;
	run: () => Promise<WebhookRun>;
	most: number;
	runs: WebhookRun[];
	requests: string;
}

const ARRAYS = 'HTTP Request, arrays of 50 in a loop';
const EXPRESSIONS = 'Edit Fields: the same three expressions, no request';

async function measure(bench: Bench): Promise<Table> {
	const rows = await withStage(bench.say, async (stage) => {
		const stored = storedLeads(await stock(stage));
		const all: string[][] = [];
		for (const work of works) {
			bench.say(`  ${work.title}`);
			const items = work.method === 'PATCH' ? stored : newLeads(LEADS);
			all.push(...(await compare(bench, stage, work, items)));
		}
		return all;
	});
	return { header, rows, notes };
}

const header = [
	'200 leads',
	'client',
	'requests',
	'webhook answered after, ms',
	'first run, ms',
	'CPU of n8n per lead, ms',
	'ratio',
];

const notes = [
	'The demo’s n8n, its default settings, the package installed into it; a workflow “webhook → Split Out → client”, published and called through its production webhook with 200 leads in the body. Median (fastest–slowest) of the runs after the first; CPU covers everything n8n does for the execution, from the webhook to the stored execution data.',
	'Ratio: to “arrays of 50 in a loop” of the same repetition (webhook → Split Out → Loop Over Items → HTTP Request, arrays ready made in the body).',
	'One request per item: HTTP Request with its option Batching, 7 items every 1.1 s. Plain fetch: the arrays without n8n. Edit Fields: what n8n takes for three expressions per item (the arrays in the loop need none).',
];

/** Leads to update, stored before the clock runs. */
async function stock({ sandbox }: Stage): Promise<number[]> {
	sandbox.setRateLimit({ enabled: false });
	sandbox.setLatency(undefined);
	const ids = await storeLeads(sandbox.accounts.kommo, LEADS);
	sandbox.setLatency(REAL_LATENCY);
	sandbox.setRateLimit(REAL_LIMIT);
	return ids;
}

async function compare(
	bench: Bench,
	stage: Stage,
	work: Work,
	items: IDataObject[],
): Promise<string[][]> {
	const ways = await waysOf(bench, stage, work, items);
	const { sandbox } = stage;
	for (let repetition = 0; repetition < (bench.quick ? 2 : REPETITIONS + 1); repetition += 1) {
		for (const way of ways.filter(({ most }) => repetition < most)) {
			await quiet();
			sandbox.clearRequests();
			way.runs.push(await way.run());
			way.requests = countText(sandbox.requests());
		}
	}
	const base = timesOf(ways.find(({ title }) => title === ARRAYS));
	return ways.map((way, index) => rowOf(way, base, index === 0 ? work.title : ''));
}

async function waysOf(
	{ quick }: Bench,
	stage: Stage,
	{ method, full, parameters, title }: Work,
	items: IDataObject[],
): Promise<Way[]> {
	const { kommo: account } = stage.sandbox.accounts;
	const body = bodyOf(items, full);
	const slug = title.replace(/\W+/g, '-');
	const way = async (name: string, most: number, workflow: WorkflowFile): Promise<Way> => {
		await publish(stage, workflow);
		const path = workflow.name.replace('Bench ', '');
		return {
			title: name,
			most,
			runs: [],
			requests: '',
			run: async () => await runWebhook(stage, path, body),
		};
	};
	const plain = async () => await inArrays(account, method, body.rows);
	return [
		await way('**this node**, defaults', Infinity, kommoWorkflow(`${slug}-kommo`, parameters)),
		await way(ARRAYS, Infinity, arraysWorkflow(`${slug}-arrays`, account, method)),
		{
			title: 'plain fetch, arrays of 50',
			most: Infinity,
			runs: [],
			requests: '',
			run: async () => ({ wallMs: await wallMs(plain), cpuMs: NaN }),
		},
		...(method === 'POST' && full
			? [await way(EXPRESSIONS, Infinity, expressionsWorkflow(`${slug}-expressions`))]
			: []),
		...(quick || full
			? []
			: [
					await way(
						'HTTP Request, one per item',
						SLOW_REPETITIONS,
						singlesWorkflow(`${slug}-singles`, account, method),
					),
				]),
	];
}

function bodyOf(items: IDataObject[], full: boolean): WebhookBody {
	const rows = rowsOf(items, full);
	const starts = [0, 50, 100, 150];
	const batches = starts.map((start) => ({ rows: rows.slice(start, start + 50) }));
	return { items, rows, batches };
}

const timesOf = (way?: Way): number[] => (way?.runs ?? []).map((run) => run.wallMs);

function rowOf(way: Way, base: number[], work: string): string[] {
	const [first = NaN, ...later] = timesOf(way);
	const cpu = way.runs.slice(1).map(({ cpuMs }) => cpuMs / LEADS);
	return [
		work,
		way.title,
		way.requests,
		spread(later),
		spread([first]),
		cpu.some(Number.isNaN) ? '–' : spread(cpu, 2),
		way.title === ARRAYS ? '1' : ratioText(later, base.slice(1)),
	];
}

export const realN8n: Scenario = {
	name: 'n8n',
	title: 'Writing 200 leads in the real n8n',
	realN8n: true,
	measure,
};
