import fc from 'fast-check';

import {
	daysOf,
	isOrdered,
	narrowWindow,
	splitWindow,
	type Window,
} from '../../../../nodes/Comagic/transport/windows';

const text = (seconds: number): string =>
	new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
const seconds = (time: string): number =>
	(Date.parse(`${time.replace(' ', 'T')}Z`) - Date.UTC(2026, 0, 1)) / 1000;

const YEARS = 3 * 365 * 86_400;
const ranges = fc
	.tuple(fc.nat(YEARS), fc.integer({ min: 1, max: YEARS }))
	.map(([from, length]): Window => ({ from: text(from), till: text(from + length) }));

/** Each window begins before the one before it ends, so that no seam has a gap. */
function expectSeamless(parts: Window[], whole: Window): void {
	expect(parts[0]?.from).toBe(whole.from);
	expect(parts.at(-1)?.till).toBe(whole.till);
	for (const [index, part] of parts.entries()) {
		expect(seconds(part.from)).toBeLessThan(seconds(part.till));
		const next = parts[index + 1];
		if (next) expect(seconds(part.till) - seconds(next.from)).toBe(1);
	}
}

it('cuts any range into parts without a gap, none longer than allowed', () => {
	fc.assert(
		fc.property(ranges, fc.integer({ min: 1, max: 120 }), (whole, maxDays) => {
			const parts = splitWindow(whole, maxDays);
			expectSeamless(parts, whole);
			// a second for the overlap, one for rounding
			for (const part of parts) {
				expect(daysOf(part)).toBeLessThanOrEqual(maxDays + 2 / 86_400);
			}
		}),
	);
});

it('leaves a range alone that is short enough', () => {
	const whole = { from: '2026-01-01 00:00:00', till: '2026-03-31 00:00:00' };
	expect(splitWindow(whole, 89)).toEqual([whole]);
	expect(splitWindow(whole, 88)).toHaveLength(2);
});

it('narrows any window without a gap, as long as it can be divided', () => {
	fc.assert(
		fc.property(ranges, fc.integer({ min: 1, max: 30 }), (whole, parts) => {
			const narrower = narrowWindow(whole, parts);
			if (narrower === null) {
				expect(seconds(whole.till) - seconds(whole.from)).toBeLessThan(8);
				return;
			}
			expect(narrower.length).toBeGreaterThan(1);
			expectSeamless(narrower, whole);
		}),
	);
});

it('keeps clock times through the hours that a summer time skips', () => {
	const whole = { from: '2026-03-29 00:00:00', till: '2026-03-29 05:00:00' };
	expect(narrowWindow(whole, 2)).toEqual([
		{ from: '2026-03-29 00:00:00', till: '2026-03-29 02:30:01' },
		{ from: '2026-03-29 02:30:00', till: '2026-03-29 05:00:00' },
	]);
});

it.each([
	['2026-01-01 00:00:00', '2026-01-01 00:00:00', true],
	['2026-01-02 00:00:00', '2026-01-01 00:00:00', false],
	['2026-01-01', 'tomorrow', false],
])('%s to %s is a range: %s', (from, till, expected) => {
	expect(isOrdered({ from, till })).toBe(expected);
});
