/** PHP's http_build_query (RFC 1738): brackets percent-encoded, null and empty arrays absent (§5.1). */

export type PhpValue =
	string | number | boolean | null | undefined | PhpValue[] | { [key: string]: PhpValue };

export function phpForm(value: { [key: string]: PhpValue }): string {
	const pairs: string[] = [];
	for (const [key, child] of Object.entries(value)) collect(key, child, pairs);
	return pairs.join('&');
}

function collect(key: string, value: PhpValue, pairs: string[]): void {
	if (value === null || value === undefined) return;
	if (typeof value === 'object') {
		const children = Array.isArray(value) ? value.entries() : Object.entries(value);
		for (const [name, child] of children) collect(`${key}[${name}]`, child, pairs);
		return;
	}
	const text = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
	pairs.push(`${urlencode(key)}=${urlencode(text)}`);
}

// PHP's urlencode: space is +, and only -_. stay as they are
function urlencode(text: string): string {
	return encodeURIComponent(text)
		.replace(/%20/g, '+')
		.replace(/[!'()*~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
