import fc from 'fast-check';

import { decodeBody } from '../../../../nodes/Kommo/webhook/decode/decodeBody';
import { eventItem } from '../../../../nodes/Kommo/webhook/eventItem';
import { EVENTS } from '../../../../nodes/Kommo/webhook/events';
import { sampleBody } from './events';

const noPause = async () => undefined;
const FACTS = { receivedAt: '2026-01-01T00:00:00.000Z', deliveryId: null };

/** Everything a delivery goes through until it is an item, as it is stored. */
async function itemsOf(body: string): Promise<string[]> {
	const { account, events } = await decodeBody(body, noPause);
	return events.flatMap((event) =>
		[true, false].map((simple) => JSON.stringify(eventItem(event, { account, ...FACTS }, simple))),
	);
}

const bodies = EVENTS.map(({ code }) => sampleBody(code));

const part = fc.constantFrom(
	...['leads', 'contacts', 'task', 'add', 'note', 'status', '0', '1', '999999999', '4294967296'],
	...['', '__proto__', 'constructor', 'prototype', 'tags', 'values', 'custom_fields', 'account'],
	...['toString', 'hasOwnProperty', '-1', '1e3', '%5B', ']', '[', ' ', 'metadata', 'element_type'],
);
const value = fc.oneof(
	fc.constantFrom('1', '0', '', '-1', '9'.repeat(400), '{"a":[1]}', '{"__proto__":1}', '[[[['),
	fc.string({ unit: 'binary', maxLength: 20 }),
);
const pair = fc
	.tuple(fc.array(part, { minLength: 1, maxLength: 12 }), value)
	.map(
		([[first, ...more], text]) => `${first ?? ''}${more.map((one) => `[${one}]`).join('')}=${text}`,
	);
const random = fc.oneof(
	fc.array(pair, { maxLength: 30 }).map((pairs) => pairs.join('&')),
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.json(),
);

/** A recorded body with pieces cut out, doubled, or overwritten. */
const mutated = fc
	.tuple(
		fc.constantFrom(...bodies),
		fc.array(
			fc.record({
				at: fc.double({ min: 0, max: 1, noNaN: true }),
				length: fc.nat(40),
				with: fc.oneof(fc.constant(''), value, part),
				doubled: fc.boolean(),
			}),
			{ minLength: 1, maxLength: 6 },
		),
	)
	.map(([body, changes]) =>
		changes.reduce((text, change) => {
			const start = Math.floor(change.at * text.length);
			const end = start + change.length;
			const piece = change.doubled ? text.slice(start, end).repeat(2) : change.with;
			return text.slice(0, start) + piece + text.slice(end);
		}, body),
	);

describe('10,000 random and mutated bodies', () => {
	test.each([
		['random', random],
		['mutated', mutated],
	])(
		'%s: each gives items, none throws, none pollutes a prototype',
		async (_what, arbitrary) => {
			const keysBefore = Object.keys(Object.prototype);
			await fc.assert(
				fc.asyncProperty(arbitrary, async (body) => {
					const items = await itemsOf(body);
					expect(items.length).toBeGreaterThan(0);
					// an item says what its body says, at most a few times over
					expect(items.join('').length).toBeLessThan(5_000 + 40 * body.length);
				}),
				{ numRuns: 5_000 },
			);

			expect(Object.keys(Object.prototype)).toEqual(keysBefore);
			expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('a');
		},
		120_000,
	);
});

// work grows with the number of pairs: those that are nothing but pairs are shorter
describe('bodies of up to 15 MB', () => {
	const MB = 1024 * 1024;
	const filled = (one: string, size = 15) => one.repeat(Math.floor((size * MB) / one.length));

	test.each<[string, () => string]>([
		['one value', () => `leads[add][0][name]=${'x'.repeat(15 * MB)}`],
		['many keys', () => Array.from({ length: 150_000 }, (_, n) => `k[${n}][id]=${n}`).join('&')],
		['one key, over and over', () => filled('a[b]=1&a[b]=2&', 3)],
		['appending', () => filled('a[]=1&', 3)],
		['a key of nothing but brackets', () => `a${filled('[b]')}=1`],
		['deep keys', () => filled(`a${'[b]'.repeat(300)}=1&c`)],
		['separators', () => filled('&=')],
		['broken escapes', () => `a=${filled('%FF%', 3)}`],
		['deep JSON', () => `leads[note][0][note][metadata]=${filled('[')}`],
		['JSON', () => filled('{"a":')],
	])(
		'%s: read in bounded time and memory',
		async (_what, body) => {
			const { events } = await decodeBody(body(), noPause);

			expect(events.length).toBeGreaterThan(0);
		},
		// quadratic work would take hours
		120_000,
	);

	test('5,000 leads in one delivery are 5,000 events', async () => {
		const { events } = await decodeBody(sampleBody('delete_lead', 5_000), noPause);

		expect(events).toHaveLength(5_000);
	}, 60_000);
});
