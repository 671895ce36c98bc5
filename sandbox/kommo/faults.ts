/** Faults on demand: which of them a request meets. */
import type { AccountName, Fault, FaultAction, RequestFilter } from './contract';

export interface RequestKey {
	account: AccountName;
	method: string;
	path: string;
}

export function matchesRequest(filter: RequestFilter, request: RequestKey): boolean {
	if (filter.account !== undefined && filter.account !== request.account) return false;
	if (filter.method !== undefined && filter.method.toUpperCase() !== request.method) return false;
	if (filter.path === undefined) return true;
	if (filter.path instanceof RegExp) return filter.path.test(request.path);
	return filter.path.endsWith('*')
		? request.path.startsWith(filter.path.slice(0, -1))
		: request.path === filter.path;
}

export interface MetFaults {
	before: FaultAction[];
	after: FaultAction[];
}

/** Counts matching requests per fault, from 1. */
export class FaultBoard {
	private armed: Array<{ fault: Fault; seen: number }> = [];

	add(fault: Fault): void {
		this.armed.push({ fault, seen: 0 });
	}

	clear(): void {
		this.armed = [];
	}

	meet(request: RequestKey): MetFaults {
		const met: MetFaults = { before: [], after: [] };
		for (const entry of this.armed) {
			const { fault } = entry;
			if (!matchesRequest(fault, request)) continue;
			entry.seen += 1;
			const first = fault.nth ?? 1;
			const isDue = entry.seen >= first && entry.seen < first + (fault.times ?? 1);
			if (isDue) met[fault.when ?? 'before'].push(fault.action);
		}
		return met;
	}
}
