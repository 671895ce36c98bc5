import type { IDataObject } from 'n8n-workflow';

/** Rows of several answers, each once. */
export class RowCollector {
	readonly list: IDataObject[] = [];
	/** Whether a window was divided, so that the order has to be made here. */
	isNarrowed = false;
	private readonly seen = new Set<unknown>();

	/**
	 * @param key properties that together tell rows apart; none: every row counts
	 * @param time property with the row's time
	 * @param before rows at exactly this time are left out
	 */
	constructor(
		private readonly key: string[],
		private readonly time: string | null,
		private readonly before: string | undefined,
	) {}

	/**
	 * Adds the rows of one answer. What stands in it twice, the service means twice: a double is what
	 * an earlier answer gave already.
	 * @returns how many of the rows are new
	 */
	add(rows: IDataObject[]): number {
		const before = this.list.length;
		const keys: unknown[] = [];
		for (const row of rows) {
			if (this.isOutside(row)) continue;
			const key = this.keyOf(row);
			if (key !== null && this.seen.has(key)) continue;
			if (key !== null) keys.push(key);
			this.list.push(row);
		}
		for (const key of keys) this.seen.add(key);
		return this.list.length - before;
	}

	/** Takes properties out of all rows, one row at a time. */
	strip(names: ReadonlySet<string>): void {
		for (const [index, row] of this.list.entries()) {
			const rest: IDataObject = {};
			for (const name in row) {
				if (!names.has(name)) rest[name] = row[name];
			}
			this.list[index] = rest;
		}
	}

	private isOutside(row: IDataObject): boolean {
		if (this.before === undefined || this.time === null) return false;
		const time = row[this.time];
		// a moment may be written with T or with a fraction of a second (fact sheet §B.1, unverified)
		return typeof time === 'string' && time.replace('T', ' ').slice(0, 19) === this.before;
	}

	/** Null: a row without one of the properties cannot be told from others, so that it is kept. */
	private keyOf(row: IDataObject): unknown {
		if (this.key.length === 0) return null;
		const values = this.key.map((name) => row[name]);
		if (values.includes(undefined) || values.every((value) => value === null)) return null;
		// numbers alone take a fraction of the memory of texts
		return values.length === 1 ? values[0] : JSON.stringify(values);
	}
}
