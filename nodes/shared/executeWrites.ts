import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cutBatches } from './batches';
import { systemClock } from './clock';
import { addValuesSent, readWritten } from './completeRecords';
import { previewFollowUps, runFollowUps } from './followUps';
import { closeLedger, openLedger } from './ledger';
import type { Operation, RunSettings, Session } from './operation';
import { ranges } from './ranges';
import type { Row } from './row';
import { isUncertain } from './rowFailures';
import { RowWriter, type WriteRun } from './writeRows';
import { shown } from './shown';

/** Ids named in a message; the log has all of them. */
const IDS_SHOWN = 100;

export interface WriteResult {
	written: Map<Row, IDataObject>;
	failed: Map<Row, unknown>;
}

/** How the rows of a run are written; upsert decides for each row first. */
export type Writing<S extends Session> = (
	writer: RowWriter<S>,
	run: WriteRun<S>,
	rows: Row[],
) => Promise<void>;

/** Writes all rows of a run; the result tells of each row what became of it. */
export async function executeWrites<S extends Session>(
	context: IExecuteFunctions,
	operation: Operation<S>,
	session: S,
	rows: Row[],
	settings: RunSettings,
	goOn: boolean,
	write: Writing<S> = async (writer, _run, all) => await writer.write(all),
): Promise<WriteResult> {
	const run: WriteRun<S> = {
		operation,
		session,
		batchSize: settings.batchSize ?? 1,
		resendAfterRejection: settings.resendAfterRejection,
		goOn,
		signal: context.getExecutionCancelSignal(),
		ledger: openLedger(context),
		clock: systemClock,
		written: new Map(),
		failed: new Map(),
	};
	const writer = new RowWriter(run);
	await write(writer, run, rows);
	await runFollowUps(run, rows, writer.endedBy);
	if (run.signal?.aborted) logCancelled(context, run, rows);
	if (writer.endedBy) {
		for (const row of rows) {
			if (!run.written.has(row) && !run.failed.has(row)) run.failed.set(row, writer.endedBy);
		}
	}
	if (!goOn && run.failed.size > 0) return run;
	closeLedger(context);
	if (operation.answerOnly !== true) addValuesSent(run.written);
	if (settings.fullEntity && run.signal?.aborted !== true) {
		await readWritten(run, (message) =>
			context.addExecutionHints({ message, location: 'outputPane' }),
		);
	}
	return run;
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
	const lost = rows.filter((row) => isUncertain(result.failed.get(row)));
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

function span(rows: Row[]): string {
	return ranges(rows.map((row) => row.itemIndex));
}

/**
 * The requests a run would send, as items; nothing is sent.
 * @param parts rows in the order in which they may be written: those of one part together
 */
export function dryRun<S extends Session>(
	operation: Operation<S>,
	session: S,
	parts: Row[][],
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
		clock: systemClock,
		written: new Map(),
		failed: new Map(),
	});
	const batches = parts.flatMap((part) => cutBatches(part, settings.batchSize ?? 1));
	return batches.map((batch) => {
		const { method, path, body } = writer.requestFor(batch.rows);
		const merged = batch.rows.filter((row) => row.amendments.length > 0);
		const followUps = previewFollowUps(batch.rows);
		return {
			json: {
				method,
				path,
				body,
				...(merged.length > 0 ? { mergedWithStoredValues: span(merged) } : {}),
				...(followUps.length > 0 ? { followedBy: followUps } : {}),
			},
			pairedItem: batch.rows.map((row) => ({ item: row.itemIndex })),
		};
	});
}
