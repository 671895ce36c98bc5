const SECONDS = /^\s*\d+(\.\d+)?\s*$/;
// The three date forms of HTTP begin with a weekday; Date.parse alone takes "-5" for a date.
const HTTP_DATE = /^\s*(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i;

/**
 * How long the server wants to be left alone, in ms from `now`, or null when it does not say.
 * Body field `retry_after` (seconds; object or JSON text) before the header `Retry-After`
 * (seconds or HTTP date, any case of the name). Source: fact sheet §2.1.
 */
export function parseRetryAfter(body: unknown, headers: unknown, now: number): number | null {
	return secondsToMs(field(asObject(body), 'retry_after')) ?? headerDelay(headers, now);
}

function headerDelay(headers: unknown, now: number): number | null {
	const found = field(headers, 'retry-after');
	const value: unknown = Array.isArray(found) ? found[0] : found;
	const delay = secondsToMs(value);
	if (delay !== null || typeof value !== 'string' || !HTTP_DATE.test(value)) return delay;
	// asctime, the third form, names no zone and means GMT
	const date = Date.parse(/gmt\s*$/i.test(value) ? value : `${value} GMT`);
	return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function secondsToMs(value: unknown): number | null {
	const seconds =
		typeof value === 'string' && SECONDS.test(value) ? Number.parseFloat(value) : value;
	if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) return null;
	return Math.ceil(seconds * 1000);
}

/** A text body may be JSON all the same: error answers often come with an odd content type. */
function asObject(body: unknown): unknown {
	if (typeof body !== 'string' || !body.trimStart().startsWith('{')) return body;
	try {
		return JSON.parse(body);
	} catch {
		return null;
	}
}

function field(container: unknown, name: string): unknown {
	if (typeof container !== 'object' || container === null) return undefined;
	const entry = Object.entries(container).find(([key]) => key.toLowerCase() === name);
	return entry?.[1];
}
