import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import {
	at,
	isRecord,
	recordsAt,
	type QueryValue,
	type WireAnswer,
	type WireRequest,
} from '../../shared/wire';
import { findMethod } from '../catalogue/catalogue';
import { ComagicFailure } from './apiFailure';
import { decorateRows } from './decorateRows';
import { LIST, listOptions } from './listOptions';
import { readAll } from './readAll';
import type { Recordings } from './recordings';
import { PARAMS } from './rpcParams';

/** The engine's key for records by id. */
const BY_IDS = 'filter[id]';

export interface DataWay {
	/** Sends one request as it is. */
	exchange: (request: WireRequest) => Promise<WireAnswer>;
	recordings: Recordings;
	/** Rows a reader gets at most; null: no cap. */
	mostRecords: number | null;
}

/**
 * Answers a request to the Data API that stands for something else on the wire: a whole list
 * (`$list`), a record by id (`data/get.tags/7`, `filter[id]`), rows of one upload (an array as the
 * body). Everything else goes out as it is.
 */
export async function answerData(request: WireRequest, way: DataWay): Promise<WireAnswer> {
	const { query = {}, body } = request;
	if (query[LIST.whole] === true) {
		const most = query[LIST.most];
		const limit = smaller(typeof most === 'number' ? most : null, way.mostRecords);
		const own = isRecord(body) ? body : {};
		const rows = await readDataList(way, request.path, query, limit, own);
		return { status: 200, headers: {}, body: { data: rows } };
	}
	const [, path, id] = /^(data\/get\.[a-z_]+)\/(\d+)$/.exec(request.path) ?? [];
	if (path !== undefined) {
		const answer = await way.exchange(byIds({ ...request, path }, [Number(id)]));
		// one record, not a list of one; null: there is none
		return { ...answer, body: recordsAt(answer.body, 'data')[0] ?? null };
	}
	const ids = query[BY_IDS];
	if (Array.isArray(ids)) return await way.exchange(byIds(request, ids.map(Number)));
	const plain = Array.isArray(body) ? inOneObject(request, body) : request;
	return withRecord(request, await withEitherName(plain, way));
}

/** Methods whose name the documentation spells in two ways (fact sheet §B.7, unverified). */
const OTHER_NAMES: Record<string, string> = {
	'data/update.tags_communication': 'data/update.tags_communications',
};

/** A name that does not exist did nothing: the other one may be tried. */
async function withEitherName(request: WireRequest, { exchange }: DataWay): Promise<WireAnswer> {
	const other = OTHER_NAMES[request.path];
	if (other === undefined) return await exchange(request);
	try {
		return await exchange(request);
	} catch (error) {
		const isUnknown = error instanceof ComagicFailure && error.mnemonic === 'method_not_found';
		if (!isUnknown) throw error;
		return await exchange({ ...request, path: other });
	}
}

/** A write that is answered with an empty list was carried out like one with an empty object. */
export function withRecord({ method, body: sent }: WireRequest, answer: WireAnswer): WireAnswer {
	const data = at(answer.body, 'data');
	const isEmpty = Array.isArray(data) && data.length === 0;
	if (method === 'GET' || Array.isArray(sent) || !isEmpty || !isRecord(answer.body)) return answer;
	return { ...answer, body: { ...answer.body, data: {} } };
}

const smaller = (a: number | null, b: number | null): number | null =>
	a === null || b === null ? (a ?? b) : Math.min(a, b);

/** All rows of a list with what was asked to be added to them. */
export async function readDataList(
	{ exchange, recordings }: DataWay,
	path: string,
	query: Record<string, QueryValue>,
	limit: number | null,
	body: IDataObject = {},
): Promise<IDataObject[]> {
	const options = listOptions(query);
	const params = { ...body, ...paramsOf(query) };
	const rows = await readAll({ session: { send: exchange }, path, params, options, limit });
	await decorateRows(rows, options, recordings);
	return rows;
}

function paramsOf(query: Record<string, QueryValue>): IDataObject {
	const text = query[PARAMS];
	const value: unknown = typeof text === 'string' ? JSON.parse(text) : {};
	return isRecord(value) ? value : {};
}

/** `in` is not offered by all methods, `=` is (fact sheet §B.4). */
function byIds(request: WireRequest, ids: number[]): WireRequest {
	const leaves = ids.map((id) => ({ field: 'id', operator: '=', value: id }));
	const [only] = leaves;
	const filter = leaves.length === 1 ? only : { filters: leaves, condition: 'or' };
	const { [BY_IDS]: _ids, ...query } = request.query ?? {};
	const params = { ...paramsOf(query), filter };
	return { ...request, query: { ...query, [PARAMS]: JSON.stringify(params) } };
}

/** Bytes that one request with calls may have (fact sheet §B.8). */
const MOST_BYTES = 512 * 1024;

function requireSize(method: string, rows: IDataObject[]): void {
	if (method !== 'upload.calls' || Buffer.byteLength(JSON.stringify(rows)) <= MOST_BYTES) return;
	throw new InvalidValue(
		`${rows.length} calls in one request are more than the 512 KB the service takes`,
		rows.length === 1
			? "Shorten 'Comment', or load fewer records with the call."
			: "Lower 'Batch Size' in the options.",
	);
}

/** Rows of one upload go under the method's own list: `{ calls: […] }`. */
function inOneObject(request: WireRequest, rows: IDataObject[]): WireRequest {
	const method = request.path.slice(request.path.indexOf('/') + 1);
	const list = findMethod(method)?.params.find(({ type }) => type === 'array');
	if (!list) throw new Error(`${method} takes no list of rows`);
	requireSize(method, rows);
	return { ...request, body: { [list.name]: rows } };
}
