import type { ClevertimStore, CollectionName, Row } from './store';
import type { ClevertimSwitches } from './switches';

/** One API call, ready for its handler. */
export interface Call {
	store: ClevertimStore;
	switches: ClevertimSwitches;
	/** Owner of the key. */
	user: Row;
	method: string;
	name: CollectionName;
	/** As written in the path; undefined for the collection. */
	id: string | undefined;
	body: Record<string, unknown>;
	/** ISO time of the request, whole seconds. */
	now: string;
}

/** `content` of the answer; undefined for DELETE. */
export type Content = Row[] | undefined;
