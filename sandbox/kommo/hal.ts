/** HAL envelopes and paging (§3.2). */
import { noContent, type Answer, type Call } from './call';
import { isInt, type Json } from './guards';
import { tooMany } from './problems';
import { texts } from './queryString';

const defaultLimit = 50;
export const maxRows = 250;

export function selfLink(call: Call, path: string): { self: { href: string } } {
	return { self: { href: `${call.base}/api/v4${path}` } };
}

export interface PageOptions {
	/** `_total_items` and `_page_count` (§3.2: custom fields and users only). */
	totals?: boolean;
}

/** One page of `rows` under `_embedded[key]`; 204 when it is empty or beyond the end. */
export function pageAnswer<T>(
	call: Call,
	key: string,
	rows: T[],
	toWire: (row: T) => unknown,
	options: PageOptions = {},
): Answer {
	const { page, limit } = pageParams(call);
	const slice = rows.slice((page - 1) * limit, page * limit);
	if (slice.length === 0) return noContent;
	const more = rows.length > page * limit;
	const hasNext = call.switches.nextLink === 'onFullPage' ? slice.length === limit : more;
	const pages = Math.ceil(rows.length / limit);
	const links: Json = { self: pageLink(call, page, limit) };
	if (hasNext) links['next'] = pageLink(call, page + 1, limit);
	if (page > 1) {
		links['first'] = pageLink(call, 1, limit);
		links['prev'] = pageLink(call, page - 1, limit);
	}
	if (options.totals) links['last'] = pageLink(call, pages, limit);
	return {
		status: 200,
		entities: slice.length,
		body: {
			...(options.totals ? { _total_items: rows.length } : {}),
			_page: page,
			...(options.totals ? { _page_count: pages } : {}),
			_links: links,
			_embedded: { [key]: slice.map(toWire) },
		},
	};
}

function pageParams(call: Call): { page: number; limit: number } {
	const read = (name: string): number | undefined => {
		const value = Number(texts(call.query[name])[0]);
		return isInt(value) && value >= 1 ? value : undefined;
	};
	const asked = read('limit') ?? defaultLimit;
	if (asked > maxRows && call.switches.limitAboveMax === 'reject') throw tooMany(maxRows);
	return { page: read('page') ?? 1, limit: Math.min(asked, maxRows, call.switches.maxPageSize) };
}

function pageLink(call: Call, page: number, limit: number): { href: string } {
	const search = new URLSearchParams(call.search);
	search.set('limit', String(limit));
	search.set('page', String(page));
	return { href: `${call.base}${call.path}?${search.toString()}` };
}

/** An unpaged list with `_total_items` (§3.2: pipelines, statuses, webhooks, links). */
export function listAnswer(call: Call, key: string, rows: unknown[]): Answer {
	return {
		status: 200,
		entities: rows.length,
		body: {
			_total_items: rows.length,
			_links: { self: { href: `${call.base}${call.path}` } },
			_embedded: { [key]: rows },
		},
	};
}
