import type { IDataObject } from 'n8n-workflow';

import { shown } from './shown';

/** Longer than any sender known repeats: Kommo's last try comes 95 minutes after the first. */
const REMEMBERED_MS = 3 * 60 * 60 * 1000;
/** Keys per node in memory, and in the workflow's static data, which is written with every delivery. */
const MOST_IN_MEMORY = 5_000;
const MOST_STORED = 300;

type Keys = Map<string, number>;

/** Keys of deliveries with the time they came, ms, oldest first; kept in a workflow's static data. */
export interface StoredKeys {
	seen: Array<[key: string, at: number]>;
}

/** By node; shared by all workflows of the process. */
const memory = new Map<string, Keys>();

/**
 * Whether a delivery came before; notes it when it did not. Certain within one process; across
 * processes and restarts as good as the static data, which concurrent deliveries overwrite.
 * @param node names the node in this n8n
 * @param keys that stand for the delivery; one known key makes it known
 * @param nowMs milliseconds since the epoch
 */
export function isRepeated(
	node: string,
	keys: string[],
	store: StoredKeys,
	nowMs: number,
): boolean {
	const known = memory.get(node) ?? new Map<string, number>();
	memory.set(node, known);
	const since = nowMs - REMEMBERED_MS;
	const stored = store.seen.filter(([, at]) => at > since);
	const isKnown = (key: string) =>
		(known.get(key) ?? 0) > since || stored.some(([one]) => one === key);
	const repeated = keys.some(isKnown);
	for (const key of keys) known.set(key, nowMs);
	prune(known, since);
	if (!repeated) {
		// all that memory knows, because deliveries of the same moment overwrite each other's copy
		const recent = new Map([...stored, ...[...known].slice(-MOST_STORED)]);
		store.seen = [...recent].sort(([, one], [, other]) => one - other).slice(-MOST_STORED);
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
 * The property `seen` of static data. n8n notices assignments to the outermost properties only, so
 * each change writes it anew.
 */
export class SeenInStaticData implements StoredKeys {
	constructor(protected readonly data: IDataObject) {}

	get seen(): Array<[key: string, at: number]> {
		if (!Array.isArray(this.data.seen)) return [];
		const entries: unknown[] = this.data.seen;
		return entries.flatMap((one): Array<[string, number]> => {
			const [, at, key] = /^(\d+) (.+)$/.exec(shown(one)) ?? [];
			return at === undefined || key === undefined ? [] : [[key, Number(at)]];
		});
	}

	set seen(entries: Array<[key: string, at: number]>) {
		// texts, because n8n watches every object in static data
		this.data.seen = entries.map(([key, at]) => `${at} ${key}`);
	}
}
