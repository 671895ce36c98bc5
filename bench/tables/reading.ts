import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { getOnePerItem, pageByPage, storeLeads } from '../baselines';
import { execute, tokenCredential } from '../engine';
import { getById, returnAll, storedLeads } from '../leads';
import { ratioText, spread } from '../report/statistics';
import type { Table } from '../report/table';
import { SandboxProcess } from '../sandbox/process';
import { leastSeconds } from '../sandbox/traffic';
import { quiet, wallMs, type Bench, type Scenario } from '../scenario';

const GETS = 200;

interface Way {
	title: string;
	run: () => Promise<unknown>;
	times: number[];
	requests: number;
}

async function measure(bench: Bench): Promise<Table> {
	const sandbox = await SandboxProcess.start();
	const count = bench.quick ? 2000 : 5000;
	const rows: string[][] = [];
	try {
		const ids = await storeLeads(sandbox.account, count);
		for (const { title, ways } of questions(bench, sandbox, ids)) {
			bench.say(`  ${title}`);
			await repeat(sandbox, ways, bench.quick ? 1 : 3);
			rows.push(...ways.map((way, index) => rowOf(way, ways, index === 0 ? title : '')));
		}
	} finally {
		sandbox.stop();
	}
	return {
		header: ['leads', 'client', 'requests', 'wall time, ms', 'least possible, ms', 'ratio'],
		rows,
		notes: [
			'Ratio: to the last line of the same question, in the same repetition. A page of 250 leads takes 650 ms (150 + 2 for each), a single lead 152 ms.',
			'Least possible: the start of the last request at 7 a second, plus its answer; only who knew the number of pages beforehand could reach it.',
		],
	};
}

function questions({ nodeType, quick }: Bench, sandbox: SandboxProcess, ids: number[]) {
	const credentials = tokenCredential(sandbox);
	const node = async (parameters: INodeParameters, items: IDataObject[], wanted: number) => {
		const { json } = await execute({ nodeType, credentials, parameters, items });
		if (json.length !== wanted) throw new Error(`${json.length} leads instead of ${wanted}`);
	};
	const { account } = sandbox;
	const some = ids.slice(0, quick ? 20 : GETS);
	return [
		{
			title: `Return All of ${ids.length}`,
			ways: [
				way('**this node**', async () => await node(returnAll, [{}], ids.length)),
				way('page after page', async () => await pageByPage(account)),
			],
		},
		{
			title: `Get ${some.length} by ID`,
			ways: [
				way('**this node**', async () => await node(getById, storedLeads(some), some.length)),
				way('one request per item', async () => await getOnePerItem(account, some)),
			],
		},
	];
}

function way(title: string, run: () => Promise<unknown>): Way {
	return { title, run, times: [], requests: 0 };
}

async function repeat(sandbox: SandboxProcess, ways: Way[], repetitions: number): Promise<void> {
	for (let repetition = 0; repetition < repetitions; repetition += 1) {
		for (const each of ways) {
			await sandbox.realistic();
			await quiet();
			each.times.push(await wallMs(each.run));
			each.requests = (await sandbox.requests()).length;
		}
	}
}

function rowOf({ title, times, requests }: Way, ways: Way[], question: string): string[] {
	const base = ways.at(-1)?.times ?? [];
	const answerMs = requests > GETS / 2 ? 152 : 650;
	const least = leastSeconds(requests) * 1000 + answerMs;
	const ratio = base === times ? '1' : ratioText(times, base);
	return [question, title, String(requests), spread(times), String(least), ratio];
}

export const reading: Scenario = {
	name: 'reading',
	title: 'Reading many leads',
	measure,
};
