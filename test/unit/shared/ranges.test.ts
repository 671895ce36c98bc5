import { ranges } from '../../../nodes/shared/ranges';

test.each<[number[], string]>([
	[[], ''],
	[[4], '4'],
	[[0, 1, 2, 3], '0–3'],
	[[0, 1, 2, 52, 54, 55], '0–2, 52, 54–55'],
	[[3, 1, 2], '1–3'],
])('%p is written as "%s"', (numbers, text) => {
	expect(ranges(numbers)).toBe(text);
});
