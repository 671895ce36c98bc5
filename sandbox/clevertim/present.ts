/** A record as it is read: reverse links (§6, §9.5), times and ids as the switches say. */
import type { ClevertimStore, CollectionName, Row } from './store';
import type { ClevertimSwitches } from './switches';

export function present(
	store: ClevertimStore,
	switches: ClevertimSwitches,
	name: CollectionName,
	row: Row,
): Row {
	const shown: Row = { ...structuredClone(row), ...reverseLinks(store, name, row) };
	const hasTimes =
		switches.times === 'everywhere' ||
		(switches.times === 'tasksAndNotes' && (name === 'task' || name === 'note'));
	if (!hasTimes) {
		delete shown.ao;
		delete shown.lm;
	}
	if (name === 'note' && switches.noteCust === 'single' && Array.isArray(shown.cust)) {
		const ids: unknown[] = shown.cust;
		shown.cust = ids[0] ?? null;
	}
	if (switches.idsAsText) shown.id = String(shown.id);
	return shown;
}

function reverseLinks(
	store: ClevertimStore,
	name: CollectionName,
	row: Row,
): Record<string, Array<number | string>> {
	const linked = (from: CollectionName, key: string) => idsOf(store.all(from), key, row.id);
	switch (name) {
		case 'contact':
		case 'company':
			// a customer's id is the company's only where no contact has it (§5)
			if (name === 'company' && store.get('contact', row.id)) {
				return { notes: [], opportunities: [], tasks: [], cases: [] };
			}
			return {
				notes: linked('note', 'cust'),
				opportunities: linked('opportunity', 'cust'),
				tasks: linked('task', 'cust'),
				cases: linked('case', 'cust'),
			};
		case 'opportunity':
			return { tasks: linked('task', 'opp'), notes: linked('note', 'opportunity') };
		case 'case':
			return { tasks: linked('task', 'case'), notes: linked('note', 'case') };
		case 'task':
			return { comments: linked('comment', 'tid') };
		case 'note':
			return { comments: linked('comment', 'nid') };
		default:
			return {};
	}
}

function idsOf(rows: Row[], key: string, id: unknown): Array<number | string> {
	return rows
		.filter((row) => {
			const value: unknown = row[key];
			return Array.isArray(value) ? value.includes(id) : value === id;
		})
		.map((row) => row.id);
}
