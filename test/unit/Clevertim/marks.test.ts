import fc from 'fast-check';

import { fingerprint } from '../../../nodes/Clevertim/poll/fingerprint';
import { readMarks, writeMarks, type Mark } from '../../../nodes/Clevertim/poll/marks';

const mark: fc.Arbitrary<Mark> = fc.record({
	fingerprint: fc
		.uint8Array({ minLength: 9, maxLength: 9 })
		.map((bytes) => Buffer.from(bytes).toString('base64url')),
	passes: fc.boolean(),
});
const id = fc.oneof(
	fc.integer({ min: 1 }).map(String),
	fc.integer({ min: 1 }).map((one) => `f${one}`),
	fc.string({ unit: 'grapheme', minLength: 1 }),
	// the signs of the notation itself
	fc.string({ unit: fc.constantFrom('!', ':', ',', '%', '1'), minLength: 1 }),
);

describe('the memory of a trigger', () => {
	it('is read as it was written, whatever ids look like', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(id, mark)), (entries) => {
				const marks = new Map(entries);
				expect(readMarks(writeMarks(marks))).toEqual(marks);
			}),
		);
	});

	it.each([undefined, null, 7, {}, 'nonsense', '1:abc,', ':abc', '1:'])(
		'that holds something else is none: %p',
		(text) => {
			expect(readMarks(text)).toBeNull();
		},
	);

	it('takes 21 bytes for a record with an id of seven digits', () => {
		const record = { id: 1_234_567, fn: 'Ana' };
		const text = writeMarks(
			new Map([
				['1234567', { fingerprint: fingerprint(record, 'contact'), passes: true }],
				['1234568', { fingerprint: fingerprint(record, 'contact'), passes: true }],
			]),
		);
		expect(text).toHaveLength(2 * 21 - 1);
	});
});

describe('a fingerprint', () => {
	const record = { id: 1, fn: 'Ana', email: ['a@x.example', 'b@x.example'], lm: '2026-01-01' };
	const same = fingerprint(record, 'contact');

	it.each([
		['a field', { fn: 'Anna' }],
		['the order of a list', { email: ['b@x.example', 'a@x.example'] }],
		['the time of change', { lm: '2026-01-02' }],
		['a new field', { title: 'Buyer' }],
		['a nested value', { cf: { 1: 'x' } }],
	])('changes with %s', (_what, change) => {
		expect(fingerprint({ ...record, ...change }, 'contact')).not.toBe(same);
	});

	it.each([
		['the order of keys', Object.fromEntries(Object.entries(record).reverse())],
		['links from the other side', { ...record, notes: [1], tasks: [2], lc: '2026-01-01' }],
	])('does not change with %s', (_what, other) => {
		expect(fingerprint(other, 'contact')).toBe(same);
	});
});
