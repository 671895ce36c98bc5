import { toDay, toTaskMoment, toTime } from '../../../nodes/Clevertim/fields/dates';
import { momentText } from '../../../nodes/Clevertim/momentText';

const BERLIN = 'Europe/Berlin';

describe('a task date (fact sheet §6.5)', () => {
	it.each<[name: string, value: unknown, expected: object]>([
		['a day', '2026-03-09', { y: 2026, mo: 3, d: 9 }],
		['a day in basic form', '20260309', { y: 2026, mo: 3, d: 9 }],
		['a local time', '2026-03-09T14:30:59', { y: 2026, mo: 3, d: 9, h: 14, mi: 30 }],
		['a space for the T', '2026-03-09 14:30', { y: 2026, mo: 3, d: 9, h: 14, mi: 30 }],
		['midnight', '2026-03-09T00:00:00', { y: 2026, mo: 3, d: 9, h: 0, mi: 0 }],
		[
			'a time in UTC, told in the zone',
			'2026-03-09T23:30:00Z',
			{ y: 2026, mo: 3, d: 10, h: 0, mi: 30 },
		],
		['an offset', '2026-07-09T10:00:00-04:00', { y: 2026, mo: 7, d: 9, h: 16, mi: 0 }],
		['a Date', new Date('2026-03-09T12:00:00Z'), { y: 2026, mo: 3, d: 9, h: 13, mi: 0 }],
		['Unix seconds', 1_773_057_600, { y: 2026, mo: 3, d: 9, h: 13, mi: 0 }],
		['milliseconds', 1_773_057_600_000, { y: 2026, mo: 3, d: 9, h: 13, mi: 0 }],
		[
			'the API’s own shape',
			{ y: 2026, mo: 3, d: 9, h: 1, mi: 5 },
			{ y: 2026, mo: 3, d: 9, h: 1, mi: 5 },
		],
		['the same with texts', { y: '2026', mo: '3', d: '9' }, { y: 2026, mo: 3, d: 9 }],
		// 29 March 2026, 02:30 does not exist in Berlin: the wall clock goes on by an hour
		['a time that is left out', '2026-03-29T02:30:00', { y: 2026, mo: 3, d: 29, h: 3, mi: 30 }],
	])('%s', (_name, value, expected) => {
		expect(toTaskMoment(value, BERLIN, 'Start', false)).toEqual(expected);
	});

	it('loses its time of day where that is wanted', () => {
		expect(toTaskMoment('2026-03-09T23:30:00Z', BERLIN, 'Start', true)).toEqual({
			y: 2026,
			mo: 3,
			d: 10,
		});
	});

	it.each(['', 'soon', '2026', '2026-02', '2026-13-01', '2026-02-30', true, null, {}, []])(
		'is not %p',
		(value) => {
			expect(() => toTaskMoment(value, BERLIN, 'Start', false)).toThrow(/^'Start' takes a date/);
		},
	);
});

describe('a day (§6.8)', () => {
	it.each<[unknown, string]>([
		['2026-03-09', '2026-03-09'],
		['2026-03-09T23:59:00', '2026-03-09'],
		['2026-03-09T00:00:00.000Z', '2026-03-09'],
		['2026-03-09T00:00:00-10:00', '2026-03-09'],
		['2026-03-09T23:30:00Z', '2026-03-10'],
		[new Date('2026-03-09T00:00:00Z'), '2026-03-09'],
	])('%p', (value, expected) => {
		expect(toDay(value, BERLIN, 'Renewal')).toBe(expected);
	});
});

describe('a point in time', () => {
	it.each<[unknown, string]>([
		['2026-03-09T12:00:00', '2026-03-09T11:00:00.000Z'],
		['2026-03-09', '2026-03-08T23:00:00.000Z'],
		['2026-03-09T12:00:00Z', '2026-03-09T12:00:00.000Z'],
	])('%p', (value, expected) => {
		expect(toTime(value, BERLIN, 'Since')).toBe(expected);
	});
});

describe('a task date as text', () => {
	it.each<[unknown, string | null]>([
		[{ y: 2026, mo: 3, d: 9 }, '2026-03-09'],
		[{ y: '2026', mo: '3', d: '9', h: '4', mi: '5' }, '2026-03-09T04:05'],
		[{ y: 2026, mo: 3, d: 9, h: 4 }, '2026-03-09T04:00'],
		[{ y: 2026, mo: 3 }, null],
		['2026-03-09', null],
		[null, null],
	])('%j', (value, expected) => {
		expect(momentText(value)).toBe(expected);
	});
});
