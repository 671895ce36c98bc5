import { median, ratios, ratioText, spread } from '../../../bench/report/statistics';

test.each([
	[[3, 1, 2], 2],
	[[4, 1, 2, 3], 2.5],
	[[7], 7],
])('the median of %p is %p', (values, middle) => {
	expect(median(values)).toBe(middle);
});

test('a spread shows the median with the extremes', () => {
	expect(spread([30, 10, 20])).toBe('20 (10–30)');
});

test('a single value has no spread', () => {
	expect(spread([1.26], 1)).toBe('1.3');
});

test('a ratio compares values of the same repetition', () => {
	expect(ratios([10, 40], [20, 80])).toEqual([0.5, 0.5]);
});

test('the ratio of a client that was measured less often uses the repetitions both have', () => {
	expect(ratioText([10], [20, 80])).toBe('×0.50');
});
