import type { IDataObject } from 'n8n-workflow';

import type { Writing } from './executeWrites';
import { choose, keyOf } from './findRows';
import type { Ledger } from './ledger';
import { Matcher } from './matcher';
import { ByKey } from './matchKey';
import type { Operation, RunSettings, Session } from './operation';
import type { Row } from './row';
import { ApiFailure } from './wire';

/**
 * Writes rows that change the record matching their key, or create one. Rows of one run that mean
 * the same record become one create and then, in order, updates of what it created.
 */
export function upserting<S extends Session>(
	operation: Operation<S>,
	session: S,
	settings: RunSettings,
): Writing<S> {
	return async (writer, run, rows) => {
		const { goOn, ledger, written, failed } = run;
		await new Upsert(operation, session, settings, {
			goOn,
			ledger,
			written,
			failed,
			stopped: () => writer.stopped(),
			write: async (round) => await writer.write(round),
		}).write(rows);
	};
}

export interface UpsertRun {
	/** Continue On Fail: one item's failure leaves the others alone. */
	goOn: boolean;
	ledger: Ledger | null;
	written: Map<Row, IDataObject>;
	failed: Map<Row, unknown>;
	/** True when no further request may start. */
	stopped: () => boolean;
	/** Sends rows that do not depend on one another; fills `written` and `failed`. */
	write: (rows: Row[]) => Promise<void>;
}

export class Upsert<S extends Session> {
	/** Records known to be there. */
	private readonly known = new ByKey<number>();
	/** Creates of which nobody knows whether they were carried out. */
	private readonly lost = new ByKey<ApiFailure>();
	/** Rows whose record an earlier try created although its answer was lost. */
	private readonly recovered = new Set<Row>();
	private readonly matcher: Matcher;

	constructor(
		private readonly operation: Operation<S>,
		session: S,
		private readonly settings: RunSettings,
		private readonly run: UpsertRun,
	) {
		const { root, query = {} } = operation;
		const source = { path: operation.option.routing.request.url, root, query };
		this.matcher = new Matcher(session, source, settings.match);
	}

	/** Round by round: in each, one row at most for a record or for a key that has none yet. */
	async write(rows: Row[]): Promise<void> {
		const { failed, stopped } = this.run;
		const open = rows.filter((row) => !this.settledBefore(row));
		const keys = open.map(keyOf);
		await this.matcher.prepare(keys, this.run.goOn, stopped);
		for (const row of open) this.resolve(row);
		// a key whose turn never came is not a key without a record
		const { matcher } = this;
		let waiting = open.filter((row) => !failed.has(row) && matcher.knows(keyOf(row)));
		while (waiting.length > 0 && !stopped()) {
			const { ready, later } = this.round(waiting);
			await this.run.write(ready.filter((row) => !this.leftAsItIs(row)));
			for (const row of ready) this.note(row);
			waiting = later;
		}
	}

	/** A row that an earlier try of Retry On Fail has written. */
	private settledBefore(row: Row): boolean {
		const entry = this.run.ledger?.get(row.itemIndex);
		if (!entry || !('answer' in entry)) return false;
		Object.assign(row, entry.sent);
		this.run.written.set(row, entry.answer);
		this.known.set(keyOf(row), Number(entry.answer.id));
		return true;
	}

	/** Notes which stored record a row's key means; a look-up that went wrong fails the row. */
	private resolve(row: Row): void {
		const key = keyOf(row);
		if (!this.matcher.knows(key)) return;
		try {
			const matches = this.matcher.matching(key);
			const several = this.settings.onSeveral === 'all' ? 'stop' : this.settings.onSeveral;
			const [chosen] = choose(matches, several, key, this.operation.noun);
			if (chosen) this.known.set(key, Number(chosen.id));
		} catch (error) {
			this.run.failed.set(row, error);
		}
	}

	private round(rows: Row[]): { ready: Row[]; later: Row[] } {
		const ready: Row[] = [];
		const later: Row[] = [];
		const creating = new ByKey<true>();
		const changing = new Set<number>();
		for (const row of rows) {
			const key = keyOf(row);
			const id = this.known.get(key);
			const lost = id === undefined ? this.lost.get(key) : undefined;
			if (lost) this.run.failed.set(row, lost);
			else if (id === undefined ? creating.has(key) : changing.has(id)) later.push(row);
			else {
				if (id === undefined) creating.set(key, true);
				else changing.add(id);
				this.decide(row, id);
				ready.push(row);
			}
		}
		return { ready, later };
	}

	/** Makes the row a create, or a change of the record with this id. */
	private decide(row: Row, id: number | undefined): void {
		if (id === undefined) return this.creates(row);
		row.method = 'PATCH';
		// an earlier try created it without knowing: it is sent once more, as what it was
		const isOwn = this.run.ledger?.delete(row.itemIndex) === true;
		if (isOwn) this.recovered.add(row);
		row.body = { ...this.combine(row.body, isOwn ? {} : row.onlyWhen.found), id };
		if (!isOwn) row.amendments.push(...row.onlyWhen.amend.found);
	}

	private creates(row: Row): void {
		row.method = 'POST';
		row.body = this.combine(row.body, row.onlyWhen.missing);
		// what is merged with the stored values has none to be merged with
		const changes = [...row.amendments, ...row.onlyWhen.amend.missing];
		for (const change of changes) change(row.body, {});
		row.amendments.length = 0;
		for (const complete of row.completeNew) row.body = complete(row.body);
	}

	private combine(common: IDataObject, special: IDataObject): IDataObject {
		return this.operation.combine?.(common, special) ?? { ...common, ...special };
	}

	/** A record that is there and has nothing to change is the answer itself. */
	private leftAsItIs(row: Row): boolean {
		const changes = Object.keys(row.body).filter((property) => property !== 'id');
		if (row.method === 'POST' || changes.length > 0 || row.amendments.length > 0) return false;
		this.run.written.set(row, { id: row.body.id, action: 'unchanged' });
		return true;
	}

	/** Remembers what became of a row; the ledger keeps the same object, with what was done. */
	private note(row: Row): void {
		const record = this.run.written.get(row);
		if (record) {
			const isNew = row.method === 'POST' || this.recovered.has(row);
			record.action ??= isNew ? 'created' : 'updated';
			this.known.set(keyOf(row), Number(record.id));
			return;
		}
		const failure = this.run.failed.get(row);
		const isLost = failure instanceof ApiFailure && failure.fateUnknown;
		if (isLost && row.method === 'POST') this.lost.set(keyOf(row), failure);
	}
}
