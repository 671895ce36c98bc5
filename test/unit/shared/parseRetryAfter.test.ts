import { parseRetryAfter } from '../../../nodes/shared/parseRetryAfter';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);
const OFFICIAL_BODY = {
	title: 'Too Many Requests',
	type: 'https://httpstatus.es/429',
	status: 429,
	detail: 'You have sent too many requests in a given amount of time. Please try again later.',
	retry_after: 300,
};

describe('parseRetryAfter', () => {
	test.each([
		["the body's seconds (fact sheet §2.1)", OFFICIAL_BODY, {}, 300_000],
		['the body before the header', { retry_after: 2 }, { 'retry-after': '60' }, 2_000],
		['a body that came as text', '{"retry_after":3}', {}, 3_000],
		['seconds written as text', { retry_after: '4' }, {}, 4_000],
		['parts of a second', { retry_after: 1.5 }, {}, 1_500],
		['zero', { retry_after: 0 }, {}, 0],
		["the header's seconds", {}, { 'retry-after': '5' }, 5_000],
		['a header of any case', {}, { 'Retry-After': '5' }, 5_000],
		['a header with a number or a list', {}, { 'retry-after': ['6', '7'] }, 6_000],
		['a header as number', null, { 'retry-after': 8 }, 8_000],
		['an HTTP date', {}, { 'retry-after': new Date(NOW + 90_000).toUTCString() }, 90_000],
		['the older HTTP date', {}, { 'retry-after': 'Thursday, 01-Jan-26 12:00:10 GMT' }, 10_000],
		['the oldest HTTP date', {}, { 'retry-after': 'Thu Jan  1 12:00:20 2026' }, 20_000],
		['a date gone by', {}, { 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' }, 0],
	])('reads %s', (_, body, headers, expected) => {
		expect(parseRetryAfter(body, headers, NOW)).toBe(expected);
	});

	test.each([
		['an HTML page', '<html>429 Too Many Requests</html>', {}],
		['text that only looks like JSON', '{"retry_after":', {}],
		['nothing at all', undefined, undefined],
		['a negative number', { retry_after: -1 }, {}],
		['words', { retry_after: 'soon' }, { 'retry-after': 'later' }],
		['a negative header', {}, { 'retry-after': '-5' }],
		['a date that is none', {}, { 'retry-after': 'Mon, 99 Foo 2026 00:00:00 GMT' }],
		['a body that is a list', [{ retry_after: 2 }], {}],
	])('finds nothing in %s', (_, body, headers) => {
		expect(parseRetryAfter(body, headers, NOW)).toBeNull();
	});

	test('falls back to the header when the body says nothing usable', () => {
		expect(parseRetryAfter({ retry_after: 'soon' }, { 'retry-after': '9' }, NOW)).toBe(9_000);
	});
});
