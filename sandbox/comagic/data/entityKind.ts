/** What tells one kind of record of the Data API from another (§B.9). */
import type { CollectionName, ComagicStore, Row } from '../store';
import type { DataCall } from './call';

export interface EntityKind {
	collection: CollectionName;
	/** Names of the methods; those that do not exist are left out. */
	list?: string;
	create?: string;
	update?: string;
	remove?: string;
	/** Param and column that is the key; default id. */
	key?: string;
	/** Columns whose values together may not occur twice. */
	unique?: readonly string[];
	/** Whether the system owns a record: it cannot be deleted (§B.6). */
	isSystem?: (row: Row) => boolean;
	/** What an update of a system record may still change. */
	openForSystem?: readonly string[];
	/** A record that something else needs cannot be deleted. */
	isNeeded?: (row: Row, store: ComagicStore) => boolean;
	/** Columns of a new record that its params do not give. */
	defaults?: (call: DataCall) => Record<string, unknown>;
	/** Params as columns; throws where they name what does not exist. */
	columns?: (params: Record<string, unknown>, call: DataCall) => Record<string, unknown>;
	/** After a write: what stands in other records. */
	spread?: (row: Row, params: Record<string, unknown>, call: DataCall) => void;
	/** Columns that come from other records. */
	shown?: (row: Row, store: ComagicStore) => Record<string, unknown>;
	/** `data` after a create; default the id. */
	created?: (row: Row) => Record<string, unknown>;
}
