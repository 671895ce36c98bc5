import type { IDataObject } from 'n8n-workflow';

import type { Session } from './operation';
import { recordsAt, type QueryValue, type WireAnswer, type WireRequest } from './wire';

/** Pages read one after the other before any is asked for ahead of its link. */
const PAGES_BEFORE_GUESSING = 4;

/**
 * Reads a collection page by page, in order, until the next link is absent or a 204 comes; never
 * "until a short page", because servers cap page sizes (fact sheet §3.2).
 * Long collections are read ahead: the page number of the next link is counted on, a few pages at
 * most, and what comes after the last page is dropped.
 */
export async function* readPages(
	session: Session,
	first: WireRequest,
	root: string,
	wanted: number | null,
): AsyncGenerator<IDataObject[]> {
	const ahead: Array<{ request: WireRequest; answer: Promise<WireAnswer> }> = [];
	let pages = 0;
	let seen = 0;
	let request: WireRequest | null = first;
	while (request) {
		const guess = ahead.shift();
		const expected: boolean = guess !== undefined && samePage(guess.request, request);
		const answer: WireAnswer = guess && expected ? await guess.answer : await session.send(request);
		if (guess && !expected) abandon([guess, ...ahead.splice(0)]);
		const records = recordsAt(answer.body, root);
		pages += 1;
		seen += records.length;
		yield records;
		if (wanted !== null && seen >= wanted) break;
		request = session.nextPage(answer, request);
		if (request) readAhead(session, request, ahead, pages, pagesLeft(wanted, seen, records));
	}
	abandon(ahead);
}

function pagesLeft(wanted: number | null, seen: number, page: IDataObject[]): number {
	if (wanted === null) return Number.POSITIVE_INFINITY;
	return Math.ceil((wanted - seen) / Math.max(1, page.length));
}

function readAhead(
	session: Session,
	next: WireRequest,
	ahead: Array<{ request: WireRequest; answer: Promise<WireAnswer> }>,
	pagesDone: number,
	left: number,
): void {
	if (pagesDone < PAGES_BEFORE_GUESSING) return;
	const most = Math.min(session.inFlight(), Math.floor(pagesDone / 2), left);
	let request: WireRequest | null = ahead.at(-1)?.request ?? null;
	while (ahead.length < most) {
		request = request ? pageAfter(request) : next;
		if (!request) return;
		const answer = session.send(request);
		// whoever reads the page sees the failure; a page nobody reads must not end the process
		answer.catch(() => undefined);
		ahead.push({ request, answer });
	}
}

function pageAfter(request: WireRequest): WireRequest | null {
	const page = Number(request.query?.page);
	if (!Number.isInteger(page)) return null;
	return { ...request, query: { ...request.query, page: page + 1 } };
}

function samePage(a: WireRequest, b: WireRequest): boolean {
	return a.path === b.path && sameQuery(a.query ?? {}, b.query ?? {});
}

function sameQuery(a: Record<string, QueryValue>, b: Record<string, QueryValue>): boolean {
	const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...keys].every((key) => String(a[key]) === String(b[key]));
}

function abandon(pages: Array<{ answer: Promise<WireAnswer> }>): void {
	for (const page of pages) page.answer.catch(() => undefined);
}
