import { DateTime } from 'luxon';

import { InvalidValue } from '../../shared/invalidValue';
import { shown } from '../../shared/shown';
import { dayAfter } from '../transport/days';
import type { ComagicField, ComagicRow } from './comagicField';
import { toDay } from './moments';

/** First day, as the account counts days (fact sheet §A.3). */
const dateFrom: ComagicField = {
	prop: {
		displayName: 'From',
		name: 'dateFrom',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'First day of the range, in the time zone of the account',
		routing: { send: { type: 'query', property: 'date_from' } },
	},
	to: (value, row) => accountDay(value, zoneOf(row), 'From'),
};

/** Last day: the wire names the day after it, because it leaves that day out (fact sheet §A.3). */
const dateTo: ComagicField = {
	prop: {
		displayName: 'To',
		name: 'dateTo',
		type: 'dateTime',
		default: '',
		required: true,
		description:
			'Last day of the range, which belongs to it as a whole, also when the value has a time',
		routing: { send: { type: 'query', property: 'date_till' } },
	},
	to: (value, row) => {
		const zone = zoneOf(row);
		const last = accountDay(value, zone, 'To');
		const first = accountDay(row.parameter('dateFrom'), zone, 'From');
		if (last < first) {
			throw new InvalidValue(`'To' (${last}) is before 'From' (${first})`, 'Swap the two dates.');
		}
		return dayAfter(last);
	},
};

export const dateRange: ComagicField[] = [dateFrom, dateTo];

/** For moments with an offset only: which day they belong to. */
export const accountTimeZone: ComagicField = {
	prop: {
		displayName: 'Account Time Zone',
		name: 'accountTimeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Moscow',
		description:
			"Zone in which the account counts days; by default the workflow's. It matters only for dates that carry a time and an offset.",
	},
};

function zoneOf(row: ComagicRow): string {
	return shown(row.parameter('options.accountTimeZone')).trim() || row.timezone;
}

/**
 * The day of a value, `2026-01-31`. A text without an offset is the day as written; so is midnight
 * of the value's own zone, because `$today` and date pickers hand days over in that form.
 */
export function accountDay(value: unknown, zone: string, label: string): string {
	const own = ownMoment(value);
	const isDay = own?.isValid === true && +own === +own.startOf('day');
	return (isDay ? own.toISODate() : null) ?? toDay(value, zone, label);
}

/** A value that says its zone itself; null for all others. */
function ownMoment(value: unknown): DateTime | null {
	if (DateTime.isDateTime(value)) return value;
	if (typeof value !== 'string' || !/[T ].*(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(value.trim())) {
		return null;
	}
	return DateTime.fromISO(value.trim(), { setZone: true });
}
