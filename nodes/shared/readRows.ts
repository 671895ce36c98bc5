import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from './invalidValue';
import type { Operation, RowSource, Session } from './operation';
import { readPages } from './pager';
import { runPool } from './pool';
import { readByIds } from './readByIds';
import { copyRecord } from './recordFiles';
import type { Row } from './row';
import { uniqueById } from './uniqueById';
import { ApiFailure, queryString, recordsAt, type QueryValue, type WireRequest } from './wire';
import { shown } from './shown';

export interface ReadRun<S extends Session> {
	operation: Operation<S>;
	session: S;
	/** Continue On Fail: one item's failure leaves the others alone. */
	goOn: boolean;
	/** Records given to a model are capped; null: no cap. */
	mostRecords: number | null;
	found: Map<Row, IDataObject[]>;
	failed: Map<Row, unknown>;
}

/** Runs rows that read; items that ask the same question share one answer. */
export async function readRows<S extends Session>(
	run: ReadRun<S>,
	rows: Row[],
	read: (run: ReadRun<S>, row: Row) => Promise<IDataObject[]>,
): Promise<void> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const { path, query, sources, variants, view } = row;
		const key = JSON.stringify([path, sources, queryString(query), variants, view.limit]);
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	await runPool(
		[...groups.values()].map((group) => async () => await readGroup(run, group, read)),
		() => run.session.inFlight(),
		() => isOver(run),
	);
	failTheRest(run, rows);
}

/** No further request: the run stops at a failure, or every request would meet the same one. */
function isOver<S extends Session>(run: ReadRun<S>): boolean {
	return (!run.goOn && run.failed.size > 0) || endedBy(run) !== undefined;
}

function endedBy<S extends Session>(run: ReadRun<S>): unknown {
	return [...run.failed.values()].find((error) => error instanceof ApiFailure && error.stopsRun);
}

function failTheRest<S extends Session>(run: ReadRun<S>, rows: Row[]): void {
	const ended = endedBy(run);
	if (ended === undefined) return;
	for (const row of rows) {
		if (!run.found.has(row) && !run.failed.has(row)) run.failed.set(row, ended);
	}
}

async function readGroup<S extends Session>(
	run: ReadRun<S>,
	group: Row[],
	read: (run: ReadRun<S>, row: Row) => Promise<IDataObject[]>,
): Promise<void> {
	const [first] = group;
	if (!first) return;
	try {
		const records = await read(run, first);
		// items of their own: what a later node does to one must not show in another
		for (const row of group) run.found.set(row, row === first ? records : records.map(copyRecord));
	} catch (error) {
		for (const row of group) run.failed.set(row, error);
	}
}

/** One collection, page by page, up to the item's limit; doubles by id are dropped. */
export async function readList<S extends Session>(
	run: ReadRun<S>,
	row: Row,
): Promise<IDataObject[]> {
	if (row.sources) return await readSources(run, row, row.sources);
	const limit = smallest(row.view.limit, run.mostRecords);
	const { list } = run.operation;
	if (list) return await list({ session: run.session, path: row.path, query: row.query, limit });
	const variants = row.variants.length > 0 ? row.variants : [{}];
	const lists: IDataObject[][] = [];
	for (const variant of variants) {
		lists.push(await readVariant(run, row, { ...row.query, ...variant }, limit));
	}
	const records = uniqueById(lists.flat());
	const merged = lists.length > 1 ? inOrder(records, row.query) : records;
	return limit === null ? merged : merged.slice(0, limit);
}

/** Several collections with the same question; ids are unique within each only. */
async function readSources<S extends Session>(
	run: ReadRun<S>,
	row: Row,
	sources: RowSource[],
): Promise<IDataObject[]> {
	const lists = sources.map(async ({ path, root, marks }) => {
		const one = { ...run, operation: { ...run.operation, root } };
		const records = await readList(one, { ...row, path, sources: undefined });
		return records.map((record) => ({ ...marks, ...record }));
	});
	return (await Promise.all(lists)).flat().slice(0, run.mostRecords ?? undefined);
}

