/** The account's first content: deterministic, small, every kind of record and field once. */
import { isoSeconds } from './isoSeconds';
import { CUSTOM_FIELDS, GROUPS, RECORDS, USERS } from './seedData';
import type { ClevertimStore, CollectionName, Row } from './store';

const DAY_MS = 86_400_000;

export function seed(store: ClevertimStore, run: { withRecords: boolean; now: number }): void {
	const fill = (name: CollectionName, rows: readonly Row[]) => {
		for (const [index, row] of rows.entries()) {
			const added = isoSeconds(run.now - (90 - index) * DAY_MS);
			store.put(name, { ...structuredClone(row), ao: added, lm: added });
			startAfter(store, name, row);
		}
	};
	fill('user', USERS);
	fill('group', GROUPS);
	fill('customfield', CUSTOM_FIELDS);
	if (!run.withRecords) return;
	for (const { name, rows } of RECORDS) fill(name, rows);
}

function startAfter(store: ClevertimStore, name: CollectionName, { id }: Row): void {
	const number = typeof id === 'number' ? id : Number(id.slice(1));
	store.startAfter(name, number);
	if (name === 'contact' || name === 'company') store.startAfter('customer', number);
}
