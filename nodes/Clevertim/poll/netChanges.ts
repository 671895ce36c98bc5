import type { IDataObject } from 'n8n-workflow';

import type { Clock } from '../../shared/clock';
import { shown } from '../../shared/shown';
import type { KindName } from '../kinds';
import { fingerprint } from './fingerprint';
import type { Mark, Marks } from './marks';

export type PollEvent = 'created' | 'updated' | 'deleted';

/** What became of one record between two polls, however often it changed in between. */
export interface NetChange {
	event: PollEvent;
	id: string;
	/** Null for a record that is not there any more. */
	record: IDataObject | null;
	/** Whether it passes the filters; a deleted one, whether it did when it was last seen. */
	passes: boolean;
}

export interface Comparison {
	changes: NetChange[];
	/** What to remember for the next poll. */
	marks: Marks;
	/** Ids that are gone without having been marked as deleted. */
	vanished: string[];
}

/** A long loop without a pause would hold up the webhooks of the whole n8n. */
const CHUNK = 500;

/**
 * The marks of a collection as it is now. Tasks and notes that only carry `is_deleted` (fact sheet
 * §6.5, §6.6) count as gone.
 * @param passes the records that pass the filters; null: all
 */
export async function markAll(
	records: IDataObject[],
	kind: KindName,
	passes: ReadonlySet<IDataObject> | null,
	clock: Clock,
): Promise<Map<string, Mark>> {
	const marks = new Map<string, Mark>();
	for (const [index, record] of records.entries()) {
		if (index > 0 && index % CHUNK === 0) await clock.sleep(0);
		const id = shown(record.id);
		if (id === '' || record.is_deleted === true) continue;
		marks.set(id, {
			fingerprint: fingerprint(record, kind),
			passes: passes === null || passes.has(record),
		});
	}
	return marks;
}

/** One net change for each record that is new, another one, or gone; in the collection's order. */
export function compare(before: Marks, now: Marks, records: IDataObject[]): Comparison {
	const byId = new Map(records.map((record) => [shown(record.id), record]));
	const present = [...now].flatMap(([id, { fingerprint: text, passes }]): NetChange[] => {
		const known = before.get(id);
		if (known?.fingerprint === text) return [];
		const record = byId.get(id) ?? null;
		return [{ event: known ? 'updated' : 'created', id, record, passes }];
	});
	const gone = [...before].flatMap(([id, { passes }]): NetChange[] =>
		now.has(id) ? [] : [{ event: 'deleted', id, record: byId.get(id) ?? null, passes }],
	);
	return {
		changes: [...present, ...gone],
		marks: now,
		vanished: gone.filter(({ record }) => record === null).map(({ id }) => id),
	};
}
