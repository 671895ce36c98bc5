import { DateTime } from 'luxon';

/** A range as the API takes it: times on the account's clock, `2026-01-31 10:00:00` (§B.1). */
export interface Window {
	from: string;
	till: string;
}

const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;
/** Neighbours share a second: nobody knows whether `date_till` is part of its range (§F). */
const OVERLAP = SECOND;

/** Clock times are counted as if they were UTC: no summer time makes an hour of them vanish. */
const toMillis = (text: string): number =>
	DateTime.fromFormat(text, FORMAT, { zone: 'utc' }).toMillis();

const toText = (millis: number): string =>
	DateTime.fromMillis(millis, { zone: 'utc' }).toFormat(FORMAT);

/** Whether the texts are times in the API's form, the first not after the second. */
export function isOrdered({ from, till }: Window): boolean {
	return toMillis(from) <= toMillis(till);
}

/** Length in days, with fractions. */
export const daysOf = ({ from, till }: Window): number => (toMillis(till) - toMillis(from)) / DAY;

/**
 * A range in equal parts of at most `maxDays`, from early to late. Each part begins where the one
 * before it ends less a second, so that rows at the seam come at least once.
 */
export function splitWindow(window: Window, maxDays: number): Window[] {
	const days = daysOf(window);
	return inParts(window, days > maxDays ? Math.ceil(days / maxDays) : 1);
}

/**
 * A window with too many rows in smaller ones; null when it is too short to be divided.
 * @param parts how many would do if the rows were spread evenly
 */
export function narrowWindow(window: Window, parts: number): Window[] | null {
	const seconds = Math.floor((toMillis(window.till) - toMillis(window.from)) / SECOND);
	const most = Math.floor(seconds / 4);
	return most < 2 ? null : inParts(window, Math.min(Math.max(2, parts), most));
}

function inParts({ from, till }: Window, parts: number): Window[] {
	const start = toMillis(from);
	const span = (toMillis(till) - start) / parts;
	const edge = (index: number): number =>
		index === parts ? toMillis(till) : start + Math.floor((span * index) / SECOND) * SECOND;
	return Array.from({ length: parts }, (_, index) => ({
		from: toText(edge(index)),
		// the last one ends where the whole range ends, not a second later
		till: toText(index === parts - 1 ? edge(parts) : edge(index + 1) + OVERLAP),
	}));
}
