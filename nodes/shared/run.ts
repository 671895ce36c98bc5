import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { waves } from './batches';
import { systemClock } from './clock';
import { account, dryRun, executeWrites } from './executeWrites';
import { findRows } from './findRows';
import { Hints } from './hints';
import { nodeFailure } from './nodeFailure';
import type { Connector, Operation, RunSettings, Session } from './operation';
import { planRows, type Plan } from './plan';
import { previewUpsert } from './previewUpsert';
import { ParameterReader } from './readFields';
import { readCall, readGets, readList, readRows, type ReadRun } from './readRows';
import { isTool } from './isTool';
import type { NodeFailure, Outcome, Row } from './row';
import { readSettings } from './settings';
import { toItems } from './toItems';
import { upserting } from './upsertRows';

/** Records a model gets at most when the node is an agent's tool. */
const TOOL_RECORDS = 100;

/**
 * Runs the chosen operation for all input items: parameters → plan → pages, batches or single
 * calls → items. Throws NodeOperationError or NodeApiError with the item's index.
 */
export async function run<S extends Session>(
	context: IExecuteFunctions,
	connector: Connector<S>,
): Promise<INodeExecutionData[][]> {
	try {
		return [await runOperation(context, connector)];
	} catch (error) {
		if (goesOn(context)) return [allFailed(context, error)];
		const failure = nodeFailure(context.getNode(), error, 0);
		throw isTool(context) ? inOneText(failure) : failure;
	}
}

/** Continue On Fail; a model is told of failures in any case. */
const goesOn = (context: IExecuteFunctions): boolean =>
	context.continueOnFail() && !isTool(context);

/** What ends the run ends each item: n8n itself would pass the input on as if all had gone well. */
function allFailed(context: IExecuteFunctions, error: unknown): INodeExecutionData[] {
	const node = context.getNode();
	const input = context.getInputData();
	const outcomes = input.map((_item, index): [number, Outcome] => [
		index,
		{ ok: false, failure: nodeFailure(node, error, index) },
	]);
	return toItems(new Map(outcomes), input, node);
}

/** A model is given the message only: what to do about it has to be in there. */
function inOneText(failure: NodeFailure): NodeFailure {
	const { description } = failure;
	if (description && !failure.message.includes(description)) {
		failure.message = `${failure.message}. ${description}`;
	}
	return failure;
}

async function runOperation<S extends Session>(
	context: IExecuteFunctions,
	connector: Connector<S>,
): Promise<INodeExecutionData[]> {
	const operation = chosenOperation(context, connector);
	const reader = new ParameterReader(context);
	const settings = readSettings(reader, operation);
	const session = await connector.open(context);
	try {
		return await runWith(context, operation, session, reader, settings);
	} finally {
		await session.close?.();
	}
}

async function runWith<S extends Session>(
	context: IExecuteFunctions,
	operation: Operation<S>,
	session: S,
	reader: ParameterReader,
	settings: RunSettings,
): Promise<INodeExecutionData[]> {
	const hints = new Hints();
	const plan = await planRows({ context, operation, session, reader, hints, clock: systemClock });
	hints.show(context);
	const goOn = goesOn(context);
	const [invalid] = plan.invalid;
	if (invalid && !goOn) throw nodeFailure(context.getNode(), invalid[1], invalid[0]);
	const writes = operation.kind === 'write' || operation.kind === 'upsert';
	if (settings.validateOnly && writes) {
		return await validated(context, operation, session, plan, settings, goOn);
	}
	const outcomes = writes
		? await writeOutcomes(context, operation, session, plan, settings, goOn)
		: await readOutcomes(context, operation, session, plan, settings, goOn);
	return toItems(outcomes, context.getInputData(), context.getNode());
}

/** The requests that would be sent, then the items that need none or cannot be sent. */
async function validated<S extends Session>(
	context: IExecuteFunctions,
	operation: Operation<S>,
	session: S,
	plan: Plan,
	settings: RunSettings,
	goOn: boolean,
): Promise<INodeExecutionData[]> {
	const { parts, unchanged, failed } =
		operation.kind === 'upsert'
			? await previewUpsert(operation, session, settings, plan.rows, goOn)
			: {
					parts: waves(plan.rows, operation.batch?.apart),
					unchanged: new Map<Row, IDataObject>(),
					failed: new Map<Row, unknown>(),
				};
	if (!goOn) throwFirst(context, failed, '');
	const records = new Map([...unchanged].map(([row, record]) => [row, [record]]));
	const outcomes = outcomesOf(context, plan, records, failed);
	return [
		...dryRun(operation, session, parts, settings),
		...toItems(outcomes, context.getInputData(), context.getNode()),
	];
}

