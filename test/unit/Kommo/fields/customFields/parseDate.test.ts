import fc from 'fast-check';
import { DateTime } from 'luxon';

import { InvalidValue } from '../../../../../nodes/shared/invalidValue';
import { toDay, toUnixSeconds } from '../../../../../nodes/Kommo/fields/customFields/parseDate';
import { thrownBy } from './fieldOf';

const JAN_31_10H_UTC = 1769853600;

describe('toUnixSeconds', () => {
	it.each<[string, unknown, string, number]>([
		['ISO text with Z', '2026-01-31T10:00:00Z', 'Europe/Moscow', JAN_31_10H_UTC],
		['ISO text with an offset', '2026-01-31T13:00:00+03:00', 'UTC', JAN_31_10H_UTC],
		['ISO text with a short offset', '2026-01-31T13:00+03', 'UTC', JAN_31_10H_UTC],
		['text without an offset, in the zone', '2026-01-31T13:00:00', 'Europe/Moscow', JAN_31_10H_UTC],
		['another zone', '2026-01-31T07:00', 'America/Sao_Paulo', JAN_31_10H_UTC],
		['a space instead of T', '2026-01-31 13:00:00', 'Europe/Moscow', JAN_31_10H_UTC],
		['fractions of a second', '2026-01-31T10:00:00.987Z', 'UTC', JAN_31_10H_UTC],
		['a date alone', '2026-01-31', 'Europe/Moscow', JAN_31_10H_UTC - 13 * 3600],
		['a basic date', '20260131', 'UTC', JAN_31_10H_UTC - 10 * 3600],
		['a basic date with time', '20260131T100000Z', 'Europe/Moscow', JAN_31_10H_UTC],
		['a week date', '2026-W05-6T10:00Z', 'UTC', JAN_31_10H_UTC],
		['an ordinal date', '2026-031T10:00Z', 'UTC', JAN_31_10H_UTC],
		['outer spaces', ' 2026-01-31T10:00:00Z ', 'UTC', JAN_31_10H_UTC],
		['Unix seconds', JAN_31_10H_UTC, 'Europe/Moscow', JAN_31_10H_UTC],
		['Unix seconds as text', String(JAN_31_10H_UTC), 'Europe/Moscow', JAN_31_10H_UTC],
		['milliseconds', JAN_31_10H_UTC * 1000 + 999, 'UTC', JAN_31_10H_UTC],
		['milliseconds as text', `${JAN_31_10H_UTC}000`, 'UTC', JAN_31_10H_UTC],
		['zero', 0, 'UTC', 0],
		['before 1970', '-86400', 'UTC', -86400],
		['eight digits that are no date', '86400000', 'UTC', 86400000],
		['Date', new Date(JAN_31_10H_UTC * 1000), 'Europe/Moscow', JAN_31_10H_UTC],
		[
			'luxon DateTime',
			DateTime.fromISO('2026-01-31T13:00', { zone: 'Europe/Moscow' }),
			'UTC',
			JAN_31_10H_UTC,
		],
	])('reads %s', (_, value, zone, expected) => {
		expect(toUnixSeconds(value, zone, 'Due')).toBe(expected);
	});

	it.each<[string, unknown]>([
		['words', 'tomorrow'],
		['empty text', ''],
		['a day that does not exist', '2026-02-30'],
		['a month that does not exist', '2026-13-01T10:00:00Z'],
		['day first', '31.01.2026'],
		['a bare year', '2026'],
		['a bare month', '2026-01'],
		['a bare week', '2026-W05'],
		['a bare time', '10:00:00'],
		['NaN', Number.NaN],
		['infinity', Number.POSITIVE_INFINITY],
		['a number out of range', 1e18],
		['true', true],
		['null', null],
		['an object', { date: '2026-01-31' }],
		['an invalid Date', new Date('x')],
		['an invalid DateTime', DateTime.invalid('test')],
	])('refuses %s and names the field', (_, value) => {
		const error = thrownBy(() => toUnixSeconds(value, 'UTC', 'Due Date'));
		expect(error).toBeInstanceOf(InvalidValue);
		expect(error.message).toContain("'Due Date'");
		expect(error.description).toContain('ISO 8601');
	});

	it('refuses a zone that does not exist and says which', () => {
		expect(() => toUnixSeconds('2026-01-31', 'Mars/Base', 'Due')).toThrow('"Mars/Base"');
	});

	it('reads the same moment from seconds, milliseconds, ISO text, Date and DateTime', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1e8, max: 4e9 }),
				fc.constantFrom('UTC', 'Europe/Moscow', 'America/Sao_Paulo', 'Pacific/Auckland'),
				(seconds, zone) => {
					const moment = DateTime.fromSeconds(seconds, { zone });
					const spellings = [
						seconds,
						String(seconds),
						seconds * 1000,
						moment,
						moment.toJSDate(),
						moment.toISO(),
						moment.toUTC().toISO(),
					];
					const read = spellings.map((value) => toUnixSeconds(value, 'Asia/Kolkata', 'Due'));
					expect(new Set(read)).toEqual(new Set([seconds]));
				},
			),
		);
	});
});

describe('toDay', () => {
	const MOSCOW_MIDNIGHT = 1769806800; // 2026-01-30T21:00:00Z

	it.each<[string, unknown, string, string]>([
		['a date alone', '2026-01-31', 'Europe/Moscow', '2026-01-31'],
		['a local text, whatever its hour', '2026-01-31T23:59:59', 'Pacific/Auckland', '2026-01-31'],
		['Unix midnight of the zone', MOSCOW_MIDNIGHT, 'Europe/Moscow', '2026-01-31'],
		['the same as text', String(MOSCOW_MIDNIGHT), 'Europe/Moscow', '2026-01-31'],
		['an instant late in UTC', '2026-01-30T21:30:00Z', 'Europe/Moscow', '2026-01-31'],
		['an instant early in UTC', '2026-01-31T01:00:00Z', 'America/Sao_Paulo', '2026-01-30'],
		['midnight UTC of a database', '2026-01-31T00:00:00.000Z', 'America/Sao_Paulo', '2026-01-31'],
		['a Date at midnight UTC', new Date('2026-01-31'), 'America/Sao_Paulo', '2026-01-31'],
		[
			'a picked day in the zone of the workflow',
			DateTime.fromISO('2026-01-31', { zone: 'Asia/Tokyo' }),
			'America/Sao_Paulo',
			'2026-01-31',
		],
		[
			'a DateTime within the day',
			DateTime.fromISO('2026-01-31T05:00', { zone: 'Asia/Tokyo' }),
			'America/Sao_Paulo',
			'2026-01-30',
		],
		['a day whose midnight is skipped', '2018-11-04', 'America/Sao_Paulo', '2018-11-04'],
	])('reads %s', (_, value, zone, expected) => {
		expect(toDay(value, zone, 'Birthday')).toBe(expected);
	});

	it.each(['31.01.2026', '', '2026-02-30', null, {}])('refuses %p', (value) => {
		expect(() => toDay(value, 'UTC', 'Birthday')).toThrow(InvalidValue);
	});
});