async function readVariant<S extends Session>(
	run: ReadRun<S>,
	row: Row,
	query: Record<string, QueryValue>,
	limit: number | null,
): Promise<IDataObject[]> {
	const size = Math.min(run.session.pageSize, limit ?? run.session.pageSize);
	const request: WireRequest = {
		method: 'GET',
		path: row.path,
		query: { ...query, limit: size },
	};
	const records: IDataObject[] = [];
	for await (const page of readPages(run.session, request, run.operation.root, limit)) {
		for (const record of page) {
			checkExpectations(row, record);
			records.push(record);
		}
	}
	return records;
}

/** A server that ignores a filter gives everything: better to stop than to pass that on. */
function checkExpectations(row: Row, record: IDataObject): void {
	const broken = row.expectations.find(({ holds }) => !holds(record));
	if (!broken) return;
	throw new InvalidValue(
		`The account ignores the filter '${broken.label}'`,
		'The answer held records that do not match it, so nothing is returned. On amoCRM, filtering through the API has to be switched on for the account; until then leave the filter empty and use the Filter node.',
	);
}

/** Puts the answers of several requests into the order that was asked of each. */
function inOrder(records: IDataObject[], query: Record<string, QueryValue>): IDataObject[] {
	const entry = Object.entries(query).find(([key]) => key.startsWith('order['));
	const key = entry ? entry[0].slice('order['.length, -1) : 'id';
	const sign = entry?.[1] === 'desc' ? -1 : 1;
	return [...records].sort((a, b) => sign * (Number(a[key] ?? 0) - Number(b[key] ?? 0)));
}

function smallest(a: number | null, b: number | null): number | null {
	if (a === null || b === null) return a ?? b;
	return Math.min(a, b);
}

/** One request for the row; answered by one record or a short list. */
export async function readCall<S extends Session>(
	run: ReadRun<S>,
	row: Row,
): Promise<IDataObject[]> {
	const answer = await run.session.send({ method: row.method, path: row.path, query: row.query });
	return recordsAt(answer.body, run.operation.root);
}

/** Records by id for all rows at once, grouped by what else they ask for. */
export async function readGets<S extends Session>(run: ReadRun<S>, rows: Row[]): Promise<void> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = `${collectionOf(row)}?${queryString(row.query)}`;
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	for (const group of groups.values()) {
		if (isOver(run)) break;
		await readGetGroup(run, group);
	}
	failTheRest(run, rows);
}

async function readGetGroup<S extends Session>(run: ReadRun<S>, group: Row[]): Promise<void> {
	const [first] = group;
	if (!first) return;
	try {
		const { operation, session } = run;
		const ids = group.map((row) => Number(row.body.id));
		const path = collectionOf(first);
		const filtered = operation.filterById === true;
		const found = await readByIds(session, path, operation.root, ids, first.query, filtered);
		for (const row of group) settleGet(run, row, found.get(Number(row.body.id)));
	} catch (error) {
		for (const row of group) run.failed.set(row, error);
	}
}

function settleGet<S extends Session>(run: ReadRun<S>, row: Row, record?: IDataObject): void {
	if (record) run.found.set(row, [structuredClone(record)]);
	else if (row.view.whenNotFound === 'empty') run.found.set(row, [{}]);
	else {
		run.failed.set(
			row,
			new InvalidValue(
				`No ${run.operation.noun} has the ID ${shown(row.body.id)}`,
				"It may have been deleted, belong to another account, or be hidden from this user. To go on without it, set 'When Not Found' to an empty item.",
			),
		);
	}
}

/** `/api/v4/leads/7` without its last part. */
function collectionOf(row: Row): string {
	return row.path.slice(0, row.path.lastIndexOf('/'));
}
