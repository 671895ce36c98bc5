import fc from 'fast-check';

import { readLooseJson, readStrictJson } from '../../../../nodes/Comagic/webhook/decode/looseJson';
import {
	Members,
	Placeholder,
	type LooseValue,
} from '../../../../nodes/Comagic/webhook/decode/looseValue';
import { isRecord } from '../../../../nodes/shared/wire';

/** As JSON.parse would give it; placeholders as `<name>`. */
function plain(value: LooseValue | undefined): unknown {
	if (Array.isArray(value)) return value.map(plain);
	if (value instanceof Placeholder) return `<${value.name}>`;
	if (!(value instanceof Members)) return value;
	return Object.fromEntries(value.list.map(([name, one]) => [name, plain(one)]));
}

/** Long whole numbers stay digits here, which JSON.parse does not. */
function withNumbers(value: unknown): unknown {
	if (typeof value === 'string') return /^-?\d{16,22}$/.test(value) ? Number(value) : value;
	if (Array.isArray(value)) return value.map(withNumbers);
	return isRecord(value)
		? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withNumbers(one)]))
		: value;
}

const read = (text: string) => {
	const found = readLooseJson(text);
	return found === null ? null : found.values.map(plain);
};

test('proper JSON is read as JSON.parse reads it, without a repair', () => {
	fc.assert(
		fc.property(fc.json({ depthSize: 'medium', stringUnit: 'binary' }), (text) => {
			expect(withNumbers(plain(readStrictJson(text)))).toEqual(JSON.parse(text));
		}),
		{ numRuns: 2_000 },
	);
});

test.each([
	['12345678901234567890', '12345678901234567890'],
	['-12345678901234567890', '-12345678901234567890'],
	['9007199254740991', 9007199254740991],
	['9007199254740993', '9007199254740993'],
	['0.12345678901234567890', '0.12345678901234567890'],
	['1e400', '1e400'],
	['12.50', 12.5],
])('the number %s loses no digit', (text, value) => {
	expect(plain(readStrictJson(text))).toBe(value);
});

describe('what becomes of JSON written by hand', () => {
	test.each<[string, string, unknown]>([
		['a text in two pairs of quotes', '{"a": ""Ivan"", "b": 1}', { a: 'Ivan', b: 1 }],
		[
			'quotes inside of such a text',
			String.raw`{"a": ""LLC \"A, B\""", "b": 1}`,
			{ a: 'LLC "A, B"', b: 1 },
		],
		['an empty text in two pairs of quotes', '{"a": """", "b": 1}', { a: '', b: 1 }],
		['the last value in two pairs of quotes', '{"a": ""x""}', { a: 'x' }],
		['a list in quotes', '{"a": "["1","2"]", "b": 1}', { a: ['1', '2'], b: 1 }],
		['an object in quotes', '{"a": "{"b":{"c":"d"}}", "e": 1}', { a: { b: { c: 'd' } }, e: 1 }],
		['an unfilled placeholder', '{"a": {{a_b}}, "c": {{ d }}}', { a: '<a_b>', c: '<d>' }],
		['a placeholder at the very end', '{"a":{{a}}}', { a: '<a>' }],
		['a list with a placeholder', '[1, {{a}}]', [1, '<a>']],
		['bare quotes in a text', '{"a": "LLC "A" in B", "b": 1}', { a: 'LLC "A" in B', b: 1 }],
		['a comma too many', '{"a": 1, "b": [1, 2,],}', { a: 1, b: [1, 2] }],
		['a comma too few', '{"a": "x"\n"b": 1 , "c": 2}', { a: 'x', b: 1, c: 2 }],
		['no value', '{"a": , "b": }', { a: null, b: null }],
		[
			'a text without quotes',
			'{"a": 2026-01-01 10:00:00, "b": +7 (999) 1}',
			{ a: '2026-01-01 10:00:00', b: '+7 (999) 1' },
		],
		['names without quotes', '{a: 1, имя: 2}', { a: 1, имя: 2 }],
		[
			'words of other languages',
			'{"a": None, "b": True, "c": undefined}',
			{ a: null, b: true, c: null },
		],
		['a text that was cut off', '{"a": 1, "b": {"c": "de', { a: 1, b: { c: 'de' } }],
		['a line break in a text', '{"a": "x\ny"}', { a: 'x\ny' }],
		['a repeated name', '{"a": 1, "a": 2}', { a: 2 }],
	])('%s', (_what, text, value) => {
		expect(read(text)).toEqual([value]);
	});

	test('several objects one after the other are several values', () => {
		expect(read('{"a":1}\n{"a":2}')).toEqual([{ a: 1 }, { a: 2 }]);
	});

	test.each([
		['names without values', '{"a", "b"}'],
		['brackets that do not match', '{"a": [1}'],
		['text behind the object', '{"a": 1} thanks'],
		['a placeholder without an end', '{"a": {{b'],
		['depth without end', '['.repeat(10_000)],
	])('%s cannot be read', (_what, text) => {
		expect(readLooseJson(text)).toBeNull();
	});

	test.each([
		['{"a": ""x""}', true],
		['{"a": {{b}}}', false],
		['{"a": 1,}', true],
		['{"a": "x\ny"}', false],
		['{"a": "{{b}}"}', false],
	])('whether it had to be repaired is told: %s %s', (text, repaired) => {
		expect(readLooseJson(text)?.repaired).toBe(repaired);
	});
});
