import { DateTime } from 'luxon';

import { InvalidValue } from '../../../shared/invalidValue';

/** From here on a number is milliseconds: as seconds it would be the year 5138 or later. */
const FIRST_MILLISECONDS = 1e11;
/** 31 December 9999: what ISO 8601 writes with four digits of a year. */
const LAST_SECOND = 253_402_300_799;
const HAS_OFFSET = /[T ].*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
/** "2026", "2026-01", "2026-W05": no day, so nothing that could be stored. */
const NO_DAY = /^\d{4}(?:-\d\d|-?W\d\d)?$/i;

/**
 * Unix seconds of a point in time (§0.2, 5).
 *
 * Takes ISO 8601 text (also with a space instead of "T", also a date alone = its midnight),
 * Date, luxon DateTime, Unix seconds as number or digits. Text without an offset is read in `zone`
 * (IANA name). Numbers of 1e11 and more are taken for milliseconds, which holds for every moment
 * after 3 March 1973; fractions of a second are dropped. Eight digits that form a date since 1900
 * are that date ("20260131").
 * @throws InvalidValue naming `fieldLabel`
 */
export function toUnixSeconds(value: unknown, zone: string, fieldLabel: string): number {
	checkZone(zone, fieldLabel);
	const seconds = unixOf(value) ?? momentOf(value, zone)?.toSeconds();
	if (seconds === undefined) throw notADate(value, fieldLabel);
	return Math.floor(seconds);
}

/**
 * The calendar day ("2026-01-31") meant by a value, for fields that are days of the account's
 * zone. A text without an offset is the day as written; so is midnight in the value's own offset,
 * because date pickers and databases hand days over in that form. Every other moment is the day
 * it falls on in `zone`.
 * @throws InvalidValue naming `fieldLabel`
 */
export function toDay(value: unknown, zone: string, fieldLabel: string): string {
	checkZone(zone, fieldLabel);
	const unix = unixOf(value);
	const day = (unix === undefined ? writtenDay(value, zone) : dayInZone(unix, zone)) ?? null;
	if (day === null) throw notADate(value, fieldLabel);
	return day;
}

function dayInZone(seconds: number, zone: string): string | null {
	return DateTime.fromSeconds(seconds, { zone }).toISODate();
}

function writtenDay(value: unknown, zone: string): string | null | undefined {
	// a text without an offset must not meet the zone: its midnight may not exist there
	const own = momentOf(value, 'utc');
	const floating = typeof value === 'string' && !HAS_OFFSET.test(value.trim());
	const midnight = own?.toMillis() === own?.startOf('day').toMillis();
	return (floating || midnight ? own : own?.setZone(zone))?.toISODate();
}

/** Seconds for numbers and digit texts; undefined for everything else, also out of range. */
function unixOf(value: unknown): number | undefined {
	if (typeof value === 'number') return inSeconds(value);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (!/^-?\d+$/.test(text) || NO_DAY.test(text)) return undefined;
	const isBasicDate = /^(?:19|20)\d{6}$/.test(text) && DateTime.fromISO(text).isValid;
	return isBasicDate ? undefined : inSeconds(Number(text));
}

function inSeconds(value: number): number | undefined {
	const seconds = Math.abs(value) >= FIRST_MILLISECONDS ? value / 1000 : value;
	return Math.abs(seconds) <= LAST_SECOND ? seconds : undefined;
}

function checkZone(zone: string, fieldLabel: string): void {
	if (DateTime.utc().setZone(zone).isValid) return;
	throw new InvalidValue(
		`'${fieldLabel}' cannot be read in the time zone "${zone}"`,
		'Choose a time zone in the workflow settings, e.g. Europe/Berlin.',
	);
}

function momentOf(value: unknown, zone: string): DateTime | undefined {
	const moment = parse(value, zone);
	return moment?.isValid ? moment : undefined;
}

function parse(value: unknown, zone: string): DateTime | undefined {
	if (DateTime.isDateTime(value)) return value;
	if (isDate(value)) return DateTime.fromMillis(value.getTime(), { zone: 'utc' });
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (!/^\d{4}/.test(text) || NO_DAY.test(text)) return undefined;
	const iso = DateTime.fromISO(text, { zone, setZone: true });
	return iso.isValid ? iso : DateTime.fromSQL(text, { zone, setZone: true });
}

/** By its tag: a Date made in n8n's expression sandbox is no instance of ours. */
export function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

function notADate(value: unknown, fieldLabel: string): InvalidValue {
	const shown =
		typeof value === 'string' || typeof value === 'number'
			? `"${value}"`
			: 'a value of another kind';
	return new InvalidValue(
		`'${fieldLabel}' takes a date, not ${shown}`,
		'Use ISO 8601, e.g. 2026-01-31 or 2026-01-31T10:00:00+03:00, or Unix seconds.',
	);
}
