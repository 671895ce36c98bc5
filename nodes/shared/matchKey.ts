import type { IDataObject } from 'n8n-workflow';

import type { InvalidValue } from './invalidValue';
import type { QueryValue } from './wire';

/** What an item looks for. The API's own search is fuzzy: its answers are candidates only. */
export interface MatchKey {
	/** Equal for items that look for the same record. */
	id: string;
	/** For messages, e.g. `phone +1 202 555 0143`. */
	label: string;
	/** The exact comparison. */
	matches: (entity: IDataObject) => boolean;
	/** Searches, one after the other, until a candidate matches; none: the API cannot search for it. */
	lookups: Array<Record<string, QueryValue>>;
	/** How it is found among all records; null: it is looked up in any case. */
	index: MatchIndex | null;
	/** The only records that can match, where their numbers are known: no search is needed. */
	ids?: number[];
	/** The same, where the numbers stand on another card. */
	card?: LinkedCard;
	/** A record with nothing but this key, where keys with other ids may mean the same record. */
	example?: IDataObject;
}

export interface MatchIndex {
	/** Keys of one name share their buckets. */
	name: string;
	/** Under which names an entity can be found. */
	bucketsOf: (entity: IDataObject) => string[];
	/** The name this key is found under. */
	bucket: string;
}

export interface LinkedCard {
	id: number;
	path: string;
	root: string;
	query: Record<string, QueryValue>;
	idsOf: (card: IDataObject) => number[];
	/** What to say when there is no such card. */
	missing: () => InvalidValue;
}

export interface MatchSource {
	path: string;
	root: string;
	query: Record<string, QueryValue>;
}

export interface MatchLimits {
	/** Candidates read for one key before the item stops. */
	maxCandidates: number;
	/** Pages of the whole collection that may be read instead; null: look up each key. */
	maxPages: number | null;
}

/** Values by key; a key also finds what was kept under another one that means the same record. */
export class ByKey<T> {
	private readonly values = new Map<string, T>();
	private readonly examples = new Map<string, Array<{ example: IDataObject; id: string }>>();

	set(key: MatchKey, value: T): void {
		const isNew = !this.values.has(key.id);
		this.values.set(key.id, value);
		if (!isNew || !key.example) return;
		const bucket = bucketOf(key);
		const kept = this.examples.get(bucket) ?? [];
		kept.push({ example: key.example, id: key.id });
		this.examples.set(bucket, kept);
	}

	get(key: MatchKey): T | undefined {
		const own = this.values.get(key.id);
		if (own !== undefined || !key.example) return own;
		const alike = this.examples.get(bucketOf(key))?.find(({ example }) => key.matches(example));
		return alike && this.values.get(alike.id);
	}

	has(key: MatchKey): boolean {
		return this.get(key) !== undefined;
	}
}

function bucketOf({ index }: MatchKey): string {
	return index ? `${index.name} ${index.bucket}` : '';
}
