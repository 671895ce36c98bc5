import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { MatchKey, MatchLimits } from './matchKey';
import type { ApiFailure, HttpMethod, QueryValue, WireAnswer, WireRequest } from './wire';

/**
 * One field of the form and the way of its value to the wire. `prop.routing.send` names the place
 * (n8n's own vocabulary); `to` makes the value what the API wants there.
 */
export interface Field<S extends Session = Session> {
	prop: INodeProperties;
	/**
	 * Typed transform. `undefined` leaves the property out; an array is appended to one that stands
	 * there already. Throws InvalidValue for what cannot be sent.
	 */
	to?: (value: unknown, row: RowContext<S>) => unknown;
	/** Members of a collection: each is sent only when the user added it. */
	fields?: Array<Field<S>>;
	/**
	 * Starts reading what the transform will need to know, so that reads of several fields run
	 * beside each other; undefined where the value needs nothing.
	 */
	looksUp?: (value: unknown, session: S) => Promise<unknown> | undefined;
	/** Upsert: values of this collection are for one of the two cases only. */
	onlyWhen?: 'found' | 'missing';
}

/** What a transform may look at. */
export interface RowContext<S extends Session = Session> {
	readonly itemIndex: number;
	readonly session: S;
	/** The workflow's time zone, IANA. */
	readonly timezone: string;
	/** Another parameter of the same item, `null` when it is not in the form. */
	parameter(name: string): unknown;
	/** The item's own JSON. */
	readonly json: IDataObject;
	/** An execution hint: the value is sent all the same. */
	warn(message: string): void;
	/** Sets the method, for an operation that leaves it to the user. */
	method(method: HttpMethod): void;
	/** Sets a value of the path, `{name}` in the operation's URL. */
	path(name: string, value: string | number): void;
	/** Sets a further value of the body, unless the form has set it. */
	body(property: string, value: unknown): void;
	/** Sets a further query value; the key is literal. */
	query(key: string, value: QueryValue): void;
	/**
	 * Runs with the stored record before the row is sent (incremental changes of lists).
	 * @param which upsert: in this case only; a new record's stored values are an empty object
	 */
	amend(
		change: (body: IDataObject, current: IDataObject) => void,
		which?: 'found' | 'missing',
	): void;
	/** Runs when the row is about to be sent, for what has to be there first (an upload). */
	before(action: (body: IDataObject) => Promise<void>): void;
	/** The item's file; throws InvalidValue when it has none of that name. */
	binary(property: string): BinaryFile;
	/** A check of an answer's record; false means the server ignored what was asked for. */
	expect(label: string, holds: (entity: IDataObject) => boolean): void;
	/** What find and upsert look for. */
	match(key: MatchKey): void;
	/** Upsert: what a new record has to hold beside the form's values. */
	completeNew(change: (body: IDataObject) => IDataObject): void;
	/** Several requests instead of one: each entry is merged into the query of its own request. */
	split(variants: Array<Record<string, QueryValue>>): void;
	/** A request to send once the row is written and its record has an id. */
	after(followUp: FollowUp): void;
	/** Several collections instead of the operation's one, each up to the limit. */
	from(sources: RowSource[]): void;
}

/** A further request about a record that was written, such as a link; many go out as one array. */
export interface FollowUp {
	path: string;
	/** Key of the records in the answer. */
	root: string;
	/** Properties that tell which record of the answer belongs to a body. */
	pairBy: string[];
	noun: string;
	/** One element of the array, for the record's id. */
	body: (id: number) => IDataObject;
	/** The other end, for messages: `contact 8101`. */
	label: string;
}

/** A collection to read, and what its records are marked with. */
export interface RowSource {
	path: string;
	root: string;
	marks: IDataObject;
}

/** A file of the item, read only when it is needed. */
export interface BinaryFile {
	name: string;
	mimeType: string;
	read(): Promise<Buffer>;
}

export type OperationKind =
	/** Rows go out in arrays, answers come back paired. */
	| 'write'
	/** A collection, page by page. */
	| 'list'
	/** One record by id, many items in one request where the API allows it. */
	| 'get'
	/** One request for each item, answered by one object or a short list. */
	| 'call'
	/** Records that match a key exactly. */
	| 'find'
	/** Changes the record that matches a key, or creates one. */
	| 'upsert';

