/** PHP-style query strings (§3.1): literal pairs for the log, a tree for the handlers. */

export type QueryNode = string | QueryTree;
export interface QueryTree {
	[key: string]: QueryNode;
}

/** Decoded pairs with literal bracket keys; a repeated key becomes a list. */
export function queryPairs(search: string): Record<string, string | string[]> {
	const pairs: Record<string, string | string[]> = {};
	for (const [key, value] of new URLSearchParams(search)) {
		const known = pairs[key];
		if (known === undefined) pairs[key] = value;
		else if (Array.isArray(known)) known.push(value);
		else pairs[key] = [known, value];
	}
	return pairs;
}

/** `a[b][]=1&a[b][]=2` → `{ a: { b: { 0: '1', 1: '2' } } }`; later scalars win, as in PHP. */
export function queryTree(search: string): QueryTree {
	const root = emptyTree();
	for (const [key, value] of new URLSearchParams(search)) {
		const bracket = key.indexOf('[');
		const head = bracket < 0 ? key : key.slice(0, bracket);
		const rest =
			bracket < 0 ? [] : [...key.slice(bracket).matchAll(/\[([^\]]*)\]/g)].map((m) => m[1] ?? '');
		place(root, [head, ...rest], value);
	}
	return root;
}

// without a prototype: a key called __proto__ is a key like any other
function emptyTree(): QueryTree {
	return Object.create(null) as QueryTree;
}

function place(root: QueryTree, path: string[], value: string): void {
	let node = root;
	path.forEach((part, i) => {
		const key = part === '' ? String(Object.keys(node).length) : part;
		if (i === path.length - 1) {
			node[key] = value;
			return;
		}
		const child = node[key];
		if (child !== undefined && typeof child !== 'string') {
			node = child;
			return;
		}
		const created = emptyTree();
		node[key] = created;
		node = created;
	});
}

/** The branch under `key`, or undefined when it is a scalar or absent. */
export function branch(node: QueryNode | undefined, key: string): QueryNode | undefined {
	return node === undefined || typeof node === 'string' ? undefined : node[key];
}

/** One value or a list, in any bracket spelling; nested branches are not values. */
export function texts(node: QueryNode | undefined): string[] {
	if (node === undefined) return [];
	if (typeof node === 'string') return [node];
	return Object.values(node).filter((v): v is string => typeof v === 'string');
}

/** As `texts`, whole numbers only. */
export function numbers(node: QueryNode | undefined): number[] {
	return texts(node)
		.filter((v) => /^-?\d+$/.test(v))
		.map(Number);
}

export interface Range {
	from?: number;
	to?: number;
}

/** `[from]`/`[to]`; undefined when neither is a number. */
export function range(node: QueryNode | undefined): Range | undefined {
	const read = (key: string): number | undefined => {
		const v = branch(node, key);
		return typeof v === 'string' && v !== '' && Number.isFinite(Number(v)) ? Number(v) : undefined;
	};
	const from = read('from');
	const to = read('to');
	return from === undefined && to === undefined ? undefined : { from, to };
}

export function inRange(value: number | null | undefined, { from, to }: Range): boolean {
	if (value === null || value === undefined) return false;
	return (from === undefined || value >= from) && (to === undefined || value <= to);
}

/** `with=a,b` as a set (§0.2 no. 11). */
export function withSet(tree: QueryTree): Set<string> {
	return new Set(
		texts(tree['with'])
			.flatMap((v) => v.split(','))
			.map((v) => v.trim()),
	);
}
