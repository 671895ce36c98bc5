import fc from 'fast-check';

import {
	decodeRequest,
	type Decoded,
} from '../../../../nodes/Comagic/webhook/decode/decodeRequest';
import { eventItem } from '../../../../nodes/Comagic/webhook/eventItem';
import { EVENTS } from '../../../../nodes/Comagic/webhook/events';
import { notificationKey } from '../../../../nodes/Comagic/webhook/duplicates';
import {
	filledTemplate,
	getTemplate,
	postTemplate,
} from '../../../../nodes/Comagic/webhook/templates';

const RULES = { timezone: 'Europe/Moscow', links: { origin: '' } };
const FACTS = { receivedAt: '2026-01-01T00:00:00.000Z' };

const decode = (body: Buffer | string, query = ''): Decoded =>
	decodeRequest({ query, body: Buffer.from(body), contentType: '' }, RULES);

/** Everything a request goes through until it is an item, as it is stored. */
const itemsOf = ({ notifications, raw }: Decoded): string[] =>
	notifications.flatMap((one) => {
		notificationKey(one);
		return [true, false].map((simple) => JSON.stringify(eventItem(one, { ...FACTS, raw }, simple)));
	});

const VALUES = {
	call_session_id: 5,
	contact_full_name: 'LLC "A"',
	tag_ids: [1],
	visitor_info: { visitor_id: 1 },
};
const bodies = EVENTS.flatMap((event) => {
	const filled = filledTemplate(postTemplate(event), VALUES);
	const quoted = filledTemplate(postTemplate(event).replace(/\{\{\w+\}\}/g, '"$&"'), VALUES);
	return [filled, quoted, filledTemplate(getTemplate(event), VALUES), postTemplate(event)];
});

const piece = fc.oneof(
	fc.constantFrom(
		...['"', '""', '\\', '{', '}', '[', ']', ',', ':', '{{', '}}', '{{a}}', '=', '&', '%', '%D0'],
		...['null', '__proto__', '"__proto__":', 'constructor', '9'.repeat(400), '\n', ' ', '-', '\0'],
		...['call_session_id=', '"event":', 'secret=', '<', '1e999', 'employee_ids', '_iso'],
	),
	fc.string({ unit: 'binary', maxLength: 8 }),
);
const random = fc.oneof(
	fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
	fc.json(),
	fc.string({ unit: 'binary', maxLength: 100 }),
);

/** A template's body with pieces cut out, doubled, or overwritten. */
const mutated = fc
	.tuple(
		fc.constantFrom(...bodies),
		fc.array(
			fc.record({
				at: fc.double({ min: 0, max: 1, noNaN: true }),
				length: fc.nat(12),
				with: fc.oneof(fc.constant(''), piece),
			}),
			{ minLength: 1, maxLength: 5 },
		),
	)
	.map(([body, changes]) =>
		changes.reduce((text, change) => {
			const start = Math.floor(change.at * text.length);
			return text.slice(0, start) + change.with + text.slice(start + change.length);
		}, body),
	);

describe('random and mutated requests', () => {
	test.each([
		['random', random],
		['mutated', mutated],
	])(
		'%s: each gives items, none throws, none pollutes a prototype',
		(_what, arbitrary) => {
			const keysBefore = Reflect.ownKeys(Object.prototype);
			fc.assert(
				fc.property(arbitrary, arbitrary, (body, query) => {
					const decoded = decode(body, query);
					const items = itemsOf(decoded);
					expect(items.length).toBeGreaterThan(0);
					// an item says what its request says, at most a few times over
					const size = body.length + query.length;
					expect(items.join('').length).toBeLessThan(5_000 + 60 * size);
				}),
				{ numRuns: 1_500 },
			);

			expect(Reflect.ownKeys(Object.prototype)).toEqual(keysBefore);
		},
		120_000,
	);

	test('any bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(itemsOf(decode(Buffer.from(bytes))).length).toBeGreaterThan(0);
			}),
			{ numRuns: 1_000 },
		);
	});
});

test('values that a template carries come out as they went in', () => {
	const text = fc
		.string({ unit: 'grapheme', maxLength: 40 })
		// those that say something else when they stand in two pairs of quotes
		.filter((one) => one.trim() === one && !/^[",}\]]|^null$|^\{\{/.test(one));
	fc.assert(
		fc.property(text, fc.nat(), text, (name, id, external) => {
			const values = { contact_full_name: name, call_session_id: id, external_id: external };
			for (const quotes of ['', '"']) {
				const template = Object.keys(values)
					.map((one) => `"${one}": ${quotes}{{${one}}}${quotes}`)
					.join(', ');
				const { notifications } = decode(filledTemplate(`{${template}}`, values));
				expect(notifications[0]?.data).toMatchObject(values);
			}
		}),
		{ numRuns: 800 },
	);
});

describe('bodies of up to 15 MB', () => {
	const MB = 1024 * 1024;
	const filled = (one: string, size = 4) => one.repeat(Math.floor((size * MB) / one.length));

	test.each<[string, () => string]>([
		['one value', () => `{"event":"chat","messages":"${filled('x', 15)}"}`],
		['one value of a form', () => `messages=${filled('x')}`],
		['many names', () => `{${Array.from({ length: 30_000 }, (_, n) => `"k${n}":${n}`).join()}}`],
		['one name, over and over', () => `{${filled('"a":1,"a":2,', 1)}"b":1}`],
		['one name of a form, over and over', () => filled('a=1&a=2&', 1)],
		['new values of one name', () => Array.from({ length: 30_000 }, (_, n) => `a=${n}`).join('&')],
		['quotes', () => `{"a":${filled('"')}`],
		['escaped quotes', () => `{"a":"${filled(String.raw`\"`, 2)}`],
		['backslashes', () => `{"a":"${filled('\\', 2)}`],
		['quoted lists that never end', () => `{"a":${filled('"[1,')}`],
		['quoted values', () => `{${filled('"a":""x"",', 1)}"b":1}`],
		['placeholders', () => `{${filled('"a":{{b}},', 1)}"b":1}`],
		['placeholders that never end', () => filled('{{a')],
		['deep JSON', () => filled('[')],
		['deep objects', () => filled('{"a":')],
		['white space', () => `{"a"${filled(' ')}:1}`],
		['quotes and white space', () => `{"a":"${filled('" " ')}`],
		['separators', () => filled('&=')],
		['equals', () => `a${filled('=', 2)}`],
		['lost separators', () => `a=1${filled('event=1', 1)}`],
		['broken escapes', () => `a=${filled('%FF%', 1)}`],
		['a list of notifications', () => `[${filled('{"a":1},', 1)}{"a":1}]`],
		['a list of values', () => `{"employee_ids":"${filled('1,', 1)}"}`],
	])(
		'%s: read in one go',
		(_what, body) => {
			// quadratic work would take hours
			expect(decode(body()).notifications.length).toBeGreaterThan(0);
		},
		120_000,
	);
});
