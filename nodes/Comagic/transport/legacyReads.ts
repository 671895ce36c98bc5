import type { IDataObject } from 'n8n-workflow';

import { runPool } from '../../shared/pool';
import { shown } from '../../shared/shown';
import { isRecord, type QueryValue, type WireRequest } from '../../shared/wire';
import { ComagicFailure } from './apiFailure';
import { dayAfter, daysBetween } from './days';
import type { LegacyAccess } from './legacyAccess';
import { MOST_AT_ONCE } from './points';
import { foundRows } from './listRows';
import { withAbsoluteLinks, withRecords } from './recordLinks';

/** Query keys that are meant for us and never sent. */
export const LIMIT = '$limit';
/** `day`: one request a day; `whole`: one for the range. Rows say which with `date` and `total`. */
export const TOTALS = '$totals';
/** `links`: absolute; `records`: beside that, `{ id, link }` of each recording. */
export const LINKS = '$links';
/** Another spelling of the path, for when the first is not there. */
export const OTHER_PATH = '$otherPath';
/** A property that holds JSON as text. */
export const JSON_IN = '$jsonIn';
/** The answer as it is, in one record. */
export const AS_IS = '$asIs';

type Values = Record<string, QueryValue>;

export interface LegacyView {
	/** Records given at most; null: all. */
	most: number | null;
	/** Where links without a host lead. */
	app: string;
}

/**
 * Answers one request to the Session API, `{ data }`.
 * @param request its path is below the base URL, e.g. `v1/call/`
 */
export async function answerLegacy(
	access: LegacyAccess,
	request: WireRequest,
	signal: AbortSignal,
	{ most, app }: LegacyView,
): Promise<IDataObject> {
	const { own, values } = parted(request);
	const ask = async (of: Values) => await askEither(access, request, own, of, signal);
	if (own[AS_IS] !== undefined) return { success: true, data: (await ask(values)) as IDataObject };
	if (request.method !== 'GET') return { data: (await ask(values)) as IDataObject };
	const rows =
		own[TOTALS] === undefined
			? foundRows(await ask(values))
			: await totals(ask, values, own[TOTALS] === 'day');
	const limit = Math.min(Number(own[LIMIT] ?? Infinity), most ?? Infinity);
	return { data: rows.slice(0, limit).map((row) => finished(row, own, app)) };
}

/** What is for us, and what is for the service: the body's and the query's values. */
function parted({ query = {}, body }: WireRequest): { own: Values; values: Values } {
	const own: Values = {};
	const values: Values = {};
	for (const [key, value] of Object.entries(isRecord(body) ? body : {})) {
		if (value !== null && value !== undefined) values[key] = formValue(value);
	}
	for (const [key, value] of Object.entries(query)) {
		(key.startsWith('$') ? own : values)[key] = value;
	}
	return { own, values };
}

function formValue(value: unknown): QueryValue {
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	return shown(value);
}

async function askEither(
	access: LegacyAccess,
	request: WireRequest,
	own: Values,
	values: Values,
	signal: AbortSignal,
): Promise<unknown> {
	try {
		return await access.send(request, values, signal);
	} catch (error) {
		const other = own[OTHER_PATH];
		if (typeof other !== 'string' || !isNotThere(error)) throw error;
		return await access.send({ ...request, path: other }, values, signal);
	}
}

/** Nothing was carried out: there is no such address. */
function isNotThere(error: unknown): boolean {
	if (!(error instanceof ComagicFailure)) return false;
	return error.status === 404 || /^\d{3}404$/.test(error.mnemonic ?? '');
}

/** Sums of the range, or of each of its days: true days, from d to d + 1 (fact sheet §A.3). */
async function totals(
	ask: (values: Values) => Promise<unknown>,
	values: Values,
	byDay: boolean,
): Promise<IDataObject[]> {
	const from = shown(values.date_from);
	const till = shown(values.date_till);
	const parts: Array<[string, string]> = byDay
		? daysBetween(from, till).map((day) => [day, dayAfter(day)])
		: [[from, till]];
	const found: IDataObject[][] = [];
	const failures: unknown[] = [];
	const tasks = parts.map(([start, end], index) => async () => {
		try {
			const answer = await ask({ ...values, date_from: start, date_till: end });
			found[index] = labelled(foundRows(answer), start, !byDay);
		} catch (error) {
			failures.push(error);
		}
	});
	await runPool(
		tasks,
		() => MOST_AT_ONCE,
		() => failures.length > 0,
	);
	if (failures.length > 0) throw failures[0];
	return found.flat();
}

/** A day on which nothing happened is a row, too. */
function labelled(rows: IDataObject[], date: string, total: boolean): IDataObject[] {
	const filled = rows.length > 0 ? rows : [{}];
	return filled.map((row) => ({ ...row, date, total }));
}

function finished(row: IDataObject, own: Values, app: string): IDataObject {
	const links = own[LINKS];
	const linked = links === undefined ? row : withAbsoluteLinks(row, app);
	const full = links === 'records' ? withRecords(linked) : linked;
	const key = own[JSON_IN];
	return typeof key === 'string' ? withParsed(full, key) : full;
}

function withParsed(row: IDataObject, key: string): IDataObject {
	const text = row[key];
	if (typeof text !== 'string') return row;
	try {
		return { ...row, [key]: JSON.parse(text) as IDataObject };
	} catch {
		return row;
	}
}
