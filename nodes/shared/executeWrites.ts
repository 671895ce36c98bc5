import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cutBatches } from './batches';
import { closeLedger, openLedger } from './ledger';
import type { Operation, RunSettings, Session } from './operation';
import { ranges } from './ranges';
import { readByIds } from './readByIds';
import type { Row } from './row';
import { ApiFailure, isRecord } from './wire';
import { RowWriter, type WriteRun } from './writeRows';
import { shown } from './shown';

/** Ids named in a message; the log has all of them. */
const IDS_SHOWN = 100;

export interface WriteResult {
	written: Map<Row, IDataObject>;
	failed: Map<Row, unknown>;
}

/** Writes all rows of a run; the result tells of each row what became of it. */
export async function executeWrites<S extends Session>(
	context: IExecuteFunctions,
	operation: Operation<S>,
	session: S,
	rows: Row[],
	settings: RunSettings,
	goOn: boolean,
): Promise<WriteResult> {
	const run: WriteRun<S> = {
		operation,
		session,
		batchSize: settings.batchSize ?? 1,
		resendAfterRejection: settings.resendAfterRejection,
		goOn,
		signal: context.getExecutionCancelSignal(),
		ledger: openLedger(context),
		written: new Map(),
		failed: new Map(),
	};
	const writer = new RowWriter(run);
	await writer.write(rows);
	if (run.signal?.aborted) logCancelled(context, run, rows);
	if (writer.endedBy) {
		for (const row of rows) {
			if (!run.written.has(row) && !run.failed.has(row)) run.failed.set(row, writer.endedBy);
		}
	}
	if (goOn || run.failed.size === 0) closeLedger(context);
	await completeRecords(run, settings);
	return run;
}

/** Turns the API's short answers into what the node gives: the values sent, or the full entity. */
async function completeRecords<S extends Session>(
	run: WriteRun<S>,
	settings: RunSettings,
): Promise<void> {
	for (const [row, record] of run.written) run.written.set(row, withValuesSent(row, record));
	if (!settings.fullEntity) return;
	const groups = new Map<string, Row[]>();
	for (const row of run.written.keys()) {
		groups.set(row.path, [...(groups.get(row.path) ?? []), row]);
	}
	for (const [path, rows] of groups) {
		const ids = rows.map((row) => Number(run.written.get(row)?.id));
		const stored = await readByIds(run.session, path, run.operation.root, ids, {});
		for (const row of rows) {
			const full = stored.get(Number(run.written.get(row)?.id));
			if (full) run.written.set(row, full);
		}
	}
}

function withValuesSent(row: Row, record: IDataObject): IDataObject {
	const answered = Object.fromEntries(
		Object.entries(record).filter(([key]) => key !== '_links' && key !== 'request_id'),
	);
	return { ...row.body, ...answered };
}

function logCancelled<S extends Session>(
	context: IExecuteFunctions,
	run: WriteRun<S>,
	rows: Row[],
): void {
	const ids = [...run.written.values()].map((record) => record.id);
	context.logger.warn(
		`${context.getNode().name}: cancelled after ${run.written.size} of ${rows.length} items were written`,
		{ writtenIds: ids, writtenItems: ranges([...run.written.keys()].map((row) => row.itemIndex)) },
	);
}

/** What was written and what was not, for the message of a run that stops. */
export function account(rows: Row[], result: WriteResult): string {
	if (rows.length < 2) return '';
	const written = rows.filter((row) => result.written.has(row));
	const lost = rows.filter((row) => isLost(result.failed.get(row)));
	const rest = rows.filter((row) => !result.written.has(row) && !lost.includes(row));
	const ids = written.map((row) => shown(result.written.get(row)?.id));
	const listed = ids.length > IDS_SHOWN ? [...ids.slice(0, IDS_SHOWN), '…'] : ids;
	const parts = [
		written.length > 0 ? `Written: items ${span(written)} (IDs ${listed.join(', ')}).` : '',
		lost.length > 0
			? `Unknown: items ${span(lost)}; look in the account before sending them again.`
			: '',
		rest.length > 0 ? `Not written: items ${span(rest)}.` : '',
	];
	return parts.filter((part) => part !== '').join(' ');
}

function isLost(error: unknown): boolean {
	return error instanceof ApiFailure && error.fateUnknown;
}

function span(rows: Row[]): string {
	return ranges(rows.map((row) => row.itemIndex));
}

/** The requests a run would send, as items; nothing is sent. */
export function dryRun<S extends Session>(
	operation: Operation<S>,
	session: S,
	rows: Row[],
	settings: RunSettings,
): INodeExecutionData[] {
	const writer = new RowWriter<S>({
		operation,
		session,
		batchSize: settings.batchSize ?? 1,
		resendAfterRejection: false,
		goOn: false,
		signal: undefined,
		ledger: null,
		written: new Map(),
		failed: new Map(),
	});
	return cutBatches(rows, settings.batchSize ?? 1).map((batch) => {
		const { method, path, body } = writer.requestFor(batch.rows);
		const merged = batch.rows.filter((row) => row.amendments.length > 0);
		return {
			json: {
				method,
				path,
				body: Array.isArray(body) ? body.filter(isRecord) : [],
				...(merged.length > 0 ? { mergedWithStoredValues: span(merged) } : {}),
			},
			pairedItem: batch.rows.map((row) => ({ item: row.itemIndex })),
		};
	});
}
