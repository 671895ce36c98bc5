/** The account's clock: Moscow time, three hours ahead all year; times carry no offset (§B.1). */
export const TIMEZONE = 'Europe/Moscow';

const OFFSET_MS = 3 * 3_600_000;
const DAY_MS = 86_400_000;
const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.\d{1,6})?)?$/;

/** `YYYY-MM-DD hh:mm:ss` */
export function toLocal(ms: number): string {
	const local = ms + OFFSET_MS;
	const day = Math.floor(local / DAY_MS);
	// reports ask for one day after the other, a hundred thousand times
	if (day !== lastDay.day) lastDay = { day, text: new Date(local).toISOString().slice(0, 10) };
	const seconds = Math.floor((local - day * DAY_MS) / 1000);
	const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	return `${lastDay.text} ${two(hour)}:${two(minute)}:${two(seconds % 60)}`;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

let lastDay = { day: NaN, text: '' };

/** `YYYY-MM-DDThh:mm:ss.mmm` */
export const withMilliseconds = (ms: number): string =>
	new Date(ms + OFFSET_MS).toISOString().slice(0, 23);

/** Milliseconds of a local date or date and time; undefined for anything else. */
export function fromLocal(text: unknown): number | undefined {
	const [, day, time = '00:00:00'] = typeof text === 'string' ? (DATE_TIME.exec(text) ?? []) : [];
	if (day === undefined) return undefined;
	const ms = Date.parse(`${day}T${time}Z`);
	// Date.parse accepts February 30th
	return Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(day)
		? undefined
		: ms - OFFSET_MS;
}

/** The same time of day so many calendar months later. */
export function addMonths(ms: number, months: number): number {
	const date = new Date(ms + OFFSET_MS);
	const day = date.getUTCDate();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() + months);
	const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	date.setUTCDate(Math.min(day, last));
	return date.getTime() - OFFSET_MS;
}
