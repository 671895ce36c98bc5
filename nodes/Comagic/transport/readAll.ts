import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import type { Session } from '../../shared/operation';
import { at, isRecord, type WireRequest } from '../../shared/wire';
import { listRules, type ListRules } from '../catalogue/listRules';
import { Columns } from './columns';
import type { ListOptions } from './listOptions';
import { foundRows } from './listRows';
import { RowCollector } from './rowCollector';
import { sortRules, sortRows } from './rowOrder';
import { PARAMS } from './rpcParams';
import { daysOf, isOrdered, narrowWindow, splitWindow, type Window } from './windows';

/** Rows of one page, and the highest place a page may begin at (fact sheet §B.4). */
const PAGE = 10_000;
const LAST_OFFSET = 100_000;
/** More rows than this cannot be had from one question. */
const REACH = LAST_OFFSET + PAGE;

interface Reading {
	session: Pick<Session, 'send'>;
	/** e.g. `data/get.calls_report` */
	path: string;
	/** Params of the method, without limit and offset. */
	params: IDataObject;
	options: ListOptions;
	/** How many rows are wanted; null: all. */
	limit: number | null;
}

interface Job extends Reading {
	columns: Columns;
	rules: ListRules;
	rows: RowCollector;
	/** The latest rows are wanted first. */
	isLate: boolean;
}

/**
 * A list of the Data API as one list of rows, however many requests it takes: pages of 10,000;
 * ranges that are longer than the method allows, or hold more rows than a question can give, in
 * windows that overlap by a second, without doubles and in the order asked for.
 * @throws ApiFailure of a request; InvalidValue for ranges that cannot be put together
 * @see fact sheet §B.4
 */
export async function readAll(reading: Reading): Promise<IDataObject[]> {
	const method = reading.path.slice(reading.path.indexOf('/') + 1);
	const rules = listRules(method);
	const window = windowOf(reading.params);
	const windows = window ? windowsOf(window, rules) : [null];
	const asked = sortRules(reading.params.sort);
	const isLate = asked[0]?.field === rules.time && asked[0].order === 'desc';
	const job: Job = {
		...reading,
		columns: new Columns(method, rules, reading.params, reading.options),
		rules,
		isLate,
		rows: new RowCollector(rules.key, rules.time, reading.options.before),
	};
	const isByTime = asked.length === 0 || asked[0]?.field === rules.time;
	const isLong = windows.length > 1 || reading.limit === null || reading.limit > PAGE;
	if (isLong) job.columns.sortByTime();
	if (windows.length > 1) job.columns.askForKey();
	for (const one of isLate ? windows.toReversed() : windows) {
		// later windows hold later rows only
		if (isByTime && isEnough(job)) break;
		await readWindow(job, one);
	}
	return arranged(job, windows.length > 1);
}

function arranged({ rows, columns, limit }: Job, isSplit: boolean): IDataObject[] {
	if (isSplit || rows.isNarrowed) sortRows(rows.list, sortRules(columns.params.sort));
	if (limit !== null && rows.list.length > limit) rows.list.length = limit;
	// in place: a second list would double the memory
	if (columns.added.length > 0) rows.strip(new Set(columns.added));
	return rows.list;
}

const isEnough = ({ limit, rows }: Job): boolean => limit !== null && rows.list.length >= limit;

function windowOf({ date_from: from, date_till: till }: IDataObject): Window | null {
	return typeof from === 'string' && typeof till === 'string' ? { from, till } : null;
}

function windowsOf(window: Window, rules: ListRules): Window[] {
	const { maxDays, isAggregate } = rules;
	if (maxDays === null) return [window];
	if (!isOrdered(window)) {
		throw new InvalidValue(
			`'Date From' is later than 'Date To': ${window.from}, ${window.till}`,
			'Swap the two, or check the expressions.',
		);
	}
	if (!isAggregate) return splitWindow(window, maxDays);
	if (daysOf(window) <= maxDays) return [window];
	throw new InvalidValue(
		`The range from 'Date From' to 'Date To' is longer than the ${maxDays === 90 ? '90 days' : 'three months'} this statistic allows`,
		'It sums over the whole range, and sums of parts (unique visitors, for instance) do not add up. Ask for shorter ranges, or take the report of single calls or communications and count its rows.',
	);
}

/** All pages of one window; one with more rows than can be had is read in parts. */
async function readWindow(job: Job, window: Window | null): Promise<void> {
	const { rows, limit } = job;
	let offset = 0;
	let missing = limit ?? Number.POSITIVE_INFINITY;
	for (;;) {
		const { body } = await job.session.send(pageRequest(job, window, offset, missing));
		const page = foundRows(at(body, 'data'));
		const total = totalOf(body);
		if (offset === 0 && isTooMuch(total, limit)) return await readNarrowed(job, window, total ?? 0);
		missing -= rows.add(page);
		offset += page.length;
		// an object instead of a list is all there is
		const isWhole = !Array.isArray(at(body, 'data')) || page.length === 0;
		const isDone = isWhole || (total !== null && offset >= total);
		if (isDone || missing <= 0) return;
		if (offset > LAST_OFFSET) throw beyondReach(total);
	}
}

function pageRequest(
	{ path, columns }: Job,
	window: Window | null,
	offset: number,
	missing: number,
): WireRequest {
	const range = window ? { date_from: window.from, date_till: window.till } : {};
	return {
		method: 'GET',
		path,
		query: {
			[PARAMS]: JSON.stringify({ ...columns.params, ...range }),
			limit: Math.min(PAGE, missing),
			...(offset > 0 ? { offset } : {}),
		},
	};
}

const isTooMuch = (total: number | null, wanted: number | null): boolean =>
	total !== null && total > REACH && (wanted === null || wanted > REACH);

async function readNarrowed(job: Job, window: Window | null, total: number): Promise<void> {
	// a part larger than planned would be read twice: a margin for uneven hours
	const parts = Math.ceil(total / (REACH * 0.8));
	const canSplit = window !== null && !job.rules.isAggregate && job.rules.key.length > 0;
	const narrower = canSplit ? narrowWindow(window, parts) : null;
	if (narrower === null) throw beyondReach(total);
	job.rows.isNarrowed = true;
	job.columns.askForKey();
	for (const part of job.isLate ? narrower.toReversed() : narrower) await readWindow(job, part);
}

function beyondReach(total: number | null): InvalidValue {
	const rows = total === null ? 'More rows' : `${total} rows`;
	return new InvalidValue(
		`${rows} match, and the Data API gives the first ${REACH} of them only`,
		"Narrow 'Filters' or the dates, so that one question has fewer rows.",
	);
}

function totalOf(body: unknown): number | null {
	const metadata = at(body, 'metadata');
	const total = isRecord(metadata) ? metadata.total_items : undefined;
	const number = typeof total === 'string' ? Number(total) : total;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
