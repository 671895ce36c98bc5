import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Stage } from '../../sandbox/demo/stage';
import type { StoredDelivery } from '../../sandbox/kommo/model';
import { until } from '../support/until';

const EVENT = 'update_lead';
/** Id of the next lead; no seed has such ids. */
let nextId = 500_001;
const READ_AT_ONCE = 5;
const UNENDED = new Set(['new', 'running', 'waiting', 'unknown']);
/** A loaded machine takes its time; asking it too often does not make it faster. */
const PATIENCE = { giveUpAfterMs: 180_000, lookEveryMs: 250 };

/** Deliveries the account has sent or is sending, oldest first. */
export function deliveries({ sandbox }: Stage): StoredDelivery[] {
	return [...sandbox.accounts.kommo.store.deliveries.values()];
}

/** Sends events about leads nobody has heard of, evenly over a time; gives their ids. */
export async function sendEvents(stage: Stage, count: number, overMs = 0): Promise<number[]> {
	const ids = Array.from({ length: count }, () => nextId++);
	const began = performance.now();
	for (const [index, id] of ids.entries()) {
		const due = began + (index * overMs) / count;
		if (due > performance.now()) await delay(due - performance.now());
		stage.sandbox.deliver({ event: EVENT, fields: { id } });
	}
	return ids;
}

/** Waits until the account expects no answer any more. */
export async function untilAnswered(stage: Stage): Promise<void> {
	const isOpen = ({ state }: StoredDelivery) => state === 'pending';
	await until('every delivery is answered', () => !deliveries(stage).some(isOpen), PATIENCE);
}

/** Waits until so many runs (or more) have begun and all that began have ended; gives their ids. */
export async function endedRuns(
	{ client }: Stage,
	workflowId: string,
	atLeast: number,
): Promise<string[]> {
	let runs = await client.listExecutions(workflowId);
	await until(
		`${atLeast} runs have ended`,
		async () => {
			runs = await client.listExecutions(workflowId);
			return runs.length >= atLeast && !runs.some(({ status }) => UNENDED.has(status));
		},
		PATIENCE,
	);
	return runs.map(({ id }) => id);
}

/** Asserts that each of the leads was in exactly one item of all runs, and nothing else was. */
export async function assertEachOnce(
	stage: Stage,
	workflowId: string,
	leadIds: number[],
): Promise<void> {
	const runs = await endedRuns(stage, workflowId, leadIds.length);
	assert.deepEqual((await leadsOfRuns(stage, runs)).sort(), [...leadIds].sort());
}

/** Ids of the leads in the trigger's items of all these runs, as often as they come. */
export async function leadsOfRuns(stage: Stage, executionIds: string[]): Promise<number[]> {
	const left = [...executionIds];
	const seen: number[] = [];
	const read = async () => {
		for (let id = left.pop(); id !== undefined; id = left.pop()) {
			seen.push(...(await leadsOf(stage, id)));
		}
	};
	await Promise.all(Array.from({ length: READ_AT_ONCE }, read));
	return seen;
}

async function leadsOf({ client }: Stage, executionId: string): Promise<number[]> {
	const { nodeRuns, status, error } = await client.getExecution(executionId);
	assert.equal(status, 'success', error?.message);
	const [items = []] = nodeRuns['Kommo Trigger']?.[0]?.outputs ?? [];
	return items.map(({ json: { entity } }) =>
		typeof entity === 'object' && entity !== null && 'id' in entity ? Number(entity.id) : NaN,
	);
}

/** How the account was answered. */
export interface Answers {
	sent: number;
	/** Answered well by the first attempt. */
	atOnce: number;
	/** Answered well at last. */
	delivered: number;
	/** All attempts, the first ones included. */
	attempts: number;
	/** Of first attempts that were answered, ms, ascending. */
	answerMs: number[];
}

export function answersTo(sent: StoredDelivery[]): Answers {
	const firsts = sent.flatMap(({ attempts }) => attempts.slice(0, 1));
	const answered = firsts.filter(({ status }) => status === 200);
	return {
		sent: sent.length,
		atOnce: answered.length,
		delivered: sent.filter(({ state }) => state === 'delivered').length,
		attempts: sent.reduce((sum, { attempts }) => sum + attempts.length, 0),
		answerMs: answered.map(({ durationMs }) => durationMs).sort((a, b) => a - b),
	};
}

/** For the run's report; times are told, not asserted. */
export function answersText({ sent, atOnce, delivered, attempts, answerMs }: Answers): string {
	const ms = (value = NaN) => `${Math.round(value)} ms`;
	const middle = answerMs[Math.floor(answerMs.length / 2)];
	return `${sent} sent, ${atOnce} answered in time at once (median ${ms(middle)}, slowest ${ms(answerMs.at(-1))}), ${delivered} at last, ${attempts} attempts`;
}
