/** Faults on demand: which of them a request meets. */
import type { Fault, LoggedRequest, RequestFilter } from './contract';

type RequestKey = Pick<LoggedRequest, 'api' | 'rpcMethod' | 'method' | 'path'>;

export function matchesRequest(filter: RequestFilter, request: RequestKey): boolean {
	const { api, rpcMethod, method, path } = filter;
	if (api !== undefined && api !== request.api) return false;
	if (rpcMethod !== undefined && rpcMethod !== request.rpcMethod) return false;
	if (method !== undefined && method.toUpperCase() !== request.method) return false;
	if (path === undefined) return true;
	if (path instanceof RegExp) return path.test(request.path);
	return path.endsWith('*') ? request.path.startsWith(path.slice(0, -1)) : request.path === path;
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

	meet(request: RequestKey): Record<'before' | 'after', Fault[]> {
		const met: Record<'before' | 'after', Fault[]> = { before: [], after: [] };
		for (const entry of this.armed) {
			const { fault } = entry;
			if (!matchesRequest(fault, request)) continue;
			entry.seen += 1;
			const first = fault.nth ?? 1;
			const isDue = entry.seen >= first && entry.seen < first + (fault.times ?? 1);
			if (isDue) met[fault.when ?? 'before'].push(fault);
		}
		return met;
	}
}
