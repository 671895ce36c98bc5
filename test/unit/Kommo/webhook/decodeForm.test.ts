import fc from 'fast-check';

import { decodeForm } from '../../../../nodes/Kommo/webhook/decode/decodeForm';
import { phpForm, type PhpValue } from '../../../../sandbox/kommo/webhooks/phpForm';

const noPause = async () => undefined;
const decode = async (text: string) => await decodeForm(text, noPause);
const data = async (text: string) => (await decode(text)).data;

describe('a form body with bracket keys', () => {
	test.each<[string, string, unknown]>([
		[
			'encoded brackets',
			'leads%5Badd%5D%5B0%5D%5Bid%5D=7001',
			{ leads: { add: [{ id: '7001' }] } },
		],
		['literal brackets', 'leads[add][0][id]=7001', { leads: { add: [{ id: '7001' }] } }],
		['plus and percent', 'a=Roof+repair%20%26%2B', { a: 'Roof repair &+' }],
		['UTF-8', 'a=%D0%9E%D0%BA%D0%BD%D0%B0+%F0%9F%8F%A0', { a: 'Окна 🏠' }],
		['an equals sign in a value', 'a=b=c', { a: 'b=c' }],
		['no value', 'a&b=', { a: '', b: '' }],
		['empty parts', '&&a=1&', { a: '1' }],
		['indices in any order', 'a[1]=y&a[0]=x', { a: ['x', 'y'] }],
		['holes in a known list', 'tags[0]=x&tags[5]=y', { tags: ['x', 'y'] }],
		['holes elsewhere keep their keys', 'a[0]=x&a[5]=y', { a: { '0': 'x', '5': 'y' } }],
		['ids as keys', 'l[7001][ID]=7001', { l: { '7001': { ID: '7001' } } }],
		['appending', 'a[]=x&a[]=y', { a: ['x', 'y'] }],
		['appending after an index', 'a[1]=x&a[]=y&a[0]=z', { a: ['z', 'x', 'y'] }],
		[
			'names of Object',
			'constructor[prototype]=x&toString=y',
			{
				constructor: { prototype: 'x' },
				toString: 'y',
			},
		],
		['an unclosed bracket', 'a[b=1', { 'a[b': '1' }],
		['text after a bracket', 'a[b]c=1', { 'a[b]c': '1' }],
		['a bracket in front', '[a]=1', { '[a]': '1' }],
		['a broken escape', 'a=100%&b=%zz', { a: '100%', b: '%zz' }],
		['broken UTF-8', 'a=%D0%A4%FF', { a: 'Ф\ufffd' }],
		['nothing', '', {}],
	])('%s', async (_what, text, expected) => {
		expect(await data(text)).toEqual(expected);
	});

	test("of more than n8n's 1,000 keys is read whole", async () => {
		const text = Array.from({ length: 30_000 }, (_, n) => `a[${n}][id]=${n}`).join('&');

		const { a } = await data(text);

		expect(a).toHaveLength(30_000);
		expect((a as unknown[])[29_999]).toEqual({ id: '29999' });
	});

	test('is nested to any depth a program can walk', async () => {
		const key = `a${'[b]'.repeat(900)}`;
		let at: unknown = await data(`${key}=x`);
		let depth = 0;
		while (typeof at === 'object' && at !== null) {
			at = Object.values(at)[0];
			depth += 1;
		}

		expect([at, depth]).toEqual(['x', 901]);
	});

	test('deeper than that keeps the rest of its key as a name', async () => {
		const found = JSON.stringify(await data(`a${'[b]'.repeat(200_000)}=x`));

		expect(found).toMatch(/\[b\]\[b\]":"x"/);
	});

	test('never reaches a prototype', async () => {
		const found = await data(
			'__proto__[polluted]=1&a[__proto__][polluted]=1&a[constructor][prototype][polluted]=1',
		);

		expect(Reflect.get({}, 'polluted')).toBeUndefined();
		expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
		expect(Object.keys(found)).toEqual(['[__proto__]', 'a']);
		expect(Object.keys(found.a ?? {})).toEqual(['[__proto__]', 'constructor']);
	});

	test.each<[string, string, unknown, unknown]>([
		[
			'a repeated key',
			'a[0][id]=1&a[0][id]=2',
			{ a: [{ id: '2' }] },
			[{ key: 'a[0][id]', value: '1' }],
		],
		[
			'a value that becomes a branch',
			'a=1&a[b]=2',
			{ a: { b: '2' } },
			[{ key: 'a[b]', value: '1' }],
		],
		['a branch that becomes a value', 'a[b]=2&a=1', { a: '1' }, [{ key: 'a', value: '{"b":"2"}' }]],
		['the same value twice', 'a=1&a=1', { a: '1' }, []],
	])('%s: the last one counts, the others are told', async (_what, text, expected, overwritten) => {
		expect(await decode(text)).toEqual({ data: expected, overwritten });
	});

	test('gives n8n time for others while it reads a long body', async () => {
		let pauses = 0;
		const text = Array.from({ length: 60_000 }, (_, n) => `a[${n}]=${n}`).join('&');
		await decodeForm(text, async () => {
			pauses += 1;
		});

		expect(pauses).toBe(3);
	});
});

/** Names and texts as a CRM's users write them, with everything that has to be encoded. */
const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 12 }),
	fc.constantFrom('&', '=', '%', '+', '[x]', 'a&b=c', '100 %', '\n', '"', '<b>', 'Ф', '🏠'),
);
const name = fc
	.oneof(fc.stringMatching(/^[a-zA-Z_-][a-zA-Z0-9_ .&=%-]{0,8}$/), fc.constantFrom('Ключ', 'k é'))
	.filter((one) => one !== '__proto__');
const { tree } = fc.letrec<{ tree: PhpValue }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 6, depthSize: 'medium' },
		text,
		fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
		fc.dictionary(name, tie('tree'), { minKeys: 1, maxKeys: 4 }),
	),
}));
const body = fc.dictionary<PhpValue>(name, tree, { maxKeys: 4 });

describe('a body written as PHP does', () => {
	test('is read as what was written', async () => {
		await fc.assert(
			fc.asyncProperty(body, async (value) => {
				expect(await decode(phpForm(value))).toEqual({
					data: JSON.parse(JSON.stringify(value)) as unknown,
					overwritten: [],
				});
			}),
			{ numRuns: 1_000 },
		);
	});
});
