import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from './invalidValue';
import type { MatchKey, MatchSource } from './matchKey';
import type { Session } from './operation';
import { readPages } from './pager';
import { ApiFailure, recordsAt, type WireRequest } from './wire';

const PAGES_UNDER_WAY = 3;

/** Keys of one kind by the name their records are found under. */
interface Wanted {
	bucketsOf: (entity: IDataObject) => string[];
	keys: Map<string, MatchKey[]>;
}

/**
 * Reads the whole collection once and keeps what may match one of the keys.
 * Throws InvalidValue when it has more than `maxPages` pages: nothing is found then, rather than
 * something missed. The first page beyond the cap is asked for early, so that a collection that is
 * too long costs two requests.
 */
export async function readWhole(
	session: Session,
	source: MatchSource,
	maxPages: number,
	keys: MatchKey[],
): Promise<Map<MatchKey, IDataObject[]>> {
	const wanted = byIndex(keys);
	const found = new Map<MatchKey, IDataObject[]>();
	const request: WireRequest = {
		method: 'GET',
		path: source.path,
		query: { ...source.query, 'order[id]': 'asc', limit: session.pageSize },
	};
	let pages = 0;
	for await (const page of readPages(unhurried(session), request, source.root, null)) {
		pages += 1;
		const isLong = pages === 1 && page.length >= session.pageSize;
		if (pages > maxPages || (isLong && (await hasPage(session, request, source, maxPages + 1)))) {
			throw tooLarge(maxPages, session.pageSize);
		}
		for (const entity of page) keep(entity, wanted, found);
	}
	return found;
}

/**
 * Where the collection ends is not known beforehand: pages asked for ahead of it are in vain, so
 * that few are under way, just enough for the vendor's rate.
 */
function unhurried(session: Session): Session {
	return {
		pageSize: session.pageSize,
		inFlight: () => Math.min(session.inFlight(), PAGES_UNDER_WAY),
		send: async (request, signal) => await session.send(request, signal),
		nextPage: (answer, request) => session.nextPage(answer, request),
		rowProblems: (failure, rows) => session.rowProblems(failure, rows),
	};
}

async function hasPage(
	session: Session,
	request: WireRequest,
	{ root }: MatchSource,
	page: number,
): Promise<boolean> {
	try {
		const { body } = await session.send({ ...request, query: { ...request.query, page } });
		return recordsAt(body, root).length > 0;
	} catch (error) {
		// a server that refuses such a page leaves it to the counting of pages
		if (error instanceof ApiFailure && !error.stopsRun) return false;
		throw error;
	}
}

function byIndex(keys: MatchKey[]): Wanted[] {
	const kinds = new Map<string, Wanted>();
	for (const key of keys) {
		if (!key.index) continue;
		const { name, bucket, bucketsOf } = key.index;
		const kind = kinds.get(name) ?? { bucketsOf, keys: new Map<string, MatchKey[]>() };
		kinds.set(name, kind);
		kind.keys.set(bucket, [...(kind.keys.get(bucket) ?? []), key]);
	}
	return [...kinds.values()];
}

function keep(entity: IDataObject, wanted: Wanted[], found: Map<MatchKey, IDataObject[]>): void {
	for (const { bucketsOf, keys } of wanted) {
		for (const key of bucketsOf(entity).flatMap((bucket) => keys.get(bucket) ?? [])) {
			if (!key.matches(entity)) continue;
			const kept = found.get(key);
			if (kept) kept.push(entity);
			else found.set(key, [entity]);
		}
	}
}

function tooLarge(pages: number, size: number): InvalidValue {
	return new InvalidValue(
		`The account has more than ${pages} pages of ${size} records: they were not read`,
		"Raise 'Max Pages' in the options, or switch off 'Match Against All Records': each value is then looked up on its own.",
	);
}
