import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../shared/shown';
import { isListable, type KindName } from '../kinds';

/** Single reads of a kind before its whole collection is the better bargain. */
const SINGLE_READS = 10;

interface Reader {
	all: (name: KindName) => Promise<IDataObject[]>;
	/** Undefined for a record that is not there. */
	one: (name: KindName, id: string) => Promise<IDataObject | undefined>;
}

/**
 * Whole collections, each read at most once per run and shared by all items (fact sheet §1: one
 * record, or everything). What the run writes itself is kept up to date.
 */
export class Collections {
	private readonly loaded = new Map<KindName, Promise<Map<string, IDataObject>>>();
	private readonly singles = new Map<string, Promise<IDataObject | undefined>>();
	private readonly singleReads = new Map<KindName, number>();

	constructor(private readonly read: Reader) {}

	async all(name: KindName): Promise<IDataObject[]> {
		return [...(await this.load(name)).values()];
	}

	/** A record by id, for look-ups; not fresh when the collection was read before. */
	async find(name: KindName, id: string): Promise<IDataObject | undefined> {
		const loaded = this.loaded.get(name);
		if (loaded) return (await loaded).get(id);
		const key = `${name}/${id}`;
		const known = this.singles.get(key);
		if (known) return await known;
		const reads = (this.singleReads.get(name) ?? 0) + 1;
		this.singleReads.set(name, reads);
		if (reads > SINGLE_READS && isListable(name)) return (await this.load(name)).get(id);
		const answer = this.read.one(name, id);
		this.singles.set(key, answer);
		answer.catch(() => this.singles.delete(key));
		return await answer;
	}

	/** Notes what this run has written: the record, or undefined for a deleted one. */
	async note(name: KindName, id: string, record: IDataObject | undefined): Promise<void> {
		this.singles.delete(`${name}/${id}`);
		const records = await this.loaded.get(name)?.catch(() => undefined);
		if (record) records?.set(id, { ...records.get(id), ...record });
		else records?.delete(id);
	}

	/** The next read of the collection asks the service again. */
	forget(name: KindName): void {
		this.loaded.delete(name);
	}

	private async load(name: KindName): Promise<Map<string, IDataObject>> {
		const known = this.loaded.get(name);
		if (known) return await known;
		const answer = this.read
			.all(name)
			.then((records) => new Map(records.map((record) => [shown(record.id), record])));
		this.loaded.set(name, answer);
		// a read that failed is no answer for the next item
		answer.catch(() => this.loaded.delete(name));
		return await answer;
	}
}
