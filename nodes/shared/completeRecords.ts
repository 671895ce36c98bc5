import type { IDataObject } from 'n8n-workflow';

import type { Operation, Session } from './operation';
import { readByIds } from './readByIds';
import type { Row } from './row';

interface Completion<S extends Session> {
	operation: Operation<S>;
	session: S;
	written: Map<Row, IDataObject>;
}

/** The API answers a write with little more than an id: the values sent complete it. */
export function addValuesSent(written: Map<Row, IDataObject>): void {
	for (const [row, record] of written) {
		const answered = Object.fromEntries(
			Object.entries(record).filter(([key]) => key !== '_links' && key !== 'request_id'),
		);
		// the id first: it is what the next node asks for
		written.set(row, { id: record.id, ...row.body, ...answered });
	}
}

/**
 * Replaces the API's short answers by the records as they are stored now. What was written stays
 * written: when they cannot be read, `warn` gets the reason and the short answers remain.
 */
export async function readWritten<S extends Session>(
	{ operation, session, written }: Completion<S>,
	warn: (message: string) => void,
): Promise<void> {
	if (operation.answersWhole === true) return;
	const groups = new Map<string, Row[]>();
	for (const row of written.keys()) groups.set(row.path, [...(groups.get(row.path) ?? []), row]);
	for (const [writtenAt, rows] of groups) {
		const { path, root } = operation.readAt ?? { path: writtenAt, root: operation.root };
		const idOf = (row: Row) => Number(written.get(row)?.id);
		try {
			const stored = await readByIds(session, path, root, rows.map(idOf), {});
			for (const row of rows) {
				const full = stored.get(idOf(row));
				const before = written.get(row) ?? {};
				// the answer of another address tells what the record does not, such as `merged`
				const kept = operation.readAt ? before : {};
				const { action } = before;
				if (full) {
					written.set(row, { ...kept, ...full, ...(action === undefined ? {} : { action }) });
				}
			}
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			warn(`Everything was written, but could not be read again (${reason})`);
		}
	}
}
