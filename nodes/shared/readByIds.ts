import type { IDataObject } from 'n8n-workflow';

import type { Session } from './operation';
import { readPages } from './pager';
import { runPool } from './pool';
import { ApiFailure, recordsAt, type QueryValue } from './wire';

/** Ids in one request: 100 of them keep the URL below 4 kB, half of what web servers take. */
const IDS_PER_REQUEST = 100;

/**
 * Reads records by id, many in one request (`filter[id][]`). A server that ignores the filter is
 * noticed by records nobody asked for; then, and for a single id, each is read on its own. A single
 * id answered with 404 is asked for by the filter: the address itself may be missing (§4.7).
 * Ids that do not exist are absent from the result.
 * @param filtered false where the endpoint has no such filter
 */
export async function readByIds(
	session: Session,
	path: string,
	root: string,
	ids: number[],
	query: Record<string, QueryValue>,
	filtered = true,
): Promise<Map<number, IDataObject>> {
	const wanted = [...new Set(ids)];
	const found = new Map<number, IDataObject>();
	const refused: number[] = [];
	const single = async (id: number) => {
		const record = await readOne(session, `${path}/${id}`, query);
		if (record === 404) refused.push(id);
		else if (record && Number(record.id) === id) found.set(id, record);
	};
	const many = filtered && wanted.length > 1;
	if (many && (await readFiltered(session, path, root, wanted, query, found))) return found;
	const open = wanted.filter((id) => !found.has(id));
	await readAll(
		session,
		open.map((id) => async () => await single(id)),
	);
	const untried = filtered && !many && refused.length > 0;
	if (untried) await readFiltered(session, path, root, refused, query, found);
	return found;
}

/** A missing record is a 204 or a 404, depending on its kind (fact sheet §8). */
async function readOne(
	session: Session,
	path: string,
	query: Record<string, QueryValue>,
): Promise<IDataObject | 404 | undefined> {
	try {
		const answer = await session.send({ method: 'GET', path, query });
		return recordsAt(answer.body, '')[0];
	} catch (error) {
		if (error instanceof ApiFailure && error.status === 404) return 404;
		throw error;
	}
}

/** False when the server does not filter by id. */
async function readFiltered(
	session: Session,
	path: string,
	root: string,
	ids: number[],
	query: Record<string, QueryValue>,
	found: Map<number, IDataObject>,
): Promise<boolean> {
	let filters = true;
	const asked = new Set(ids);
	const read = async (part: number[]) => {
		const request = {
			method: 'GET' as const,
			path,
			query: { ...query, 'filter[id]': part, limit: Math.min(part.length, session.pageSize) },
		};
		for await (const page of readPages(session, request, root, part.length)) {
			if (!filters) return;
			for (const record of page) {
				if (asked.has(Number(record.id))) found.set(Number(record.id), record);
				else filters = false;
			}
		}
	};
	const parts = Array.from({ length: Math.ceil(ids.length / IDS_PER_REQUEST) }, (_, index) =>
		ids.slice(index * IDS_PER_REQUEST, (index + 1) * IDS_PER_REQUEST),
	);
	await readAll(
		session,
		parts.map((part) => async () => await read(part)),
	);
	return filters;
}

/** Runs reads side by side; the first failure ends the rest and is thrown. */
async function readAll(session: Session, tasks: Array<() => Promise<void>>): Promise<void> {
	const failures: unknown[] = [];
	await runPool(
		tasks.map((task) => async () => {
			await task().catch((error: unknown) => {
				failures.push(error);
			});
		}),
		() => session.inFlight(),
		() => failures.length > 0,
	);
	if (failures.length > 0) throw failures[0];
}
