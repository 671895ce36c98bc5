/** Faults on demand: which of them a request meets. */
import type { Fault, FaultAction, RequestFilter } from './contract';

interface RequestKey {
	method: string;
	path: string;
}

export function matchesRequest(filter: RequestFilter, request: RequestKey): boolean {
	if (filter.method !== undefined && filter.method.toUpperCase() !== request.method) return false;
	if (filter.path === undefined) return true;
	if (filter.path instanceof RegExp) return filter.path.test(request.path);
	return filter.path.endsWith('*')
		? request.path.startsWith(filter.path.slice(0, -1))
		: request.path === filter.path;
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

	meet(request: RequestKey): Record<'before' | 'after', FaultAction[]> {
		const met: Record<'before' | 'after', FaultAction[]> = { before: [], after: [] };
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
