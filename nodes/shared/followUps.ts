import groupBy from 'lodash/groupBy';

import type { IDataObject } from 'n8n-workflow';

import type { FollowUp, Session } from './operation';
import { rowId, type Row } from './row';
import { shown } from './shown';
import { ApiFailure } from './wire';
import { RowWriter, type WriteRun } from './writeRows';

interface Step {
	row: Row;
	followUp: FollowUp;
	/** The same step in another try of Retry On Fail. */
	key: string;
	/** What is sent. */
	sent: Row;
}

/**
 * Does what rows asked for once they are written, such as links: steps of one path share requests.
 * A step that fails makes its row a failed one that tells the record's id; the row stays written,
 * and the ledger keeps it, so that Retry On Fail repeats the step only.
 * @param ended the failure after which no request can go well, or null
 */
export async function runFollowUps<S extends Session>(
	run: WriteRun<S>,
	rows: Row[],
	ended: unknown,
): Promise<void> {
	const steps = rows.filter((row) => run.written.has(row)).flatMap((row) => stepsOf(run, row));
	for (const group of Object.values(groupBy(steps, ({ followUp }) => followUp.root))) {
		await runGroup(run, group, ended);
	}
}

function stepsOf<S extends Session>(run: WriteRun<S>, row: Row): Step[] {
	const id = Number(run.written.get(row)?.id);
	const entry = run.ledger?.get(row.itemIndex);
	const done = entry && 'answer' in entry ? (entry.followed ?? []) : [];
	return (row.followUps ?? [])
		.map((followUp) => {
			const { path } = followUp;
			const body = followUp.body(id);
			const sent: Row = { ...row, method: 'POST', path, query: {}, body, ...NOTHING_ELSE };
			return { row, followUp, key: JSON.stringify([path, body]), sent };
		})
		.filter(({ key }) => !done.includes(key));
}

const NOTHING_ELSE = { amendments: [], preparations: [], followUps: [] };

async function runGroup<S extends Session>(
	run: WriteRun<S>,
	steps: Step[],
	ended: unknown,
): Promise<void> {
	const [first] = steps;
	if (!first) return;
	const { root, pairBy, noun } = first.followUp;
	const batch = { max: run.batchSize, requestId: false, pairBy };
	const own: WriteRun<S> = {
		...run,
		operation: { ...run.operation, batch, root, noun, answersNothing: false },
		ledger: null,
		written: new Map(),
		failed: new Map(),
	};
	const writer = new RowWriter(own);
	if (ended === null) await writer.write(steps.map(({ sent }) => sent));
	for (const step of steps) {
		if (own.written.has(step.sent)) note(run, step);
		else run.failed.set(step.row, explained(run, step, own.failed.get(step.sent) ?? ended));
	}
}

function note<S extends Session>(run: WriteRun<S>, { row, key }: Step): void {
	const entry = run.ledger?.get(row.itemIndex);
	if (entry && 'answer' in entry) entry.followed = [...(entry.followed ?? []), key];
}

/** What was done and what was not, for a step that was refused or not reached. */
function explained<S extends Session>(run: WriteRun<S>, step: Step, error: unknown): ApiFailure {
	const { row, followUp, sent } = step;
	const id = shown(run.written.get(row)?.id);
	const done = `The ${run.operation.noun} was ${row.method === 'POST' ? 'created' : 'updated'} with the ID ${id}`;
	const reason = error instanceof Error ? error.message : 'the run ended before';
	const failure = error instanceof ApiFailure ? error : null;
	return new ApiFailure({
		message: `${done}, but not linked to ${followUp.label}: ${reason}`,
		description: `${failure?.description ?? ''} Do not create it again: link it by its ID.`.trim(),
		status: failure?.status ?? null,
		body: failure?.body,
		request: failure?.request ?? { method: sent.method, path: sent.path, body: [sent.body] },
		stopsRun: failure?.stopsRun,
	});
}

/** The follow-ups of rows for Validate Only; the id of a new record is not known yet and stays `null`. */
export function previewFollowUps(rows: Row[]): IDataObject[] {
	return rows.flatMap((row) =>
		(row.followUps ?? []).map(({ path, body }) => {
			const id = rowId(row);
			// NaN equals no id that a user could give
			const values = Object.entries(body(id ?? Number.NaN));
			const shownBody = values.map(([key, value]) => [key, Number.isNaN(value) ? null : value]);
			return { method: 'POST', path, body: Object.fromEntries(shownBody) as IDataObject };
		}),
	);
}
