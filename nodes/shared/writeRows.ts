import type { IDataObject } from 'n8n-workflow';

import { cutBatches, waves, type Batch } from './batches';
import type { Clock } from './clock';
import type { Ledger } from './ledger';
import { releaseUnwritten } from './lostRows';
import type { Operation, Session } from './operation';
import { pairAnswers, requestIdOf } from './pairAnswers';
import { runPool } from './pool';
import { readByIds } from './readByIds';
import { rowId, type Row } from './row';
import { missing, nameRows, notResent, reworded, unanswered } from './rowFailures';
import { ApiFailure, recordsAt, type WireRequest } from './wire';

/** Halvings of a refused batch: enough to find three bad rows among 250. */
const MOST_BISECTIONS = 24;

/** Files uploaded at once: each lies in memory as a whole. */
const MOST_PREPARED = 2;

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
	clock: Clock;
	/** What became of each row. */
	written: Map<Row, IDataObject>;
	failed: Map<Row, unknown>;
}

/** Writes rows in batches, several under way at once; fills `written` and `failed`. */
export class RowWriter<S extends Session> {
	/** Set by a failure that the next request would meet as well. */
	private ended: unknown = null;

	/** A refusal that names no row is looked into for one batch a run, with so many requests. */
	private bisections: number | null = null;

	constructor(private readonly run: WriteRun<S>) {}

	async write(rows: Row[]): Promise<void> {
		const { ledger } = this.run;
		if (ledger) await releaseUnwritten({ ...this.run, ledger }, rows);
		const open = rows.filter((row) => !this.settleFromLedger(row));
		for (const wave of waves(open, this.run.operation.batch?.apart)) {
			if (this.stopped()) break;
			await this.prepare(wave);
			if (this.stopped()) break;
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
	stopped(): boolean {
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
		if ('answer' in entry) {
			Object.assign(row, entry.sent);
			this.run.written.set(row, entry.answer);
		} else this.run.failed.set(row, entry.lost);
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
			() => Math.min(MOST_PREPARED, this.run.session.inFlight()),
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
			if (!operation.batch) return await this.amendSingles(path, rows);
			const ids = rows.map(rowId).filter((id) => id !== null);
			const stored = await readByIds(session, path, operation.root, ids, {});
			for (const row of rows) {
				this.complete(row, stored.get(rowId(row) ?? 0));
			}
		} catch (error) {
			this.fail(rows, error);
		}
	}

	/** Where a request is about one record, its own path gives the stored one. */
	private async amendSingles(path: string, rows: Row[]): Promise<void> {
		const { body } = await this.run.session.send({ method: 'GET', path });
		const [current] = recordsAt(body, '');
		for (const row of rows) this.complete(row, current);
	}

	/** A record that is missing, or cannot be changed that way, is the matter of its own row. */
	private complete(row: Row, current: IDataObject | undefined): void {
		try {
			if (!current) throw missing(this.run.operation.noun, rowId(row));
			for (const change of row.amendments) change(row.body, current);
		} catch (error) {
			this.fail([row], error);
		}
	}

	private async sendBatch(batch: Batch): Promise<void> {
		const request = this.requestFor(batch.rows);
		const sentAt = this.run.clock.now();
		try {
			const answer = await this.run.session.send(request);
			this.settle(batch.rows, recordsAt(answer.body, this.run.operation.root), request);
		} catch (error) {
			await this.refused(batch, request, error);
		}
		this.noteLost(batch.rows, sentAt);
	}

	requestFor(rows: Row[]): WireRequest {
		const [first] = rows;
		if (!first) throw new Error('A batch has at least one row');
		const { batch } = this.run.operation;
		// without arrays a request is about one record: the body is the object itself
		if (!batch) {
			return { method: first.method, path: first.path, query: first.query, body: first.body };
		}
		const withIds = batch.requestId;
		const body = rows.map((row) =>
			withIds ? { ...row.body, request_id: requestIdOf(row) } : row.body,
		);
		return { method: first.method, path: first.path, query: first.query, body };
	}

	private settle(rows: Row[], records: IDataObject[], request: WireRequest): void {
		const { answersNothing, batch } = this.run.operation;
		const pairs = pairAnswers(rows, records, batch?.pairBy);
		for (const row of rows) {
			const record = answersNothing ? { success: true } : pairs.get(row);
			if (record) {
				this.run.written.set(row, record);
				const { method, body } = row;
				this.run.ledger?.set(row.itemIndex, { answer: record, sent: { method, body } });
			} else {
				this.fail([row], unanswered(this.run.operation.noun, request));
			}
		}
	}

	private async refused(batch: Batch, request: WireRequest, error: unknown): Promise<void> {
		if (!(error instanceof ApiFailure)) return this.fail(batch.rows, error);
		const body = Array.isArray(request.body) ? request.body : batch.rows.map((row) => row.body);
		const problems = this.run.session.rowProblems(error, body);
		if (problems === null) return this.fail(batch.rows, error);
		const named = nameRows(batch.rows, problems);
		if (named.size > 0) {
			const rest = batch.rows.filter((row) => !named.has(row));
			for (const [row, text] of named) this.run.failed.set(row, reworded(error, text, row));
			return await this.resend([{ rows: rest, bisected: batch.bisected }], error);
		}
		if (batch.rows.length === 1 || !this.mayHalve(batch)) return this.fail(batch.rows, error);
		const middle = Math.ceil(batch.rows.length / 2);
		const halves = [batch.rows.slice(0, middle), batch.rows.slice(middle)];
		await this.resend(
			halves.map((rows) => ({ rows, bisected: true })),
			error,
		);
	}

	/** One batch a run, and not for ever: when all its rows are bad, halving would cost twice as many. */
	private mayHalve(batch: Batch): boolean {
		if (!this.mayResend() || (this.bisections !== null && batch.bisected !== true)) return false;
		this.bisections ??= MOST_BISECTIONS;
		this.bisections -= 1;
		return this.bisections >= 0;
	}

	/** Sends the rest of a refused batch again, unless the user or an earlier failure forbids it. */
	private async resend(batches: Batch[], error: ApiFailure): Promise<void> {
		for (const batch of batches.filter(({ rows }) => rows.length > 0)) {
			if (this.mayResend()) await this.sendBatch(batch);
			// a run that stops names the rows that were refused; these are among those not written
			else if (this.run.goOn) this.fail(batch.rows, notResent(error));
		}
	}

	private mayResend(): boolean {
		return this.run.resendAfterRejection && this.run.goOn && !this.stopped();
	}

	private fail(rows: Row[], error: unknown): void {
		for (const row of rows) this.run.failed.set(row, error);
		if (!(error instanceof ApiFailure)) return;
		if (error.stopsRun) this.ended = error;
	}

	/** Retry On Fail must not create once more what may be there already. */
	private noteLost(rows: Row[], sentAt: number): void {
		for (const row of rows) {
			const error = this.run.failed.get(row);
			if (!(error instanceof ApiFailure) || !error.fateUnknown) continue;
			this.run.ledger?.set(row.itemIndex, { lost: error, sentAt });
		}
	}
}
