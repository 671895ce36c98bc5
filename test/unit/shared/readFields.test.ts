import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../../nodes/shared/invalidValue';
import type { Field, RowContext } from '../../../nodes/shared/operation';
import { fillDraft, isBlank, ParameterReader, type Draft } from '../../../nodes/shared/readFields';
import { stubContext } from './stubContext';

describe('ParameterReader', () => {
	const items = [{ json: { name: 'A' } }, { json: { name: 'B' } }];

	test('reads a parameter with an expression for every item, others once', () => {
		const parameters = { name: '=name', limit: 5, more: { deep: { text: '=name' } } };
		const { context, asked } = stubContext({ parameters, items });
		const reader = new ParameterReader(context);
		const read = (name: string) => [0, 1].map((index) => reader.read(name, index));

		expect(read('name')).toEqual(['A', 'B']);
		expect(read('limit')).toEqual([5, 5]);
		expect(read('more')).toEqual([{ deep: { text: 'A' } }, { deep: { text: 'B' } }]);
		expect(read('more.deep.text')).toEqual(['A', 'B']);
		expect(asked).toEqual([
			...['name', 'name', 'limit', 'more', 'more', 'more.deep.text', 'more.deep.text'],
		]);
	});

	test('gives null for a parameter that the form does not show', () => {
		expect(new ParameterReader(stubContext({}).context).read('absent', 0)).toBeNull();
	});
});

describe('fillDraft', () => {
	const send = (type: 'body' | 'query', property: string, dots?: boolean) => ({
		send: { type, property, ...(dots === undefined ? {} : { propertyInDotNotation: dots }) },
	});
	const text = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
		displayName: `The ${name}`,
		name,
		type: 'string',
		default: '',
		routing: send('body', name),
		...more,
	});
	const row: RowContext = {
		itemIndex: 0,
		timezone: 'UTC',
		json: {},
		parameter: (name) => (name === 'kind' ? 'big' : null),
	} as RowContext;

	async function draftOf(fields: Field[], values: INodeParameters): Promise<Draft> {
		const draft: Draft = { body: {}, query: {}, onlyWhen: { found: {}, missing: {} } };
		await fillDraft(fields, (name) => values[name] ?? null, row, draft);
		return draft;
	}

	test.each<[string, Field, unknown, IDataObject]>([
		['a value goes where routing says', { prop: text('a') }, 'x', { body: { a: 'x' } }],
		[
			'into the query under its literal key',
			{ prop: text('a', { routing: send('query', 'filter[id]') }) },
			'x',
			{ query: { 'filter[id]': 'x' } },
		],
		[
			'a dotted property is a path',
			{ prop: text('a', { routing: send('body', 'result.text') }) },
			'x',
			{ body: { result: { text: 'x' } } },
		],
		[
			'unless it is none',
			{ prop: text('a', { routing: send('body', 'a.b', false) }) },
			'x',
			{ body: { 'a.b': 'x' } },
		],
		['0 is a value', { prop: text('a') }, 0, { body: { a: 0 } }],
		['false is a value', { prop: text('a') }, false, { body: { a: false } }],
		['an empty text is a value', { prop: text('a') }, '', { body: { a: '' } }],
		['an array stays an array', { prop: text('a') }, [1, 2], { body: { a: [1, 2] } }],
		['what is not there is left out', { prop: text('a') }, null, { body: {} }],
		['what a transform leaves out', { prop: text('a'), to: () => undefined }, 'x', { body: {} }],
		[
			'null from a transform is sent',
			{ prop: text('a'), to: () => null },
			'x',
			{ body: { a: null } },
		],
		[
			'without routing it stays here',
			{ prop: text('a', { routing: undefined }) },
			'x',
			{ body: {} },
		],
	])('%s', async (_name, field, value, expected) => {
		const draft = await draftOf([field], { a: value } as INodeParameters);

		expect({ body: draft.body, query: draft.query }).toEqual({ body: {}, query: {}, ...expected });
	});

	test('two fields with lists for one property are joined', async () => {
		const list = (name: string) => ({ prop: text(name, { routing: send('body', 'tags') }) });

		expect((await draftOf([list('a'), list('b')], { a: [1], b: [2, 3] })).body).toEqual({
			tags: [1, 2, 3],
		});
	});

	test('of a collection only what the user added is sent', async () => {
		const prop: INodeProperties = { ...text('more'), type: 'collection', default: {} };
		const fields = [{ prop: text('a') }, { prop: text('b'), to: () => 'always' }];

		expect((await draftOf([{ prop, fields }], { more: { a: '' } })).body).toEqual({ a: '' });
	});

	test.each<[string, INodeProperties['displayOptions'], boolean]>([
		['shown for its kind', { show: { '/kind': ['big'] } }, true],
		['not for another', { show: { '/kind': ['small'] } }, false],
		['hidden for its kind', { hide: { '/kind': ['big'] } }, false],
		['by a neighbour', { show: { other: ['yes'] } }, true],
	])('a field %s', async (_name, displayOptions, isSent) => {
		const field = { prop: text('a', { displayOptions }) };
		const draft = await draftOf([field], { a: 'x', other: 'yes' });

		expect('a' in draft.body).toBe(isSent);
	});

	test.each(['', null, '   ', { __rl: true, mode: 'id', value: '' }])(
		'a required field that is %p names itself',
		async (value) => {
			const draft = draftOf([{ prop: text('a', { required: true }) }], {
				a: value,
			});

			await expect(draft).rejects.toThrow(new InvalidValue("'The a' is empty"));
		},
	);
});

test.each([
	[0, false],
	[false, false],
	['x', false],
	[[], false],
	[' ', true],
	[undefined, true],
])('%p is blank: %p', (value, expected) => {
	expect(isBlank(value)).toBe(expected);
});
