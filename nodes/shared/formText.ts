/** The pairs of a form or query text in their order, decoded; parts without a name are no pairs. */
export function* formPairs(text: string): Generator<[key: string, value: string]> {
	for (const [rawKey, rawValue] of rawFormPairs(text)) {
		const key = decodePart(rawKey);
		if (key !== '') yield [key, decodePart(rawValue)];
	}
}

/** The same pairs as they stand in the text, those without a name, too. */
export function* rawFormPairs(text: string): Generator<[key: string, value: string]> {
	let start = 0;
	while (start < text.length) {
		const found = text.indexOf('&', start);
		const end = found < 0 ? text.length : found;
		const equals = text.indexOf('=', start);
		const middle = equals < 0 || equals > end ? end : equals;
		yield [text.slice(start, middle), text.slice(middle + 1, end)];
		start = end + 1;
	}
}

/** Never throws: what is not encoded properly is taken as it stands. */
export function decodePart(part: string): string {
	const spaced = part.includes('+') ? part.replaceAll('+', ' ') : part;
	if (!spaced.includes('%')) return spaced;
	try {
		return decodeURIComponent(spaced);
	} catch {
		return decodeBytes(spaced);
	}
}

/** Broken UTF-8 becomes U+FFFD, a lonely `%` stays what it is. */
function decodeBytes(text: string): string {
	return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
		Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
	);
}
