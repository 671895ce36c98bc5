import type { Method } from './method';
import methods from './methods.json';
import { parseMethod } from './parseMethod';

const ENTRIES: Record<string, unknown> = methods;
const known = new Map<string, Method>();

/** Names of all methods of the Data API v2.0, sorted (fact sheet §B.9). */
export function methodNames(): string[] {
	return Object.keys(ENTRIES)
		.filter((name) => !name.includes('#'))
		.sort((a, b) => a.localeCompare(b));
}

/** What the catalogue says of a method, parsed on first use; null for a name it does not have. */
export function findMethod(name: string): Method | null {
	const parsed = known.get(name);
	if (parsed) return parsed;
	if (!Object.hasOwn(ENTRIES, name)) return null;
	// `get.tags#2` is a second page of the same method
	const method = parseMethod(name, [ENTRIES[name], ENTRIES[`${name}#2`]]);
	known.set(name, method);
	return method;
}

/** Like `findMethod`, for names that are written in this package. */
export function requireMethod(name: string): Method {
	const method = findMethod(name);
	if (method) return method;
	throw new Error(`The catalogue has no method ${name}`);
}

/** Whether it gives pages: those methods take `limit` (§B.4). */
export const isList = ({ common }: Method): boolean => common.has('limit');
