import { parseReferencedJson } from '../../../sandbox/n8n/referencedJson';

describe('parseReferencedJson', () => {
	it.each([
		['a text', '["hello"]', 'hello'],
		['an object of values', '[{"a":"1","b":2},"x"]', { a: 'x', b: 2 }],
		['a list', '[["1","2"],{"id":1},"two"]', [{ id: 1 }, 'two']],
		['digits as text', '[{"phone":"1"},"42"]', { phone: '42' }],
		['null, booleans and zero', '[{"a":null,"b":false,"c":0}]', { a: null, b: false, c: 0 }],
	])('reads %s', (_what, text, expected) => {
		expect(parseReferencedJson(text)).toEqual(expected);
	});

	it('keeps shared and circular references', () => {
		const value = parseReferencedJson('[{"self":"0","a":"1","b":"1"},{"n":1}]');
		expect(value).toHaveProperty('self', value);
		const { a, b } = value as Record<'a' | 'b', unknown>;
		expect(a).toBe(b);
	});

	it('refuses what is not an array', () => {
		expect(() => parseReferencedJson('{"a":1}')).toThrow(SyntaxError);
	});
});
