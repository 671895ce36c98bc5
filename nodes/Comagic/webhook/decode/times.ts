import { DateTime } from 'luxon';

/** `2026-01-31 10:00:00.123`, with `T` and an offset where the account sends them. */
const MOMENT =
	/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?$/i;
/** From here on a timestamp is milliseconds: as seconds it would be the year 5138 or later. */
const FIRST_MILLISECONDS = 1e11;

/** ISO 8601 in UTC of a date and time in the account's zone; null for anything else. */
export function isoOfText(value: unknown, timezone: string): string | null {
	if (typeof value !== 'string' || value.length > 40) return null;
	const text = value.trim();
	if (!MOMENT.test(text)) return null;
	const moment = DateTime.fromISO(text.replace(' ', 'T').replace(' ', ''), { zone: timezone });
	return moment.isValid ? moment.toUTC().toISO() : null;
}

/** ISO 8601 in UTC of Unix seconds (or milliseconds); null for anything else. */
export function isoOfTimestamp(value: unknown): string | null {
	if (typeof value !== 'number' || value <= 0) return null;
	const ms = value >= FIRST_MILLISECONDS ? value : value * 1000;
	return ms <= 8.64e15 ? new Date(ms).toISOString() : null;
}
