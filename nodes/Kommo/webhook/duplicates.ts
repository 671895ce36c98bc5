import { createHash } from 'node:crypto';

import type { DeliveredEvent } from './decode/decodeDelivery';
import type { TriggerState } from './triggerState';

/** The last repetition comes 95 minutes after the first attempt (fact sheet §5.2). */
const REMEMBERED_MS = 3 * 60 * 60 * 1000;
/** Keys per node in memory, and in the workflow's static data, which is written with every delivery. */
const MOST_IN_MEMORY = 5_000;
const MOST_STORED = 300;

type Keys = Map<string, number>;

/** By node; shared by all workflows of the process. */
const memory = new Map<string, Keys>();

/**
 * Whether a delivery came before; notes it when it did not. Certain within one process; across
 * processes and restarts as good as the static data, which concurrent deliveries overwrite.
 * @param node names the node in this n8n
 * @param keys of the delivery, see `deliveryKeys`
 * @param nowMs milliseconds since the epoch
 */
export function isRepeated(
	node: string,
	keys: string[],
	state: TriggerState,
	nowMs: number,
): boolean {
	const known = memory.get(node) ?? new Map<string, number>();
	memory.set(node, known);
	const since = nowMs - REMEMBERED_MS;
	const stored = state.seen.filter(([, at]) => at > since);
	const isKnown = (key: string) =>
		(known.get(key) ?? 0) > since || stored.some(([one]) => one === key);
	const repeated = keys.some(isKnown);
	for (const key of keys) known.set(key, nowMs);
	prune(known, since);
	if (!repeated) {
		const added = keys.map((key): [string, number] => [key, nowMs]);
		state.seen = [...stored, ...added].slice(-MOST_STORED);
	}
	return repeated;
}

/** Forgets everything, as a restart does. */
export function forgetDeliveries(): void {
	memory.clear();
}

/** Keys stand in the order they were first seen. */
function prune(known: Keys, since: number): void {
	for (const [key, at] of known) {
		if (at > since && known.size <= MOST_IN_MEMORY) return;
		known.delete(key);
	}
}

/**
 * What makes a delivery the same as another one: its body, together with the request id. As that may
 * change from try to try (§5.1, unverified), the body alone counts, too, where it cannot come twice
 * by itself: every entity in it tells when it was changed, or was added.
 */
export function deliveryKeys(
	body: Buffer | string,
	deliveryId: string | null,
	events: DeliveredEvent[],
): string[] {
	const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
	const ids = deliveryId === null ? [] : [`${deliveryId.slice(0, 64)} ${hash}`];
	return events.length > 0 && events.every(happensOnce) ? [...ids, hash] : ids;
}

function happensOnce({ action, entity }: DeliveredEvent): boolean {
	const isDated = ['updated_at', 'last_modified'].some((name) => entity[name] !== undefined);
	return action === 'add' || isDated;
}
