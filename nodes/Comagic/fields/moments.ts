import { DateTime } from 'luxon';

import { InvalidValue } from '../../shared/invalidValue';

/** From here on a number is milliseconds: as seconds it would be the year 5138 or later. */
const FIRST_MILLISECONDS = 1e11;
const HAS_OFFSET = /[T ].*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const HAS_TIME = /\d[T ]\d/;

export interface Moment {
	/** `2026-01-31 10:00:00`, the time on the clock of the zone (fact sheet §B.1). */
	text: string;
	/** False for a day without a time. */
	hasTime: boolean;
}

/**
 * A point in time as the API takes it: a time on the clock, without an offset. A value that says
 * its offset is told in `zone`; a text without one stays as it is written.
 * @param zone IANA
 * @throws InvalidValue naming the field
 */
export function toMoment(value: unknown, zone: string, label: string): Moment {
	const parsed = fromObject(value) ?? fromNumber(value) ?? fromText(value, zone);
	if (parsed?.moment.isValid !== true) throw notADate(value, label);
	const local = parsed.isFixed ? parsed.moment.setZone(zone) : parsed.moment;
	if (!local.isValid) throw new InvalidValue(`'Time Zone' does not exist: ${zone}`);
	return { text: local.toFormat('yyyy-MM-dd HH:mm:ss'), hasTime: parsed.hasTime };
}

/** The day of a value, `2026-01-31`. */
export const toDay = (value: unknown, zone: string, label: string): string =>
	toMoment(value, zone, label).text.slice(0, 10);

interface Parsed {
	moment: DateTime;
	hasTime: boolean;
	/** Whether the value says itself where it counts; other texts are times on the clock. */
	isFixed: boolean;
}

/** A DateTime or a Date (by its tag: one of n8n's expressions is no instance of ours). */
function fromObject(value: unknown): Parsed | null {
	if (DateTime.isDateTime(value)) return { moment: value, hasTime: true, isFixed: true };
	if (Object.prototype.toString.call(value) !== '[object Date]') return null;
	const moment = DateTime.fromMillis(Number(value), { zone: 'utc' });
	return { moment, hasTime: true, isFixed: true };
}

function fromNumber(value: unknown): Parsed | null {
	if (typeof value !== 'number' || !Number.isFinite(value)) return null;
	const ms = Math.abs(value) >= FIRST_MILLISECONDS ? value : value * 1000;
	return { moment: DateTime.fromMillis(ms, { zone: 'utc' }), hasTime: true, isFixed: true };
}

function fromText(value: unknown, zone: string): Parsed | null {
	if (typeof value !== 'string') return null;
	const text = value.trim();
	// "2026" or "2026-01" is no day
	if (!/^\d{4}-?\d\d-?\d\d/.test(text)) return null;
	const isFixed = HAS_OFFSET.test(text);
	// without an offset it is read as UTC, so that no gap of a summer time moves it
	const options = { zone: isFixed ? zone : 'utc', setZone: isFixed };
	const iso = DateTime.fromISO(text, options);
	const moment = iso.isValid ? iso : DateTime.fromSQL(text, options);
	return { moment, hasTime: HAS_TIME.test(text), isFixed };
}

function notADate(value: unknown, label: string): InvalidValue {
	const given =
		typeof value === 'string' || typeof value === 'number'
			? `"${value}"`
			: 'a value of another kind';
	return new InvalidValue(
		`'${label}' takes a date, not ${given}`,
		'Use ISO 8601, e.g. 2026-01-31 or 2026-01-31T10:00:00+03:00.',
	);
}
