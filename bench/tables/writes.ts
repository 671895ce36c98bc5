import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { inArrays, onePerItem, storeLeads } from '../baselines';
import { execute, tokenCredential } from '../engine';
import {
	createFull,
	createPlain,
	newLeads,
	rowsOf,
	storedLeads,
	updateFull,
	updatePlain,
} from '../leads';
import { ratioText, spread } from '../report/statistics';
import type { Table } from '../report/table';
import { quiet, wallMs, type Bench, type Scenario } from '../scenario';
import { SandboxProcess } from '../sandbox/process';
import { countText } from '../sandbox/traffic';

const LEADS = 200;
const REPETITIONS = 5;
/** One request per item takes half a minute each time. */
const SLOW_REPETITIONS = 2;

interface Work {
	title: string;
	parameters: INodeParameters;
	method: 'POST' | 'PATCH';
	full: boolean;
	/** Whether "one request per item" is measured for it, too. */
	slowToo: boolean;
}

const works: Work[] = [
	{
		title: 'create: name, price',
		parameters: createPlain,
		method: 'POST',
		full: false,
		slowToo: true,
	},
	{
		title: 'create: with pipeline, stage, custom field',
		parameters: createFull,
		method: 'POST',
		full: true,
		slowToo: false,
	},
	{ title: 'update: price', parameters: updatePlain, method: 'PATCH', full: false, slowToo: true },
	{
		title: 'update: with pipeline, stage, custom field',
		parameters: updateFull,
		method: 'PATCH',
		full: true,
		slowToo: false,
	},
];

/** Wall times (ms) of one way to do the work, and the requests of its last run. */
interface Way {
	title: string;
	run: () => Promise<unknown>;
	most: number;
	times: number[];
	requests: string;
}

async function measure(bench: Bench): Promise<Table> {
	const sandbox = await SandboxProcess.start();
	const rows: string[][] = [];
	try {
		const stored = storedLeads(await storeLeads(sandbox.account, LEADS));
		for (const work of works) {
			bench.say(`  ${work.title}`);
			const items = work.method === 'PATCH' ? stored : newLeads(LEADS);
			rows.push(...(await compare(bench, sandbox, work, items)));
		}
	} finally {
		sandbox.stop();
	}
	return {
		header: ['200 leads', 'client', 'requests', 'wall time, ms', 'first run, ms', 'ratio'],
		rows,
		notes: [
			'Wall time: median (fastest–slowest) of the runs after the first, for the node the whole execution in n8n’s engine. Ratio: to “arrays of 50, one after the other” of the same repetition.',
			'The arrays are sent by a few lines of `fetch` with everything known beforehand; the node also reads what it has to check (pipelines, custom fields), once per kind.',
			'One request per item is paced evenly, just under 7 a second, with as many under way as that takes: the best that clients without arrays can do.',
		],
	};
}

async function compare(
	bench: Bench,
	sandbox: SandboxProcess,
	work: Work,
	items: IDataObject[],
): Promise<string[][]> {
	const ways = waysOf(bench, sandbox, work, items);
	for (let repetition = 0; repetition < (bench.quick ? 2 : REPETITIONS + 1); repetition += 1) {
		for (const way of ways.filter(({ most }) => repetition < most)) {
			await sandbox.realistic();
			await quiet();
			way.times.push(await wallMs(way.run));
			way.requests = countText(await sandbox.requests());
		}
	}
	const base = ways.find(({ title }) => title === ARRAYS)?.times ?? [];
	return ways.map((way, index) => rowOf(way, base, index === 0 ? work.title : ''));
}

const ARRAYS = 'arrays of 50, one after the other';

function waysOf(
	{ nodeType, quick }: Bench,
	sandbox: SandboxProcess,
	work: Work,
	items: IDataObject[],
): Way[] {
	const { account } = sandbox;
	const credentials = tokenCredential(sandbox);
	const wire = rowsOf(items, work.full);
	const { parameters, method } = work;
	const way = (title: string, most: number, run: () => Promise<unknown>): Way => {
		return { title, run, most, times: [], requests: '' };
	};
	const ways = [
		way('**this node**, defaults', Infinity, async () => {
			await execute({ nodeType, credentials, parameters, items });
		}),
		way(ARRAYS, Infinity, async () => await inArrays(account, method, wire)),
	];
	if (!work.slowToo || quick) return ways;
	const slow = async () => await onePerItem(account, method, wire);
	return [...ways, way('one request per item', SLOW_REPETITIONS, slow)];
}

function rowOf({ title, times, requests }: Way, base: number[], work: string): string[] {
	const [first = NaN, ...later] = times;
	const ratio = title === ARRAYS ? '1' : ratioText(later, base.slice(1));
	return [work, title, requests, spread(later), spread([first]), ratio];
}

export const writes: Scenario = {
	name: 'writes',
	title: 'Writing 200 leads with default settings',
	measure,
};
