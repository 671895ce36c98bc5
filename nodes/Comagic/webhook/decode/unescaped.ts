const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text that stands between the quotes of JSON; escapes nobody knows are what follows them. */
export function unescaped(text: string): string {
	if (!text.includes('\\')) return text;
	return text.replace(
		/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g,
		(_all, code: string | undefined, char: string | undefined) =>
			code === undefined
				? (ESCAPES[char ?? ''] ?? char ?? '')
				: String.fromCharCode(parseInt(code, 16)),
	);
}
