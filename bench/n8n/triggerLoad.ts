/** Deliveries of the sandbox to a published trigger of the real n8n, and what came of them. */
import { setTimeout as delay } from 'node:timers/promises';

import type { Stage } from '../../sandbox/demo/stage';
import {
	answersTo,
	deliveries,
	endedRuns,
	leadsOfRuns,
	sendEvents,
	untilAnswered,
	type Answers,
} from '../../test/e2e/deliveries';
import { gapMs, hooks, publishTrigger, unpublish } from '../../test/e2e/triggerRun';
import { cpuMs } from './theatre';

export interface Load {
	count: number;
	/** 0: all at once. */
	overMs: number;
}

export interface Outcome extends Answers {
	/** Events the account had; it sends none to a webhook that it has disabled. */
	wanted: number;
	once: number;
	moreThanOnce: number;
	/** CPU of n8n for all of it, ms. */
	cpuMs: number;
	disabled: boolean;
}

/** After the last answer runs may still begin. */
const QUIET_MS = 3_000;
const WARM_UP = 10;

/** Publishes a trigger, warms n8n up, sends events, and waits until nothing happens any more. */
export async function sendLoad(stage: Stage, { count, overMs }: Load): Promise<Outcome> {
	stage.sandbox.reset();
	const { workflowId } = await publishTrigger(stage, { name: `Bench: ${count} in ${overMs} ms` });
	const warm = await sendEvents(stage, WARM_UP, 1_000);
	await untilAnswered(stage);
	await endedRuns(stage, workflowId, warm.length);
	const before = await cpuMs(stage.n8n.pid);
	const ids = await sendEvents(stage, count, overMs);
	await untilAnswered(stage);
	await delay(QUIET_MS);
	const runs = await endedRuns(stage, workflowId, 0);
	const used = (await cpuMs(stage.n8n.pid)) - before;
	const seen = countOf(await leadsOfRuns(stage, runs));
	const disabled = hooks(stage).some((hook) => hook.disabled);
	await unpublish(stage, workflowId);
	return {
		...answersTo(deliveries(stage).slice(warm.length)),
		wanted: count,
		once: ids.filter((id) => seen.get(id) === 1).length,
		moreThanOnce: ids.filter((id) => (seen.get(id) ?? 0) > 1).length,
		cpuMs: used,
		disabled,
	};
}

function countOf(ids: number[]): Map<number, number> {
	const counts = new Map<number, number>();
	for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}

export interface Gap {
	/** The account had no webhook, ms. */
	accountMs: number;
	/** From the first to the last 404 of n8n at the trigger's address, ms; 0 without any. */
	n8nMs: number;
}

/** Publishes a changed trigger again and tells for how long events would have been missed. */
export async function measureGap(stage: Stage, round: number): Promise<Gap> {
	const name = 'Bench: published again';
	const events = (more: string) => ['add_lead', 'update_lead', more];
	const { destination } = await publishTrigger(stage, { name, events: events('add_task') });
	stage.sandbox.clearRequests();
	const probe = probing(destination.replace(/\?.*/, ''));
	const { workflowId } = await publishTrigger(stage, { name, events: events('add_contact') });
	const n8nMs = await probe.stop();
	const accountMs = gapMs(stage);
	if (round === 0) await unpublish(stage, workflowId);
	return { accountMs, n8nMs };
}

/** Asks an address all the time, one request after the other, for 404s. */
function probing(url: string): { stop: () => Promise<number> } {
	const missing: number[] = [];
	const life = { over: false };
	const done = (async () => {
		while (!life.over) {
			const { status } = await fetch(url, { method: 'POST' });
			if (status === 404) missing.push(performance.now());
			await delay(5);
		}
	})();
	return {
		stop: async () => {
			life.over = true;
			await done;
			return (missing.at(-1) ?? 0) - (missing[0] ?? 0);
		},
	};
}

/**
 * Sends events, starts n8n anew, and sends the same bodies again, as an account does that got no
 * answer in time; gives the number of events that ran twice.
 */
export async function repeatAfterRestart(stage: Stage, { count, overMs }: Load): Promise<number> {
	stage.sandbox.reset();
	const name = `Bench: repeated, ${count} in ${overMs} ms`;
	const { workflowId, destination } = await publishTrigger(stage, { name });
	await sendEvents(stage, count, overMs);
	await untilAnswered(stage);
	await endedRuns(stage, workflowId, count);
	const bodies = deliveries(stage).map(({ body }) => body);
	await stage.restartN8n();
	for (const body of bodies) stage.sandbox.deliver({ body, destination });
	await untilAnswered(stage);
	await delay(QUIET_MS);
	const seen = countOf(await leadsOfRuns(stage, await endedRuns(stage, workflowId, count)));
	await unpublish(stage, workflowId);
	return [...seen.values()].filter((times) => times > 1).length;
}
