/** What a handler gets and gives; routes are data, one list per resource. */
import type { IncomingHttpHeaders } from 'node:http';
import type { AccountRuntime } from './account';
import type { StoredUser } from './model';
import type { QueryTree } from './queryString';
import type { AccountStore } from './store';
import type { KommoSwitches } from './switches';
import type { Change } from './webhooks/changes';

export interface Call {
	account: AccountRuntime;
	store: AccountStore;
	switches: KommoSwitches;
	/** Owner of the token. */
	user: StoredUser;
	/** Scheme and host the client used, e.g. http://127.0.0.1:4010; links start with it. */
	base: string;
	method: string;
	/** Without the query. */
	path: string;
	search: string;
	query: QueryTree;
	params: Record<string, string>;
	headers: IncomingHttpHeaders;
	body: unknown;
	/** The body came as form fields. */
	isForm: boolean;
	/** Unix seconds. */
	now: number;
	/** What webhooks are told after the call succeeded. */
	changes: Change[];
}

export interface Answer {
	status: number;
	/** Absent = empty body without content type. */
	body?: unknown;
	/** Entities read or written; the latency option counts them. */
	entities?: number;
	/** Content type; default application/hal+json. */
	type?: string;
}

export interface Route {
	method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
	/** Below /api/v4 (below the root for open routes); parameters are numeric: /leads/:id */
	path: string;
	/** Needs no token; stands below the root. */
	open?: boolean;
	/** Admin rights needed (§4.16, §4.19). */
	admin?: boolean;
	/** Counted apart from the API's rate limit. */
	budget?: 'drive';
	handle: (call: Call) => Answer;
}

export const noContent: Answer = { status: 204 };

/** Numeric path parameter, or undefined when it is not a number. */
export function idParam(call: Call, name = 'id'): number | undefined {
	const text = call.params[name] ?? '';
	return /^\d+$/.test(text) ? Number(text) : undefined;
}
