/** What tests, the demo and the CLI see of the Comagic sandbox. */
import type { FaultAction, LatencyOptions } from '../kommo/contract';
import type { Delivered, NotificationOrder } from './notify';
import type { PointLimits } from './rpc/points';
import type { SeedOptions } from './seed/options';
import type { ComagicStore } from './store';
import type { ComagicSwitches } from './switches';

export type { FaultAction, LatencyOptions } from '../kommo/contract';

/** Session API (legacy), Data API v2.0, Call API v4.0. */
export type ApiName = 'session' | 'data' | 'call';

export interface ComagicSandboxOptions {
	/** Default 127.0.0.1. */
	host?: string;
	/** 0 = any free port (default). */
	port?: number;
	latency?: LatencyOptions;
	/** How much traffic there is; false leaves settings only (sites, employees …). */
	seed?: SeedOptions | false;
	/** Milliseconds; default Date.now. The traffic ends here at every start and reset. */
	now?: () => number;
	/** Points of both JSON-RPC APIs. */
	limits?: Partial<PointLimits>;
	switches?: Partial<ComagicSwitches>;
}

export interface LoggedRequest {
	api: ApiName;
	/** Name of the JSON-RPC method, e.g. get.tags */
	rpcMethod?: string;
	/** HTTP verb. */
	method: string;
	/** Without the query, e.g. /api/v1/call/ */
	path: string;
	/** Decoded query; secrets are masked to their last four characters. */
	query: Record<string, string>;
	/** Lower-case names. */
	headers: Record<string, string>;
	/** Parsed JSON or form, or the text; undefined for none. Secrets are masked. */
	body: unknown;
	/** JSON-RPC params, or query and body together (Session API). Secrets are masked. */
	params: Record<string, unknown>;
	/** Answered status; 0 when the connection was reset. */
	status: number;
	/** Mnemonic or message of a refusal. */
	refusal?: string;
	/** When it arrived, ms. */
	at: number;
}

export interface RequestFilter {
	api?: ApiName;
	rpcMethod?: string;
	method?: string;
	/** Exact path, prefix with trailing `*`, or a pattern. */
	path?: string | RegExp;
}

/** A refusal on demand; what the API says by itself is filled in. */
export interface Fault extends RequestFilter {
	/** First matching request it applies to, from 1. */
	nth?: number;
	/** How many matching requests from there on. Default 1; Infinity allowed. */
	times?: number;
	/** `after`: the call is carried out, then the answer is broken. Default `before`. */
	when?: 'before' | 'after';
	/** JSON-RPC error of that name (§B.6, §C.4). */
	mnemonic?: string;
	/** Code of the JSON-RPC error where the sheet's is not wanted. */
	code?: number;
	/** `error.data.field`, `.value` and `.params`. */
	field?: string;
	value?: unknown;
	params?: Record<string, unknown>;
	/** Text of the JSON-RPC error, or `message` of the Session API, e.g. 102401:Unauthorized */
	message?: string;
	/** Status codes, delays and broken connections. */
	action?: FaultAction;
}

export interface ComagicCustomer {
	id: number;
	name: string;
	/** `user_id` of JSON-RPC calls made for this customer. */
	userId: number;
	store: ComagicStore;
}

export interface ComagicAgency {
	login: string;
	password: string;
	/** Permanent key. */
	token: string;
	customers: ComagicCustomer[];
}

export interface ComagicSandbox {
	/** e.g. http://127.0.0.1:4013 */
	url: string;
	/** …/api/ */
	legacyUrl: string;
	/** …/v2.0 */
	dataUrl: string;
	/** …/v4.0 */
	callUrl: string;
	/** Permanent key of the direct customer. */
	token: string;
	/** Keys that are refused: a dated one after its end, a blocked one. */
	refusedTokens: { expired: string; blocked: string };
	login: string;
	password: string;
	agency: ComagicAgency;
	/** The direct customer's. */
	store: ComagicStore;
	/** API requests only, oldest first. */
	requests(filter?: RequestFilter): LoggedRequest[];
	clearRequests(): void;
	addFault(fault: Fault): void;
	clearFaults(): void;
	setSwitches(switches: Partial<ComagicSwitches>): void;
	setLatency(latency: LatencyOptions | undefined): void;
	/** New budgets, nothing of them spent. */
	setLimits(limits: Partial<PointLimits>): void;
	/** Session keys and access tokens that are in use; logged-out and expired ones are not. */
	openSessions(): { session: number; data: number; call: number };
	/** Ends all sessions now, as their time limit would. */
	expireSessions(api?: ApiName): void;
	/** Sends an HTTP notification (§D). */
	notify(order: NotificationOrder): Promise<Delivered>;
	/** Seeds anew; log, faults, sessions, points, latency and switches return to the start options. */
	reset(): void;
	close(): Promise<void>;
}
