import type { IDataObject } from 'n8n-workflow';
import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { HttpMethod, QueryValue } from './wire';

/** One input item, made ready for the wire. */
export interface Row {
	itemIndex: number;
	method: HttpMethod;
	path: string;
	query: Record<string, QueryValue>;
	/** Several requests instead of one, each with these query values on top. */
	variants: Array<Record<string, QueryValue>>;
	body: IDataObject;
	amendments: Array<(body: IDataObject, current: IDataObject) => void>;
	/** What has to happen before the row is sent. */
	preparations: Array<(body: IDataObject) => Promise<void>>;
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
