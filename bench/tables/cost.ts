import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IExecuteFunctions, INodeParameters, INodeType } from 'n8n-workflow';

import { execute, tokenCredential } from '../engine';
import { createFull, newLeads } from '../leads';
import { median, ratioText, spread } from '../report/statistics';
import type { Table } from '../report/table';
import { SandboxProcess } from '../sandbox/process';
import type { Bench, Scenario } from '../scenario';

/** Number of items, and how often it is measured: small runs are noisy. */
const SIZES = [
	{ items: 1, repetitions: 60 },
	{ items: 100, repetitions: 20 },
	{ items: 1000, repetitions: 7 },
	{ items: 10_000, repetitions: 3 },
];
/** Executions before the first measured one, so that the engine's compiler has done its work. */
const WARM_UP = { items: 500, times: 5 };
const SETTLE_MS = 50;

/** What n8n itself takes for the three expressions: a node that reads them and does nothing else. */
function readerOf({ description }: INodeType): INodeType {
	return {
		description,
		async execute(this: IExecuteFunctions) {
			const names = ['name', 'additionalFields.price', 'customFields.value'];
			const items = this.getInputData().map((_item, item) => {
				const [name, price, fields] = names.map((each) => this.getNodeParameter(each, item));
				return { json: { name, price, fields }, pairedItem: { item } };
			});
			return [items];
		},
	};
}

interface Way {
	title: string;
	nodeType: INodeType;
	parameters: INodeParameters;
}

function waysOf(nodeType: INodeType): [Way, Way, Way] {
	const validateOnly = { ...createFull, options: { validateOnly: true } };
	return [
		{ title: 'create', nodeType, parameters: createFull },
		{ title: 'Validate Only', nodeType, parameters: validateOnly },
		{ title: 'expressions only', nodeType: readerOf(nodeType), parameters: createFull },
	];
}

interface Sample {
	/** CPU of this process, user and system, ms. */
	cpuMs: number;
	/** Heap while the result is kept, above what it was before, bytes. */
	keptBytes: number;
	/** What is still there when the result is given up, bytes. */
	leftBytes: number;
}

type Run = (way: Way, count: number) => Promise<unknown>;

async function sample(run: Run, way: Way, count: number): Promise<Sample> {
	const before = heapUsed();
	const cpu = process.cpuUsage();
	const kept: unknown[] = [await run(way, count)];
	const { user, system } = process.cpuUsage(cpu);
	const keptBytes = heapUsed() - before;
	kept.pop();
	// what was under way when the run ended lets go of it a moment later
	await delay(SETTLE_MS);
	return { cpuMs: (user + system) / 1000, keptBytes, leftBytes: heapUsed() - before };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

async function measure(bench: Bench): Promise<Table> {
	const sandbox = await SandboxProcess.start();
	const rows: string[][] = [];
	const ways = waysOf(bench.nodeType);
	const credentials = tokenCredential(sandbox, { requestsPerSecond: 50 });
	const run: Run = async ({ nodeType, parameters }, count) =>
		await execute({ nodeType, credentials, parameters, items: newLeads(count) });
	try {
		for (let time = 0; time < WARM_UP.times; time += 1) {
			for (const way of ways) await run(way, WARM_UP.items);
		}
		for (const { items, repetitions } of bench.quick ? SIZES.slice(0, 3) : SIZES) {
			bench.say(`  ${items} items`);
			const samples: Sample[][] = ways.map(() => []);
			for (let time = 0; time < Math.ceil(bench.quick ? repetitions / 4 : repetitions); time += 1) {
				await sandbox.reset();
				for (const [index, way] of ways.entries()) {
					samples[index]?.push(await sample(run, way, items));
				}
			}
			rows.push(rowOf(items, samples));
		}
	} finally {
		sandbox.stop();
	}
	return { header, rows, notes };
}

const header = [
	'items',
	'create, ms CPU per item',
	'Validate Only, ms CPU per item',
	'expressions only, ms CPU per item',
	'create ÷ expressions',
	'heap per item while the result is kept, KB',
	'of that without the node, KB',
	'heap left afterwards, KB in all',
];

const notes = [
	'Leads are created with name, price and a custom field by expression, pipeline and stage fixed, in requests of 50. CPU is user and system time of the process with n8n’s engine in it; the sandbox runs in another one, answers at once and refuses nothing.',
	'A flat column means that the work grows with the items and not faster; a single item carries the whole cost of an execution.',
	'Expressions only: the same engine, items and expressions with a node that reads its parameters and hands them on: what n8n takes whatever the node does. Expressions are evaluated by n8n’s in-process evaluator; the real n8n isolates them, which costs more (table “real n8n”).',
	'Heap: after a garbage collection, input items, output items and n8n’s record of the run included.',
];

function rowOf(items: number, [create = [], dry = [], reader = []]: Sample[][]): string[] {
	const perItem = (samples: Sample[]) => samples.map(({ cpuMs }) => cpuMs / items);
	const kept = (samples: Sample[]) =>
		spread([median(samples.map(({ keptBytes }) => keptBytes / items / 1024))], 1);
	return [
		String(items),
		spread(perItem(create), 3),
		spread(perItem(dry), 3),
		spread(perItem(reader), 3),
		ratioText(perItem(create), perItem(reader)),
		kept(create),
		kept(reader),
		spread(
			create.map(({ leftBytes }) => leftBytes / 1024),
			0,
		),
	];
}

export const cost: Scenario = {
	name: 'cost',
	title: 'CPU and memory as the work grows',
	measure,
};
