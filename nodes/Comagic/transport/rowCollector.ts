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

	/** @returns how many of the rows are new */
	add(rows: IDataObject[]): number {
		const before = this.list.length;
		for (const row of rows) {
			if (this.isOutside(row) || this.isKnown(row)) continue;
			this.list.push(row);
		}
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
		return this.before !== undefined && this.time !== null && row[this.time] === this.before;
	}

	/** A row without one of the properties cannot be told from others: it is kept. */
	private isKnown(row: IDataObject): boolean {
		if (this.key.length === 0) return false;
		const values = this.key.map((name) => row[name]);
		if (values.includes(undefined) || values.every((value) => value === null)) return false;
		// numbers alone take a fraction of the memory of texts
		const key: unknown = values.length === 1 ? values[0] : JSON.stringify(values);
		if (this.seen.has(key)) return true;
		this.seen.add(key);
		return false;
	}
}
