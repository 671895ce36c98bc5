import { safeName } from '../../../shared/safeName';

const DEEPEST = 1_000;

/** The object or list in a JSON text, prototype-safe; undefined for anything else. */
export function parseJsonText(text: string): object | undefined {
	const first = text.trimStart()[0];
	if ((first !== '{' && first !== '[') || isTooDeep(text)) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return typeof parsed === 'object' && parsed !== null ? safe(parsed) : undefined;
	} catch {
		return undefined;
	}
}

/** Counts brackets inside texts as well: such a text merely stays a text. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const char of text) {
		if (char === '{' || char === '[') depth += 1;
		else if (char === '}' || char === ']') depth -= 1;
		if (depth > DEEPEST) return true;
	}
	return false;
}

function safe(value: object): object {
	const child = (one: unknown): unknown =>
		typeof one === 'object' && one !== null ? safe(one) : one;
	if (Array.isArray(value)) return value.map(child);
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [safeName(key), child(one)]));
}
