/** What tests, the demo and the CLI see of the Clevertim sandbox. */
import type { FaultAction, LatencyOptions } from '../kommo/contract';
import type { ClevertimStore } from './store';
import type { ClevertimSwitches } from './switches';

export type { FaultAction, LatencyOptions } from '../kommo/contract';

export interface ClevertimSandboxOptions {
	/** Default 127.0.0.1. */
	host?: string;
	/** 0 = any free port (default). */
	port?: number;
	latency?: LatencyOptions;
	/** Default true; false leaves users, groups and custom fields only. */
	seed?: boolean;
	/** Milliseconds; default Date.now. */
	now?: () => number;
	switches?: Partial<ClevertimSwitches>;
}

export interface LoggedRequest {
	method: string;
	/** Without the query, e.g. /api/contact/12 */
	path: string;
	/** Decoded query; the API documents none. */
	query: Record<string, string>;
	/** Lower-case names; authorization masked to its last four characters. */
	headers: Record<string, string>;
	/** Parsed JSON, or the text; undefined for none. */
	body: unknown;
	/** Answered status; 0 when the connection was reset. */
	status: number;
	/** When it arrived, ms. */
	at: number;
}

export interface RequestFilter {
	method?: string;
	/** Exact path, prefix with trailing `*`, or a pattern. */
	path?: string | RegExp;
}

export interface Fault extends RequestFilter {
	/** First matching request it applies to, from 1. */
	nth?: number;
	/** How many matching requests from there on. Default 1; Infinity allowed. */
	times?: number;
	/** `after`: the write is carried out, then the answer is broken. Default `before`. */
	when?: 'before' | 'after';
	action: FaultAction;
}

export interface ClevertimSandbox {
	/** e.g. http://127.0.0.1:4020; the API lives under /api. */
	url: string;
	/** API keys: the administrator's, a member's without deleting, and one that may only read. */
	keys: { admin: string; member: string; readOnly: string };
	store: ClevertimStore;
	/** API requests only, oldest first. */
	requests(filter?: RequestFilter): LoggedRequest[];
	clearRequests(): void;
	addFault(fault: Fault): void;
	clearFaults(): void;
	setSwitches(switches: Partial<ClevertimSwitches>): void;
	setLatency(latency: LatencyOptions | undefined): void;
	/** Seeds anew; log, faults, latency and switches return to the start options. */
	reset(): void;
	close(): Promise<void>;
}
