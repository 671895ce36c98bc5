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

/** A step that was refused or not reached. */
interface Undone {
	step: Step;
	error: unknown;
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
	const undone = new Map<Row, Undone[]>();
	for (const group of Object.values(groupBy(steps, ({ followUp }) => followUp.root))) {
		for (const one of await runGroup(run, group, ended)) {
			undone.set(one.step.row, [...(undone.get(one.step.row) ?? []), one]);
		}
	}
	for (const [row, ones] of undone) run.failed.set(row, explained(run, row, ones));
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
): Promise<Undone[]> {
	const [first] = steps;
	if (!first) return [];
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
	const isDone = ({ sent }: Step) => own.written.has(sent);
	for (const step of steps.filter(isDone)) note(run, step);
	return steps
		.filter((step) => !isDone(step))
		.map((step) => ({ step, error: own.failed.get(step.sent) ?? ended }));
}

function note<S extends Session>(run: WriteRun<S>, { row, key }: Step): void {
	const entry = run.ledger?.get(row.itemIndex);
	if (entry && 'answer' in entry) entry.followed = [...(entry.followed ?? []), key];
}

/** What was done and what was not, for a row of which steps were refused or not reached. */
function explained<S extends Session>(run: WriteRun<S>, row: Row, undone: Undone[]): ApiFailure {
	const id = shown(run.written.get(row)?.id);
	const done = `The ${run.operation.noun} was ${row.method === 'POST' ? 'created' : 'updated'} with the ID ${id}`;
	const labels = undone.map(({ step }) => step.followUp.label).join(', ');
	const errors = undone.flatMap(({ error }) => (error instanceof Error ? error : []));
	const reasons = [...new Set(errors.map(({ message }) => message))];
	const failure = errors.find((error) => error instanceof ApiFailure);
	const sent = undone[0]?.step.sent ?? row;
	return new ApiFailure({
		message: `${done}, but not linked to ${labels}: ${reasons.join('; ') || 'the run ended before'}`,
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
