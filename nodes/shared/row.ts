import type { IDataObject } from 'n8n-workflow';
import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { MatchKey } from './matchKey';
import type { FollowUp, RowSource } from './operation';
import type { HttpMethod, QueryValue } from './wire';

/** Completes a body with what is stored. */
export type Amendment = (body: IDataObject, current: IDataObject) => void;

/** One input item, made ready for the wire. */
export interface Row {
	itemIndex: number;
	method: HttpMethod;
	path: string;
	query: Record<string, QueryValue>;
	/** Several requests instead of one, each with these query values on top. */
	variants: Array<Record<string, QueryValue>>;
	/** What has to happen once the row is written. */
	followUps?: FollowUp[];
	/** Several collections instead of the one at `path`. */
	sources?: RowSource[];
	body: IDataObject;
	amendments: Amendment[];
	/** What has to happen before the row is sent. */
	preparations: Array<(body: IDataObject) => Promise<void>>;
	/** What find and upsert look for. */
	match: MatchKey | null;
	/** Values for one case only: the record exists, or it does not. */
	onlyWhen: {
		found: IDataObject;
		missing: IDataObject;
		amend: { found: Amendment[]; missing: Amendment[] };
	};
	/** Adds what a new record has to hold beside the form's values. */
	completeNew: Array<(body: IDataObject) => IDataObject>;
	expectations: Array<{ label: string; holds: (entity: IDataObject) => boolean }>;
	/** Values that travel beside the request: returnAll, limit, simplify, whenNotFound … */
	view: RowView;
}

export interface RowView {
	/** How many records at most; null: all. */
	limit: number | null;
	simplify: boolean;
	whenNotFound: 'error' | 'empty';
}

export type NodeFailure = NodeApiError | NodeOperationError;

/** What became of an item. */
export type Outcome = { ok: true; records: IDataObject[] } | { ok: false; failure: NodeFailure };

/** `id` of an update's body, null for a create. */
export function rowId(row: Row): number | null {
	const id = row.body.id;
	return typeof id === 'number' ? id : null;
}
