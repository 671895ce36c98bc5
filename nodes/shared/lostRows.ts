import type { IDataObject } from 'n8n-workflow';

import type { Clock } from './clock';
import type { Ledger } from './ledger';
import type { Operation, Session } from './operation';
import type { Row } from './row';
import { shown } from './shown';
import { recordsAt, type WireRequest } from './wire';

/** Lists may lag a little behind writes. */
const LAG_MS = 2_000;
/** A proxy may have cut the connection while the server behind it goes on for a while. */
const CUT_LAG_MS = 5_000;
const DAY_MS = 86_400_000;
/** Said by the API itself: it has stopped working on the request. */
const API_FAILED = 500;

interface Search<S extends Session> {
	operation: Operation<S>;
	session: S;
	ledger: Ledger;
	clock: Clock;
	signal: AbortSignal | undefined;
}

/**
 * Before Retry On Fail gives up rows whose fate is unknown, the collection is looked at, newest
 * first: when it holds nothing made since they were sent but what this run made itself, they were
 * not written, and the ledger forgets them, so that they are sent again. Whatever is not clear
 * stays lost: a row may be missing, but never written twice.
 */
export async function releaseUnwritten<S extends Session>(
	search: Search<S>,
	rows: Row[],
): Promise<void> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		if (isLost(search.ledger, row)) groups.set(row.path, [...(groups.get(row.path) ?? []), row]);
	}
	for (const [path, lost] of groups) {
		// a failure of the look-up says nothing about the rows
		const unwritten = await isUnwritten(search, path, lost).catch(() => false);
		if (unwritten) for (const { itemIndex } of lost) search.ledger.delete(itemIndex);
	}
}

function isLost(ledger: Ledger, row: Row): boolean {
	const entry = ledger.get(row.itemIndex);
	return entry !== undefined && 'lost' in entry;
}

async function isUnwritten<S extends Session>(
	search: Search<S>,
	path: string,
	rows: Row[],
): Promise<boolean> {
	const { operation, ledger, clock, signal } = search;
	if (operation.batch?.newestFirst !== true) return false;
	const entries = [...ledger.values()];
	const lost = rows.flatMap(({ itemIndex }) => {
		const entry = ledger.get(itemIndex);
		return entry && 'lost' in entry ? [entry] : [];
	});
	// the server may still be at it, or the record says that it was made long ago
	if (lost.some((entry) => !entry.lost.workEnded)) return false;
	if (rows.some(({ body }) => body.created_at !== undefined)) return false;
	const sentAt = Math.min(...lost.map((entry) => entry.sentAt));
	const lastSentAt = Math.max(...lost.map((entry) => entry.sentAt));
	const cut = lost.some((entry) => entry.lost.status !== API_FAILED);
	const waitMs = lastSentAt + (cut ? CUT_LAG_MS : LAG_MS) - clock.now();
	if (waitMs > 0) await clock.sleep(waitMs, signal);
	const own = new Set(entries.flatMap((entry) => ('answer' in entry ? [entry.answer.id] : [])));
	return await holdsNothingSince(search, path, sentAt, own, rows);
}

/** @param sentAt our time, ms; the server's own is in its answer's header Date */
async function holdsNothingSince<S extends Session>(
	{ operation, session, clock }: Search<S>,
	path: string,
	sentAt: number,
	own: Set<unknown>,
	rows: Row[],
): Promise<boolean> {
	const query = { 'order[id]': 'desc', limit: session.pageSize };
	let request: WireRequest | null = { method: 'GET', path, query };
	let lastId = Number.POSITIVE_INFINITY;
	while (request) {
		const answer = await session.send(request);
		const serverMs = Date.parse(shown(answer.headers.date));
		if (Number.isNaN(serverMs)) return false;
		// both clocks count whole seconds
		const since = Math.floor((serverMs - (clock.now() - sentAt)) / 1000) - 1;
		const records = recordsAt(answer.body, operation.root);
		const others = records.filter(({ id }) => !own.has(id));
		if (areThere(rows, others, serverMs)) return false;
		for (const { id, created_at: createdAt } of records) {
			// a server that ignores the order, or does not tell the time, proves nothing
			if (!(Number(id) < lastId) || typeof createdAt !== 'number') return false;
			lastId = Number(id);
			if (createdAt >= since && !own.has(id)) return false;
		}
		const isOld = records.every(({ created_at: createdAt }) => Number(createdAt) < since);
		const isEnd = records.length === 0 || others.length > 0;
		request = isOld && isEnd ? null : session.nextPage(answer, request);
	}
	return true;
}

/**
 * Whether the newest records say the same as the rows. A server whose clock stands still dates them
 * long ago; where records are made every day it runs, and alike ones are somebody else's.
 */
function areThere(rows: Row[], others: IDataObject[], serverMs: number): boolean {
	const newest = others.slice(0, rows.length);
	const isRunning = newest.some(({ created_at: at }) => Number(at) * 1000 > serverMs - DAY_MS);
	return !isRunning && rows.every(({ body }) => newest.some((record) => saysTheSame(record, body)));
}

/** By the plain values that both have; without any there is nothing to go by. */
function saysTheSame(record: IDataObject, body: IDataObject): boolean {
	const keys = Object.keys(body).filter(
		(key) => record[key] !== undefined && typeof body[key] !== 'object',
	);
	return keys.length > 0 && keys.every((key) => shown(record[key]) === shown(body[key]));
}
