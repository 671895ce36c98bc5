import type { IDataObject } from 'n8n-workflow';

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
export type QueryValue = string | number | boolean | Array<string | number>;

/** A request in the vendor's terms: no host, no credentials. */
export interface WireRequest {
	method: HttpMethod;
	/** Path below the account's base URL, e.g. `/api/v4/leads`. */
	path: string;
	/** Literal keys (`filter[id]`); an array is written as `key[]=a&key[]=b`. */
	query?: Record<string, QueryValue>;
	body?: IDataObject | IDataObject[];
}

export interface WireAnswer {
	status: number;
	/** Parsed JSON; `null` for an empty body (204). */
	body: unknown;
	headers: IDataObject;
}

/**
 * A request that did not end well, already explained in the user's words.
 * Thrown by a vendor's `send`; the engine adds the item and makes a NodeApiError of it.
 */
export class ApiFailure extends Error {
	readonly status: number | null;
	readonly description: string;
	readonly body: unknown;
	readonly request: WireRequest;
	/** Name of the row of the vendor's table that explains it; null where there is none. */
	readonly reason: string | null;
	/** True when a write may or may not have been carried out, and must not be sent once more. */
	readonly fateUnknown: boolean;
	/** True when a write may have been carried out, also where sending it once more does no harm. */
	readonly mayBeWritten: boolean;
	/** True when the server is certainly no longer at work on it. */
	readonly workEnded: boolean;
	/** True when the next request would end the same way (token, plan, block): nothing more is sent. */
	readonly stopsRun: boolean;

	constructor(details: {
		message: string;
		description: string;
		status: number | null;
		body?: unknown;
		request: WireRequest;
		reason?: string;
		fateUnknown?: boolean;
		mayBeWritten?: boolean;
		workEnded?: boolean;
		stopsRun?: boolean;
	}) {
		super(details.message);
		this.name = 'ApiFailure';
		this.status = details.status;
		this.description = details.description;
		this.body = details.body ?? null;
		this.request = details.request;
		this.reason = details.reason ?? null;
		this.fateUnknown = details.fateUnknown ?? false;
		this.mayBeWritten = details.mayBeWritten ?? this.fateUnknown;
		this.workEnded = details.workEnded ?? false;
		this.stopsRun = details.stopsRun ?? false;
	}
}

/** `[['filter[id][]', '1'], …]` as the API reads it; brackets stay literal in the key. */
export function queryPairs(query: Record<string, QueryValue>): Array<[string, string]> {
	return Object.entries(query).flatMap(([key, value]): Array<[string, string]> =>
		Array.isArray(value)
			? value.map((one): [string, string] => [`${key}[]`, String(one)])
			: [[key, String(value)]],
	);
}

/** Percent-encoded query string without the question mark; empty when there is nothing to say. */
export function queryString(query: Record<string, QueryValue> | undefined): string {
	return new URLSearchParams(queryPairs(query ?? {})).toString();
}

/** The object at a dotted path such as `_embedded.leads`, or undefined. */
export function at(value: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value);
}

export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The records under `path`, whatever the server sent there. A last part `*` stands for the only
 * list there, where its name follows the kind of record that was asked for.
 */
export function recordsAt(body: unknown, path: string): IDataObject[] {
	const found = path === '' ? body : path.endsWith('.*') ? onlyList(body, path) : at(body, path);
	if (Array.isArray(found)) return found.filter(isRecord);
	return isRecord(found) ? [found] : [];
}

function onlyList(body: unknown, path: string): unknown {
	const parent = at(body, path.slice(0, -2));
	return isRecord(parent) ? Object.values(parent).find(Array.isArray) : undefined;
}
