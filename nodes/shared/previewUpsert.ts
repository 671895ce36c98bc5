import type { IDataObject } from 'n8n-workflow';

import type { Operation, RunSettings, Session } from './operation';
import type { Row } from './row';
import { Upsert } from './upsertRows';

export interface UpsertPreview {
	/** Rows that would be sent, in the order of their rounds. */
	parts: Row[][];
	/** Rows that need no request. */
	unchanged: Map<Row, IDataObject>;
	failed: Map<Row, unknown>;
}

/**
 * Looks up and decides every row as a real run does, and writes nothing. A row that would change
 * what another one creates has that item in place of the id.
 */
export async function previewUpsert<S extends Session>(
	operation: Operation<S>,
	session: S,
	settings: RunSettings,
	rows: Row[],
	goOn: boolean,
): Promise<UpsertPreview> {
	const parts: Row[][] = [];
	const written = new Map<Row, IDataObject>();
	const failed = new Map<Row, unknown>();
	const upsert = new Upsert(operation, session, settings, {
		goOn,
		ledger: null,
		written,
		failed,
		stopped: () => !goOn && failed.size > 0,
		write: async (part) => {
			parts.push(part);
			for (const row of part) written.set(row, { id: row.body.id ?? standIn(row) });
			await Promise.resolve();
		},
	});
	await upsert.write(rows);
	const unchanged = new Map([...written].filter(([, { action }]) => action === 'unchanged'));
	for (const record of [...parts.flat().map(({ body }) => body), ...unchanged.values()]) {
		const id = Number(record.id);
		if (id < 0) record.id = `of item ${-id - 1}`;
	}
	return { parts: parts.filter((part) => part.length > 0), unchanged, failed };
}

/** Stands for the id a create would give; real ids are positive. */
function standIn(row: Row): number {
	return -row.itemIndex - 1;
}