export interface Operation<S extends Session = Session> {
	/** What n8n shows, with `routing.request` (method, url) and `routing.output` (the answer's key). */
	option: INodePropertyOptions & {
		routing: { request: { method: HttpMethod; url: string } };
	};
	kind: OperationKind;
	fields: Array<Field<S>>;
	/** Writes that go out in arrays; without it each row is a request with one object. */
	batch?: {
		/** The API's own limit for one request. */
		max: number;
		/** Whether the endpoint echoes `request_id`; otherwise answers are paired by id or place. */
		requestId: boolean;
		/** Creates: whether `order[id]=desc` at the same URL lists the newest records, with `created_at`. */
		newestFirst?: boolean;
		/** Properties that tell which record of the answer is a row's, before `request_id` and place. */
		pairBy?: string[];
		/** Names of what a row shares with others that may then not go into the same request, such as phones. */
		apart?: (body: IDataObject) => string[];
	};
	/** Key of the records in the answer, e.g. `_embedded.leads`; empty: the answer itself. */
	root: string;
	/** Where the records written can be read again, when that is not the URL they are written to. */
	readAt?: { path: string; root: string };
	/** Lists: the vendor's own way to read one, where pages and `id` are not all there is to it. */
	list?: (reading: ListReading<S>) => Promise<IDataObject[]>;
	/** Writes: the items that an answer makes, where it is not one record. */
	spread?: (answer: IDataObject) => IDataObject[];
	/** Whether the records can be asked for by id (`filter[id][]`) at the same URL. */
	filterById?: boolean;
	/** Last look at a row before it is sent: what is missing or does not go together. */
	check?: (body: IDataObject, row: RowContext<S>) => void;
	/** Upsert: joins values for both cases with those for one; the latter win. */
	combine?: (common: IDataObject, special: IDataObject) => IDataObject;
	/** The flat form of a record. */
	simplify?: (entity: IDataObject, session: S) => IDataObject | Promise<IDataObject>;
	/** Writes: the answer shows all a record has, so that "Full Record" reads nothing. */
	answersWhole?: boolean;
	/** Writes: the answer is the whole record; the values sent are not added to it. */
	answerOnly?: boolean;
	/** Writes: success is a 204 without a body; the values sent are the output, with `success: true`. */
	answersNothing?: boolean;
	/** Fixed query values. */
	query?: Record<string, QueryValue>;
	/** Shown by "When Not Found" in its message, e.g. `lead`. */
	noun: string;
	/** A sentence for docs/operations.md on what a reader should know. */
	note?: string;
}

/** A list to read for one item, or for several that ask the same. */
export interface ListReading<S extends Session = Session> {
	session: S;
	path: string;
	query: Record<string, QueryValue>;
	/** How many records at most; null: all. */
	limit: number | null;
}

export interface Resource<S extends Session = Session> {
	name: string;
	value: string;
	operations: Array<Operation<S>>;
}

export interface RowProblem {
	/** `request_id` of the row, or null when the API gave only a place in the batch. */
	requestId: string | null;
	/** Place in the batch, null when unknown. */
	index: number | null;
	text: string;
}

/** What a vendor supplies for one run of a node. */
export interface Session {
	/**
	 * Limiter, retry, host pin and error table in one; throws ApiFailure.
	 * @param signal ends the wait for a turn when nobody needs the answer any more
	 */
	send(request: WireRequest, signal?: AbortSignal): Promise<WireAnswer>;
	/** How many requests are worth having under way at once. */
	inFlight(): number;
	/** Rows named by a rejection; null when it is not a rejection of rows. */
	rowProblems(failure: ApiFailure, rows: IDataObject[]): RowProblem[] | null;
	/** The page after this one, or null. Throws ApiFailure when the link leaves the host. */
	nextPage(answer: WireAnswer, request: WireRequest): WireRequest | null;
	/** Largest page the API gives. */
	readonly pageSize: number;
	/** Ends what the run has opened, such as a log-in; called at its end in every case. Never rejects. */
	close?(): Promise<void>;
}

export interface RunSettings {
	batchSize: number | null;
	resendAfterRejection: boolean;
	validateOnly: boolean;
	fullEntity: boolean;
	match: MatchLimits;
	onSeveral: OnSeveral;
}

/** Which of several matches counts. */
export type OnSeveral = 'firstCreated' | 'lastUpdated' | 'all' | 'stop';

/** A node's operations and how to open a session for a run. */
export interface Connector<S extends Session> {
	resources: Array<Resource<S>>;
	open(context: IExecuteFunctions): Promise<S>;
}
