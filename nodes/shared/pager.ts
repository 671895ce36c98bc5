import type { IDataObject } from 'n8n-workflow';

import type { Session } from './operation';
import { PagesAhead, samePage } from './pagesAhead';
import { uniqueById } from './uniqueById';
import { recordsAt, type WireRequest } from './wire';

/**
 * Reads a collection page by page, in order, until the next link is absent or a 204 comes; never
 * "until a short page", because servers cap page sizes (fact sheet §3.2). Long collections are read
 * ahead; what comes after the last page is dropped, as are records that moved on to a later page and
 * come twice.
 * @param wanted how many records are enough; null: all
 */
export async function* readPages(
	session: Session,
	first: WireRequest,
	root: string,
	wanted: number | null,
): AsyncGenerator<IDataObject[]> {
	const ahead = new PagesAhead(session);
	const ids = new Set<unknown>();
	let pages = 0;
	let seen = 0;
	let request: WireRequest | null = first;
	try {
		while (request) {
			const answer = await (ahead.take(request) ?? session.send(request));
			const records = uniqueById(recordsAt(answer.body, root), ids);
			pages += 1;
			seen += records.length;
			yield records;
			if (wanted !== null && seen >= wanted) return;
			const next = session.nextPage(answer, request);
			// a link to itself would go on for ever
			request = next && !samePage(next, request) ? next : null;
			if (request) ahead.ask(request, pages, pagesLeft(wanted, seen, records.length));
		}
	} finally {
		ahead.drop();
	}
}

function pagesLeft(wanted: number | null, seen: number, pageLength: number): number {
	if (wanted === null) return Number.POSITIVE_INFINITY;
	return Math.ceil((wanted - seen) / Math.max(1, pageLength));
}
