/** Everything the account holds, in the wire's own shapes. */

export type Row = Record<string, unknown> & { id: number | string };

export const COLLECTIONS = [
	'contact',
	'company',
	'opportunity',
	'case',
	'task',
	'note',
	'comment',
	'customfield',
	'user',
	'group',
	'folder',
	'file',
	'linkedfile',
] as const;

export type CollectionName = (typeof COLLECTIONS)[number];

export const isCollection = (name: unknown): name is CollectionName =>
	COLLECTIONS.some((known) => known === name);

/** Maps by id; they are kept over `clear`, so references stay valid after a reset. */
export class ClevertimStore {
	private readonly maps = new Map<CollectionName, Map<string, Row>>(
		COLLECTIONS.map((name) => [name, new Map<string, Row>()]),
	);

	private readonly lastIds = new Map<string, number>();

	/** Records by id; the id as text. */
	of(name: CollectionName): Map<string, Row> {
		const map = this.maps.get(name);
		if (!map) throw new Error(`No collection '${name}'`);
		return map;
	}

	all(name: CollectionName): Row[] {
		return [...this.of(name).values()];
	}

	get(name: CollectionName, id: unknown): Row | undefined {
		return this.of(name).get(String(id));
	}

	put(name: CollectionName, row: Row): void {
		this.of(name).set(String(row.id), row);
	}

	/** Next number of a sequence; deterministic, because it starts anew with every seed. */
	next(sequence: string): number {
		const next = (this.lastIds.get(sequence) ?? 0) + 1;
		this.lastIds.set(sequence, next);
		return next;
	}

	/** Makes the next number of a sequence greater than `last`. */
	startAfter(sequence: string, last: number): void {
		this.lastIds.set(sequence, Math.max(last, this.lastIds.get(sequence) ?? 0));
	}

	clear(): void {
		for (const map of this.maps.values()) map.clear();
		this.lastIds.clear();
	}
}
