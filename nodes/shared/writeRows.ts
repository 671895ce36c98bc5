import type { IDataObject } from 'n8n-workflow';

import { cutBatches, waves, type Batch } from './batches';
import { InvalidValue } from './invalidValue';
import type { Ledger } from './ledger';
import type { Operation, RowProblem, Session } from './operation';
import { pairAnswers, requestIdOf } from './pairAnswers';
import { runPool } from './pool';
import { readByIds } from './readByIds';
import { rowId, type Row } from './row';
import { ApiFailure, recordsAt, type WireRequest } from './wire';

export interface WriteRun<S extends Session> {
	operation: Operation<S>;
	session: S;
	batchSize: number;
	/** Whether the good rows of a refused batch are sent again. */
	resendAfterRejection: boolean;
	/** Continue On Fail: a failure ends its batch, not the run. */
	goOn: boolean;
	signal: AbortSignal | undefined;
	ledger: Ledger | null;
	/** What became of each row. */
	written: Map<Row, IDataObject>;
	failed: Map<Row, unknown>;
}

/** Writes rows in batches, several under way at once; fills `written` and `failed`. */
export class RowWriter<S extends Session> {
	/** Set by a failure that the next request would meet as well. */
	private ended: unknown = null;

	/** A refusal that names no row is looked into for one batch a run. */
	private mayBisect = true;

	constructor(private readonly run: WriteRun<S>) {}

	async write(rows: Row[]): Promise<void> {
		const open = rows.filter((row) => !this.settleFromLedger(row));
		for (const wave of waves(open)) {
			if (this.stopped()) break;
			await this.prepare(wave);
			const ready = await this.amend(wave.filter((row) => !this.run.failed.has(row)));
			const tasks = cutBatches(ready, this.run.batchSize).map(
				(batch) => async () => await this.sendBatch(batch),
			);
			await runPool(
				tasks,
				() => this.run.session.inFlight(),
				() => this.stopped(),
			);
		}
	}

	/** True when no further request may start. */
	private stopped(): boolean {
		if (this.run.signal?.aborted === true || this.ended !== null) return true;
		return !this.run.goOn && this.run.failed.size > 0;
	}

	/** The failure that ended the run before all rows were tried; null when there was none. */
	get endedBy(): unknown {
		return this.ended;
	}

	private settleFromLedger(row: Row): boolean {
		const entry = this.run.ledger?.get(row.itemIndex);
		if (!entry) return false;
		if ('answer' in entry) this.run.written.set(row, entry.answer);
		else this.run.failed.set(row, entry.lost);
		return true;
	}

	/** Does what rows need first, such as uploads, a few side by side. */
	private async prepare(rows: Row[]): Promise<void> {
		const tasks = rows
			.filter((row) => row.preparations.length > 0)
			.map((row) => async () => {
				try {
					for (const action of row.preparations) await action(row.body);
				} catch (error) {
					this.fail([row], error);
				}
			});
		await runPool(
			tasks,
			() => this.run.session.inFlight(),
			() => this.stopped(),
		);
	}

	/** Reads the stored records of rows that change lists step by step, and completes their bodies. */
	private async amend(rows: Row[]): Promise<Row[]> {
		const waiting = rows.filter((row) => row.amendments.length > 0);
		const groups = new Map<string, Row[]>();
		for (const row of waiting) groups.set(row.path, [...(groups.get(row.path) ?? []), row]);
		for (const [path, group] of groups) await this.amendGroup(path, group);
		return rows.filter((row) => !this.run.failed.has(row));
	}

	private async amendGroup(path: string, rows: Row[]): Promise<void> {
		const { operation, session } = this.run;
		try {
			const ids = rows.map(rowId).filter((id) => id !== null);
			const stored = await readByIds(session, path, operation.root, ids, {});
			for (const row of rows) {
				const current = stored.get(rowId(row) ?? 0);
				if (current) for (const change of row.amendments) change(row.body, current);
				else this.run.failed.set(row, missing(operation.noun, rowId(row)));
			}
		} catch (error) {
			this.fail(rows, error);
		}
	}

	private async sendBatch(batch: Batch): Promise<void> {
		const request = this.requestFor(batch.rows);
		try {
			const answer = await this.run.session.send(request);
			this.settle(batch.rows, recordsAt(answer.body, this.run.operation.root));
		} catch (error) {
			await this.refused(batch, request, error);
		}
	}

