/** What tests, the demo and the CLI see of the Kommo sandbox. */
import type { AccountStore } from './store';
import type { KommoSwitches } from './switches';

export type AccountName = 'kommo' | 'amocrm';

export interface RateLimitOptions {
	/** Requests in any second (sliding window). Default 7. */
	perSecond?: number;
	enabled?: boolean;
	/** Value of `retry_after`, and how long requests stay refused. Default 1. */
	retryAfterSeconds?: number;
	/** Consecutive 429 answers before everything is a 403 page until reset. Default 30. */
	blockAfter?: number;
}

export interface LatencyOptions {
	baseMs: number;
	perEntityMs: number;
	jitterMs?: number;
}

export interface WebhookClockOptions {
	/** 1 = the real retry table; 300 turns five minutes into one second. */
	speed?: number;
	/** How long a receiver may take. Default 2000, never compressed. */
	timeoutMs?: number;
}

export interface KommoSandboxOptions {
	/** Default 127.0.0.1. */
	host?: string;
	/** 0 = any free port (default). */
	ports?: { kommo?: number; amocrm?: number };
	rateLimit?: RateLimitOptions;
	latency?: LatencyOptions;
	/** Default true; false leaves accounts with settings but without leads, contacts and the like. */
	seed?: boolean;
	/** Milliseconds; default Date.now. */
	now?: () => number;
	switches?: Partial<KommoSwitches>;
	webhooks?: WebhookClockOptions;
}

export interface SandboxAccount {
	name: AccountName;
	/** e.g. http://127.0.0.1:4010 */
	url: string;
	/** Origin of the files service, any free port. */
	driveUrl: string;
	subdomain: string;
	/** Long-lived token of the admin. */
	token: string;
	/** Token of a user who is not an admin. */
	limitedToken: string;
	oauth: { clientId: string; clientSecret: string };
	store: AccountStore;
}

export interface LoggedRequest {
	account: AccountName;
	method: string;
	/** Without the query, e.g. /api/v4/leads */
	path: string;
	/** Decoded, with literal bracket keys: `filter[id][]`. */
	query: Record<string, string | string[]>;
	/** Raw path and query. */
	url: string;
	/** Lower-case names; authorization masked to its last four characters. */
	headers: Record<string, string>;
	/** JSON, form fields, or text. */
	body: unknown;
	/** Answered status; 0 when the connection was reset. */
	status: number;
	/** When it arrived, ms. */
	at: number;
	durationMs: number;
}

export interface RequestFilter {
	account?: AccountName;
	method?: string;
	/** Exact path, prefix with trailing `*`, or a pattern. */
	path?: string | RegExp;
}

export type FaultAction =
	| { type: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
	| { type: 'delay'; ms: number }
	| { type: 'reset' }
	| { type: 'truncate'; bytes?: number }
	| { type: 'html'; status?: number }
	| { type: 'empty'; status?: number };

export interface Fault extends RequestFilter {
	/** First matching request it applies to, from 1. */
	nth?: number;
	/** How many matching requests from there on. Default 1; Infinity allowed. */
	times?: number;
	/** `after`: the write is carried out, then the answer is broken. Default `before`. */
	when?: 'before' | 'after';
	action: FaultAction;
}

/** A delivery on demand: a sample of an event, or any body. */
export type DeliveryOrder =
	| {
			/** Settings code; hooks that did not ask for it get nothing. */
			event: string;
			/** Fields of the entity that differ from the sample's. */
			fields?: Record<string, unknown>;
			/** Entities in the delivery. Default 1. */
			count?: number;
	  }
	| { body: string; contentType?: string; destination?: string };

export interface KommoSandbox {
	accounts: { kommo: SandboxAccount; amocrm: SandboxAccount };
	/** API requests only, oldest first. */
	requests(filter?: RequestFilter): LoggedRequest[];
	clearRequests(): void;
	addFault(fault: Fault): void;
	/** Sends a delivery without a change behind it; tells how many hooks get it, null for an unknown event. */
	deliver(order: DeliveryOrder, account?: AccountName): number | null;
	clearFaults(): void;
	setSwitches(switches: Partial<KommoSwitches>): void;
	setLatency(latency: LatencyOptions | undefined): void;
	setRateLimit(rateLimit: RateLimitOptions): void;
	/** Seeds anew; log, faults, limits, latency and switches return to the start options. */
	reset(): void;
	close(): Promise<void>;
}
