import { DateTime } from 'luxon';

import { toDay, toMoment } from '../../../../nodes/Comagic/fields/moments';

const MOSCOW = 'Europe/Moscow';
const noon = Date.UTC(2026, 0, 31, 9);

it.each<[string, unknown, string, boolean]>([
	['a day', '2026-01-31', '2026-01-31 00:00:00', false],
	['a time without an offset', '2026-01-31T10:20', '2026-01-31 10:20:00', true],
	["the API's own form", '2026-01-31 10:20:30', '2026-01-31 10:20:30', true],
	['a time in UTC', '2026-01-31T09:00:00Z', '2026-01-31 12:00:00', true],
	['a time with an offset', '2026-01-31T10:00:00+05:00', '2026-01-31 08:00:00', true],
	['an hour that summer time skips elsewhere', '2026-03-29T02:30:00', '2026-03-29 02:30:00', true],
	['milliseconds', noon, '2026-01-31 12:00:00', true],
	['seconds', noon / 1000, '2026-01-31 12:00:00', true],
	['a Date', new Date(noon), '2026-01-31 12:00:00', true],
	['a DateTime', DateTime.fromMillis(noon, { zone: 'utc' }), '2026-01-31 12:00:00', true],
])('tells %s on the clock of the zone', (_name, value, text, hasTime) => {
	expect(toMoment(value, MOSCOW, 'Date')).toEqual({ text, hasTime });
});

it('gives the day on that clock', () => {
	expect(toDay('2026-01-31T22:30:00Z', MOSCOW, 'Day')).toBe('2026-02-01');
});

it.each(['', 'yesterday', '2026', '2026-01', '2026-13-01', '2026-02-30', {}, null, true])(
	'refuses %j',
	(value) => {
		expect(() => toMoment(value, MOSCOW, 'Date From')).toThrow("'Date From' takes a date");
	},
);
