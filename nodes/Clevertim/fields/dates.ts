import { DateTime } from 'luxon';

import { InvalidValue } from '../../shared/invalidValue';
import { isRecord } from '../../shared/wire';
import type { TaskMoment } from '../model';
import { momentText } from '../momentText';

/** From here on a number is milliseconds: as seconds it would be the year 5138 or later. */
const FIRST_MILLISECONDS = 1e11;
const HAS_OFFSET = /[T ].*(?:Z|[+-]\d\d(?::?\d\d)?)$/i;
const HAS_TIME = /\d[T ]\d/;

interface Parsed {
	moment: DateTime;
	hasTime: boolean;
	/** Whether the value says itself where it counts; other texts are local time. */
	isFixed: boolean;
}

/**
 * A task date (fact sheet §6.5): a day, with the time of day where the value has one. The API
 * knows no zone, so a value with an offset is told in `zone`; a text without one is as written.
 * @param dateOnly leaves the time of day out
 */
export function toTaskMoment(
	value: unknown,
	zone: string,
	label: string,
	dateOnly: boolean,
): TaskMoment {
	const { moment, hasTime, isFixed } = parse(value, zone, label);
	const local = isFixed ? moment.setZone(zone) : moment;
	const day = { y: local.year, mo: local.month, d: local.day };
	return hasTime && !dateOnly ? { ...day, h: local.hour, mi: local.minute } : day;
}

/**
 * The calendar day of a value, `2026-01-31`. A text without an offset is the day as written; so is
 * midnight in the value's own offset, because date pickers hand days over in that form.
 */
export function toDay(value: unknown, zone: string, label: string): string {
	const { moment, isFixed } = parse(value, zone, label);
	const isMidnight = moment.toMillis() === moment.startOf('day').toMillis();
	const day = (isFixed && !isMidnight ? moment.setZone(zone) : moment).toISODate();
	if (day === null) throw notADate(value, label);
	return day;
}

/** A point in time, ISO 8601 in UTC. */
export function toTime(value: unknown, zone: string, label: string): string {
	const text = parse(value, zone, label).moment.toUTC().toISO();
	if (text === null) throw notADate(value, label);
	return text;
}

function parse(value: unknown, zone: string, label: string): Parsed {
	const parsed = fromObject(value, zone) ?? fromNumber(value) ?? fromText(value, zone);
	if (parsed?.moment.isValid !== true) throw notADate(value, label);
	return parsed;
}

/** A DateTime, a Date (by its tag: one of n8n's expressions is no instance of ours), a task date. */
function fromObject(value: unknown, zone: string): Parsed | null {
	if (DateTime.isDateTime(value)) return { moment: value, hasTime: true, isFixed: true };
	if (Object.prototype.toString.call(value) === '[object Date]') {
		const moment = DateTime.fromMillis((value as Date).getTime(), { zone: 'utc' });
		return { moment, hasTime: true, isFixed: true };
	}
	if (!isRecord(value)) return null;
	const text = momentText(value);
	return text === null ? null : fromText(text, zone);
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
	const iso = DateTime.fromISO(text, { zone, setZone: true });
	const moment = iso.isValid ? iso : DateTime.fromSQL(text, { zone, setZone: true });
	return { moment, hasTime: HAS_TIME.test(text), isFixed: HAS_OFFSET.test(text) };
}

function notADate(value: unknown, label: string): InvalidValue {
	const shown =
		typeof value === 'string' || typeof value === 'number'
			? `"${value}"`
			: 'a value of another kind';
	return new InvalidValue(
		`'${label}' takes a date, not ${shown}`,
		'Use ISO 8601, e.g. 2026-01-31 or 2026-01-31T10:00:00+01:00.',
	);
}