async function writeOutcomes<S extends Session>(
	context: IExecuteFunctions,
	operation: Operation<S>,
	session: S,
	plan: Plan,
	settings: RunSettings,
	goOn: boolean,
): Promise<Map<number, Outcome>> {
	const { rows } = plan;
	const writing = operation.kind === 'upsert' ? upserting(operation, session, settings) : undefined;
	const result = await executeWrites(context, operation, session, rows, settings, goOn, writing);
	if (!goOn) throwFirst(context, result.failed, account(rows, result));
	const spread = operation.spread ?? ((record: IDataObject) => [record]);
	const most = isTool(context) ? TOOL_RECORDS : undefined;
	const records = new Map(
		[...result.written].map(([row, record]) => [row, spread(record).slice(0, most)]),
	);
	return outcomesOf(context, plan, records, result.failed);
}

function chosenOperation<S extends Session>(
	context: IExecuteFunctions,
	connector: Connector<S>,
): Operation<S> {
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = connector.resources
		.find(({ value }) => value === resource)
		?.operations.find(({ option }) => option.value === name);
	if (operation) return operation;
	throw new Error(`The operation '${name}' does not exist for '${resource}'`);
}

async function readOutcomes<S extends Session>(
	context: IExecuteFunctions,
	operation: Operation<S>,
	session: S,
	plan: Plan,
	settings: RunSettings,
	goOn: boolean,
): Promise<Map<number, Outcome>> {
	const reading: ReadRun<S> = {
		operation,
		session,
		goOn,
		mostRecords: isTool(context) ? TOOL_RECORDS : null,
		found: new Map(),
		failed: new Map(),
	};
	if (operation.kind === 'get') await readGets(reading, plan.rows);
	else if (operation.kind === 'find') await findRows({ ...reading, settings }, plan.rows);
	else await readRows(reading, plan.rows, operation.kind === 'list' ? readList : readCall);
	if (!goOn) throwFirst(context, reading.failed, '');
	for (const [row, records] of reading.found) {
		if (row.view.simplify && operation.kind !== 'find')
			reading.found.set(row, await simplified(operation, session, records));
	}
	return outcomesOf(context, plan, reading.found, reading.failed);
}

async function simplified<S extends Session>(
	operation: Operation<S>,
	session: S,
	records: IDataObject[],
): Promise<IDataObject[]> {
	const { simplify } = operation;
	if (!simplify) return records;
	const flat: IDataObject[] = [];
	for (const record of records) {
		flat.push(Object.keys(record).length === 0 ? record : await simplify(record, session));
	}
	return flat;
}

/** Throws the failure of the first item that has one, with an account of the others. */
function throwFirst(
	context: IExecuteFunctions,
	failed: Map<Row, unknown>,
	accountText: string,
): void {
	const [first] = [...failed].sort(([a], [b]) => a.itemIndex - b.itemIndex);
	if (!first) return;
	const failure = nodeFailure(context.getNode(), first[1], first[0].itemIndex);
	failure.description = [failure.description, accountText].filter(Boolean).join(' ');
	throw failure;
}

function outcomesOf(
	context: IExecuteFunctions,
	plan: Plan,
	records: Map<Row, IDataObject[]>,
	failed: Map<Row, unknown>,
): Map<number, Outcome> {
	const outcomes = invalidOutcomes(context, plan);
	for (const [row, list] of records) outcomes.set(row.itemIndex, { ok: true, records: list });
	for (const [row, error] of failed) {
		const failure = nodeFailure(context.getNode(), error, row.itemIndex);
		outcomes.set(row.itemIndex, { ok: false, failure });
	}
	return outcomes;
}

function invalidOutcomes(context: IExecuteFunctions, plan: Plan): Map<number, Outcome> {
	return new Map(
		[...plan.invalid].map(([itemIndex, error]) => [
			itemIndex,
			{ ok: false, failure: nodeFailure(context.getNode(), error, itemIndex) },
		]),
	);
}
