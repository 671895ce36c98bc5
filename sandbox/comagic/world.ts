/** The state of one sandbox: accounts, sessions, points, switches, latency, faults, log, clock. */
import { setMaxListeners } from 'node:events';
import { LiveCalls } from './call/liveCalls';
import type {
	ApiName,
	ComagicCustomer,
	ComagicSandboxOptions,
	LatencyOptions,
	LoggedRequest,
	RequestFilter,
} from './contract';
import { FaultBoard, matchesRequest } from './faults';
import { SessionKeys } from './legacy/sessionKeys';
import { DEFAULT_LIMITS, Points, type PointLimits } from './rpc/points';
import { TokenStore, type AccountKind } from './rpc/tokens';
import { seed } from './seed';
import { ComagicStore } from './store';
import { defaultSwitches, type ComagicSwitches } from './switches';

/** The two APIs that speak JSON-RPC. */
export type RpcApi = Exclude<ApiName, 'session'>;

export class World {
	readonly faults = new FaultBoard();
	readonly closing = new AbortController();
	readonly tokens: Record<RpcApi, TokenStore> = {
		data: new TokenStore('data'),
		call: new TokenStore('call'),
	};
	readonly sessionKeys = new SessionKeys();
	/** Customers of the agency; the first one is the direct customer, too. */
	readonly customers: readonly [ComagicCustomer, ComagicCustomer] = [
		{ id: 5001, name: 'Sandbox Ltd', userId: 6001, store: new ComagicStore() },
		{ id: 5002, name: 'Romashka Ltd', userId: 6002, store: new ComagicStore() },
	];
	switches: ComagicSwitches;
	latency: LatencyOptions | undefined;
	/** e.g. http://127.0.0.1:4013; known when it listens. */
	url = '';
	private limits: PointLimits;
	private points = new Map<string, Points>();
	private live = new Map<ComagicStore, LiveCalls>();
	private log: LoggedRequest[] = [];

	constructor(readonly options: ComagicSandboxOptions) {
		this.switches = { ...defaultSwitches, ...options.switches };
		this.limits = { ...DEFAULT_LIMITS, ...options.limits };
		// every request that waits listens for the end
		setMaxListeners(0, this.closing.signal);
		this.reset();
	}

	/** Milliseconds. */
	now(): number {
		return this.options.now?.() ?? Date.now();
	}

	/** The direct customer's data. */
	get store(): ComagicStore {
		return this.customers[0].store;
	}

	/** Each API and account has a budget of its own. */
	pointsOf(api: RpcApi, kind: AccountKind): Points {
		const key = `${api} ${kind}`;
		const found = this.points.get(key) ?? new Points(this.limits);
		this.points.set(key, found);
		return found;
	}

	get perMinute(): number {
		return this.limits.perMinute;
	}

	setLimits(limits: Partial<PointLimits>): void {
		this.limits = { ...this.limits, ...limits };
		this.points.clear();
	}

	liveCallsOf(store: ComagicStore): LiveCalls {
		const found = this.live.get(store) ?? new LiveCalls(store);
		this.live.set(store, found);
		return found;
	}

	/** Posts JSON in the background; whoever is not there misses it. */
	send(url: string, body: Record<string, unknown>): void {
		const headers = { 'content-type': 'application/json' };
		const { signal } = this.closing;
		fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal }).catch(
			() => undefined,
		);
	}

	note(entry: LoggedRequest): void {
		this.log.push(entry);
	}

	requests(filter: RequestFilter = {}): LoggedRequest[] {
		return this.log.filter((entry) => matchesRequest(filter, entry));
	}

	clearRequests(): void {
		this.log = [];
	}

	/** Time a real account would take for an answer of so many rows, ms. */
	latencyOf(rows: number): number {
		if (!this.latency) return 0;
		const { baseMs, perEntityMs, jitterMs = 0 } = this.latency;
		return Math.max(0, baseMs + perEntityMs * rows + (Math.random() * 2 - 1) * jitterMs);
	}

	/** Ends sessions as their time limit would. */
	expireSessions(api?: ApiName): void {
		if (api === undefined || api === 'session') this.sessionKeys.clear();
		if (api === undefined || api === 'data') this.tokens.data.clear();
		if (api === undefined || api === 'call') this.tokens.call.clear();
	}

	openSessions(): { session: number; data: number; call: number } {
		const now = this.now();
		return {
			session: this.sessionKeys.count(now),
			data: this.tokens.data.count(now),
			call: this.tokens.call.count(now),
		};
	}

	/** Everything as after the start. */
	reset(): void {
		this.faults.clear();
		this.clearRequests();
		this.expireSessions();
		this.live.clear();
		this.switches = { ...defaultSwitches, ...this.options.switches };
		this.limits = { ...DEFAULT_LIMITS, ...this.options.limits };
		this.points.clear();
		this.latency = this.options.latency;
		const { seed: options = {} } = this.options;
		const now = this.now();
		for (const [place, { store }] of this.customers.entries()) {
			seed(store, { options, now, isSecond: place === 1 });
		}
	}
}
