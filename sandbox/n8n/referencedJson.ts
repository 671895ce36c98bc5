/**
 * Reads the JSON form in which n8n hands out execution data: an array whose element 0 is the
 * root, and in which every text stands for the element of that index (texts are elements, too).
 * Shared and circular references come out as such.
 * @throws SyntaxError when the text is not such an array
 */
export function parseReferencedJson(text: string): unknown {
	const table: unknown = JSON.parse(text);
	if (!Array.isArray(table)) throw new SyntaxError('An array of referenced values was expected.');
	const values: unknown[] = table;
	const resolved = new Map<number, unknown>();

	const element = (index: number): unknown => {
		if (resolved.has(index)) return resolved.get(index);
		const raw = values[index];
		if (Array.isArray(raw)) {
			const list: unknown[] = [];
			resolved.set(index, list);
			for (const entry of raw) list.push(follow(entry));
			return list;
		}
		if (typeof raw === 'object' && raw !== null) {
			const record: Record<string, unknown> = {};
			resolved.set(index, record);
			for (const [key, entry] of Object.entries(raw)) record[key] = follow(entry);
			return record;
		}
		return raw;
	};
	const follow = (entry: unknown): unknown =>
		typeof entry === 'string' ? element(Number(entry)) : entry;

	return element(0);
}
