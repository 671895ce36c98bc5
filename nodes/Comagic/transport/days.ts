import { DateTime } from 'luxon';

import { InvalidValue } from '../../shared/invalidValue';

/** By-day requests of one item at most; a slip in the year must not send thousands. */
const MOST_DAYS = 1_100;

/** `2026-01-31` → `2026-02-01` */
export function dayAfter(day: string): string {
	return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}

/** Every day from `first` up to, not including, `end`; throws InvalidValue for too many. */
export function daysBetween(first: string, end: string): string[] {
	const days: string[] = [];
	for (let day = first; day < end; day = dayAfter(day)) {
		if (days.length >= MOST_DAYS) {
			throw new InvalidValue(
				`'By Date' takes at most ${MOST_DAYS} days, one request each`,
				'Choose a shorter range.',
			);
		}
		days.push(day);
	}
	return days;
}
