/** The state of one sandbox: store, switches, latency, faults, log, clock. */
import type {
	ClevertimSandboxOptions,
	LatencyOptions,
	LoggedRequest,
	RequestFilter,
} from './contract';
import { FaultBoard, matchesRequest } from './faults';
import { seed } from './seed';
import { ClevertimStore } from './store';
import { defaultSwitches, type ClevertimSwitches } from './switches';

export class World {
	readonly store = new ClevertimStore();
	readonly faults = new FaultBoard();
	readonly closing = new AbortController();
	switches: ClevertimSwitches;
	latency: LatencyOptions | undefined;
	private log: LoggedRequest[] = [];

	constructor(readonly options: ClevertimSandboxOptions) {
		this.switches = { ...defaultSwitches, ...options.switches };
		this.reset();
	}

	/** Milliseconds. */
	now(): number {
		return this.options.now?.() ?? Date.now();
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

	/** Time a real account would take for a request of this size, ms. */
	latencyOf(records: number): number {
		if (!this.latency) return 0;
		const { baseMs, perEntityMs, jitterMs = 0 } = this.latency;
		return Math.max(0, baseMs + perEntityMs * records + (Math.random() * 2 - 1) * jitterMs);
	}

	/** Everything as after the start. */
	reset(): void {
		this.faults.clear();
		this.clearRequests();
		this.switches = { ...defaultSwitches, ...this.options.switches };
		this.latency = this.options.latency;
		this.store.clear();
		seed(this.store, { withRecords: this.options.seed ?? true, now: this.now() });
	}
}
