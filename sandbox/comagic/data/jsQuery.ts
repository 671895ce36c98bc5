/** The part of PostgreSQL's jsquery that reports are filtered with: `#.tag_id = 5`, and, or. */

/** @returns whether a list or object fits; false for what is not understood */
export function matchesJsQuery(value: unknown, query: string): boolean {
	const anyOf = query.split(/\s+(?:or|\|)\s+/i);
	return anyOf.some((part) => part.split(/\s+(?:and|&)\s+/i).every((leaf) => fits(value, leaf)));
}

function fits(value: unknown, leaf: string): boolean {
	const [, path = '', operator = '', text = ''] =
		/^\s*([#*%.\w"]+)\s*(=|>=|<=|>|<|in)\s*(.+?)\s*$/i.exec(leaf) ?? [];
	if (operator === '') return false;
	const found = walk(value, path.replaceAll('"', '').split('.'));
	return found.some((one) => compare(one, operator.toLowerCase(), text));
}

function walk(value: unknown, [step, ...rest]: string[]): unknown[] {
	if (step === undefined) return [value];
	if (step === '#') {
		const entries: unknown[] = Array.isArray(value) ? value : [];
		return entries.flatMap((entry) => walk(entry, rest));
	}
	if (typeof value !== 'object' || value === null) return [];
	const entries = Object.entries(value);
	return entries
		.filter(([key]) => step === '*' || step === '%' || key === step)
		.flatMap(([, entry]) => walk(entry, rest));
}

function compare(actual: unknown, operator: string, text: string): boolean {
	if (operator === 'in') {
		return text
			.replace(/^\(|\)$/g, '')
			.split(',')
			.some((one) => compare(actual, '=', one.trim()));
	}
	const wanted: unknown = /^".*"$/.test(text) ? text.slice(1, -1) : literal(text);
	if (operator === '=') return actual === wanted;
	if (typeof actual !== 'number' || typeof wanted !== 'number') return false;
	if (operator === '>') return actual > wanted;
	if (operator === '<') return actual < wanted;
	return operator === '>=' ? actual >= wanted : actual <= wanted;
}

function literal(text: string): unknown {
	if (text === 'true' || text === 'false') return text === 'true';
	return text === 'null' ? null : Number(text);
}
