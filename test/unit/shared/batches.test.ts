import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { cutBatches, waves } from '../../../nodes/shared/batches';
import type { Row } from '../../../nodes/shared/row';
import { shown } from '../../../nodes/shared/shown';
import { rowOf } from './rows';

const indexes = (rows: Row[]) => rows.map(({ itemIndex }) => itemIndex);

describe('waves', () => {
	const change = (itemIndex: number, id: number, path = '/things') =>
		rowOf(itemIndex, { method: 'PATCH', path, body: { id } });

	test.each<[string, Row[], number[][]]>([
		['new records share one', [rowOf(0), rowOf(1)], [[0, 1]]],
		['different records share one', [change(0, 7), change(1, 8)], [[0, 1]]],
		[
			'changes of one record follow each other',
			[change(0, 7), change(1, 8), change(2, 7), change(3, 7)],
			[[0, 1], [2], [3]],
		],
		['the same id elsewhere is another record', [change(0, 7), change(1, 7, '/others')], [[0, 1]]],
		[
			'a record named by its path alone',
			[rowOf(0, { method: 'PATCH' }), rowOf(1, { method: 'PATCH' })],
			[[0], [1]],
		],
		['nothing gives none', [], []],
	])('%s', (_name, rows, expected) => {
		expect(waves(rows).map(indexes)).toEqual(expected);
	});

	test('rows that share a name which must not share a request follow each other', () => {
		const phones = ['a', 'b', 'a', 'c b', 'd'];
		const rows = phones.map((phone, index) => rowOf(index, { body: { phone } }));

		const apart = ({ phone }: IDataObject) => shown(phone).split(' ');
		expect(waves(rows, apart).map(indexes)).toEqual([
			[0, 1, 4],
			[2, 3],
		]);
	});
});

describe('cutBatches', () => {
	test('groups by method and path, in the order of the items', () => {
		const rows = ['/a', '/b', '/a', '/a'].map((path, index) => rowOf(index, { path }));

		expect(cutBatches(rows, 2).map((batch) => indexes(batch.rows))).toEqual([[0, 2], [3], [1]]);
	});

	test('keeps rows apart that ask with another query', () => {
		const rows = [1, 2, 1].map((user, index) => rowOf(index, { query: { user } }));
		expect(cutBatches(rows, 50).map((batch) => indexes(batch.rows))).toEqual([[0, 2], [1]]);
	});

	test('every row is in exactly one batch, none is larger than allowed', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('/a', '/b', '/c')),
				fc.integer({ min: 1, max: 9 }),
				(paths, size) => {
					const batches = cutBatches(
						paths.map((path, index) => rowOf(index, { path })),
						size,
					);
					expect(batches.every(({ rows }) => rows.length >= 1 && rows.length <= size)).toBe(true);
					expect(batches.every(({ rows }) => new Set(rows.map((row) => row.path)).size === 1)).toBe(
						true,
					);
					const all = batches.flatMap(({ rows }) => indexes(rows));
					expect(all.sort((a, b) => a - b)).toEqual(paths.map((_, index) => index));
				},
			),
		);
	});
});
