import { safeName } from '../../../shared/safeName';

/** What a form body holds before its values are typed. */
export type FormValue = string | FormValue[] | FormRecord;
export interface FormRecord {
	[key: string]: FormValue;
}

/** A value that another one with the same key took the place of. */
export interface Overwritten {
	key: string;
	value: string;
}

interface Branch {
	[key: string]: Branch | string;
}

/** Real deliveries go down eight levels; whoever reads the item afterwards recurses over it. */
const DEEPEST = 1_000;
const INDEX = /^(?:0|[1-9]\d{0,8})$/;
/** Lists that stay lists when an index is missing; elsewhere numbers may be ids (`linked_leads_id`). */
const LISTS = new Set(['contacts', 'custom_fields', 'leads', 'reviews', 'tags', 'values']);

/** Whether every key is an array index, contiguous or not. */
export function hasIndices(record: object): boolean {
	const keys = Object.keys(record);
	return keys.length > 0 && keys.every((key) => INDEX.test(key));
}

/**
 * Grows nested data from PHP's bracket keys (`leads[add][0][id]`), whatever the order, the number
 * and the depth of the keys. No key reaches a prototype. As in PHP the last value of a key wins; the
 * others are kept in `overwritten`.
 * @see fact sheet §5.1
 */
export class FormTree {
	readonly overwritten: Overwritten[] = [];
	private readonly root: Branch = {};
	/** Next index of `key[]`, for branches that were written to that way. */
	private readonly next = new Map<Branch, number>();

	add(key: string, value: string): void {
		const path = pathOf(key);
		const last = path.pop() ?? '';
		let branch = this.root;
		for (const part of path) branch = this.descend(branch, part, key);
		const name = this.nameIn(branch, last);
		const present = valueIn(branch, name);
		if (present !== undefined && present !== value) this.replaced(key, present);
		branch[name] = value;
	}

	/** The data with its lists restored. */
	value(): FormRecord {
		return Object.fromEntries(
			Object.entries(this.root).map(([key, child]) => [key, restored(child, key)]),
		);
	}

	private descend(branch: Branch, part: string, key: string): Branch {
		const name = this.nameIn(branch, part);
		const present = valueIn(branch, name);
		if (typeof present === 'object') return present;
		if (present !== undefined) this.replaced(key, present);
		const child: Branch = {};
		branch[name] = child;
		return child;
	}

	private nameIn(branch: Branch, part: string): string {
		if (part !== '') return safeName(part);
		const next = this.next.get(branch) ?? firstFree(branch);
		this.next.set(branch, next + 1);
		return String(next);
	}

	private replaced(key: string, present: Branch | string): void {
		const value = typeof present === 'string' ? present : JSON.stringify(present);
		this.overwritten.push({ key, value });
	}
}

function valueIn(branch: Branch, name: string): Branch | string | undefined {
	return Object.hasOwn(branch, name) ? branch[name] : undefined;
}

function firstFree(branch: Branch): number {
	return Object.keys(branch)
		.filter((key) => INDEX.test(key))
		.reduce((free, key) => Math.max(free, Number(key) + 1), 0);
}

/** `leads[add][0]` → leads, add, 0; a key with odd brackets is a name as it stands. */
function pathOf(key: string): string[] {
	const open = key.indexOf('[');
	if (open < 1 || !key.endsWith(']')) return [key];
	const path = [key.slice(0, open)];
	let at = open;
	while (at < key.length) {
		const end = key.indexOf(']', at);
		if (key[at] !== '[' || end < 0) return [key];
		if (path.length === DEEPEST) {
			path.push(key.slice(at));
			return path;
		}
		path.push(key.slice(at + 1, end));
		at = end + 1;
	}
	return path;
}

function restored(value: Branch | string, name: string): FormValue {
	if (typeof value === 'string') return value;
	const entries = Object.entries(value);
	const isList = LISTS.has(name)
		? hasIndices(value)
		: entries.every(([key], index) => key === String(index));
	if (isList) return entries.map(([, child]) => restored(child, ''));
	return Object.fromEntries(entries.map(([key, child]) => [key, restored(child, key)]));
}