	requestFor(rows: Row[]): WireRequest {
		const [first] = rows;
		if (!first) throw new Error('A batch has at least one row');
		const withIds = this.run.operation.batch?.requestId === true;
		const body = rows.map((row) =>
			withIds ? { ...row.body, request_id: requestIdOf(row) } : row.body,
		);
		return { method: first.method, path: first.path, query: first.query, body };
	}

	private settle(rows: Row[], records: IDataObject[]): void {
		const pairs = pairAnswers(rows, records);
		for (const row of rows) {
			const record = pairs.get(row);
			if (record) {
				this.run.written.set(row, record);
				this.run.ledger?.set(row.itemIndex, { answer: record });
			} else {
				this.run.failed.set(row, unanswered(this.run.operation.noun));
			}
		}
	}

	private async refused(batch: Batch, request: WireRequest, error: unknown): Promise<void> {
		if (!(error instanceof ApiFailure)) return this.fail(batch.rows, error);
		const body = Array.isArray(request.body) ? request.body : [];
		const problems = this.run.session.rowProblems(error, body);
		if (problems === null) return this.fail(batch.rows, error);
		const named = nameRows(batch.rows, problems);
		if (named.size > 0) {
			const rest = batch.rows.filter((row) => !named.has(row));
			for (const [row, text] of named) this.run.failed.set(row, reworded(error, text));
			return await this.resend([{ rows: rest, bisected: batch.bisected }], error);
		}
		const mayHalve = this.mayResend() && (batch.bisected === true || this.mayBisect);
		if (batch.rows.length === 1 || !mayHalve) return this.fail(batch.rows, error);
		this.mayBisect = false;
		const middle = Math.ceil(batch.rows.length / 2);
		const halves = [batch.rows.slice(0, middle), batch.rows.slice(middle)];
		await this.resend(
			halves.map((rows) => ({ rows, bisected: true })),
			error,
		);
	}

	/** Sends the rest of a refused batch again, unless the user or an earlier failure forbids it. */
	private async resend(batches: Batch[], error: ApiFailure): Promise<void> {
		for (const batch of batches.filter(({ rows }) => rows.length > 0)) {
			if (this.mayResend()) await this.sendBatch(batch);
			else this.fail(batch.rows, notResent(error));
		}
	}

	private mayResend(): boolean {
		return this.run.resendAfterRejection && this.run.goOn && !this.stopped();
	}

	private fail(rows: Row[], error: unknown): void {
		for (const row of rows) this.run.failed.set(row, error);
		if (!(error instanceof ApiFailure)) return;
		if (error.stopsRun) this.ended = error;
		if (!error.fateUnknown) return;
		for (const row of rows) this.run.ledger?.set(row.itemIndex, { lost: error });
	}
}

/** Which rows of a batch a rejection names, by `request_id` or by place, and what it says of them. */
function nameRows(rows: Row[], problems: RowProblem[]): Map<Row, string> {
	const byRequestId = new Map(rows.map((row) => [requestIdOf(row), row]));
	const texts = new Map<Row, string>();
	for (const problem of problems) {
		const byPlace = problem.index === null ? undefined : rows[problem.index];
		const row = byRequestId.get(problem.requestId ?? '') ?? byPlace;
		if (!row) continue;
		const before = texts.get(row);
		texts.set(row, before ? `${before}; ${problem.text}` : problem.text);
	}
	return texts;
}

function reworded(failure: ApiFailure, text: string): ApiFailure {
	return new ApiFailure({
		message: text,
		description: failure.description,
		status: failure.status,
		body: failure.body,
		request: failure.request,
	});
}

function notResent(failure: ApiFailure): ApiFailure {
	return new ApiFailure({
		message: 'Not written, because another item of the same request was refused',
		description: `The request was refused as a whole: ${failure.message}. Mend that item, or set On Error to continue: the other items are then sent again without it.`,
		status: failure.status,
		body: failure.body,
		request: failure.request,
	});
}

function missing(noun: string, id: number | null): InvalidValue {
	return new InvalidValue(
		`The ${noun} with the ID ${id ?? '?'} was not found`,
		'It may have been deleted, belong to another account, or be hidden from this user.',
	);
}

function unanswered(noun: string): InvalidValue {
	return new InvalidValue(
		`The answer has no row for this ${noun}`,
		'The request was accepted, but this item is missing from the answer: look in the account whether it was written before running it again.',
	);
}
