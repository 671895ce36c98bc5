import type { IDataObject } from 'n8n-workflow';

import { pairAnswers } from '../../../nodes/shared/pairAnswers';
import { rowOf } from './rows';

const creates = [rowOf(4), rowOf(5), rowOf(9)];
const updates = [70, 71, 72].map((id, index) => rowOf(index, { method: 'PATCH', body: { id } }));

describe('pairAnswers', () => {
	test.each<[string, typeof creates, IDataObject[], unknown[]]>([
		[
			'by request_id, whatever the order',
			creates,
			[
				{ id: 3, request_id: 'i9' },
				{ id: 1, request_id: 'i4' },
				{ id: 2, request_id: 'i5' },
			],
			[1, 2, 3],
		],
		[
			'by one of several request_ids of a merged record (§3.1)',
			creates,
			[
				{ id: 1, request_id: ['i4', 'i9'] },
				{ id: 2, request_id: ['i5'] },
			],
			[1, 2, 1],
		],
		['by id', updates, [{ id: 72 }, { id: 70 }, { id: 71 }], [70, 71, 72]],
		['by id given as text', updates, [{ id: '72' }, { id: '70' }], ['70', undefined, '72']],
		['by place when counts agree', creates, [{ id: 1 }, { id: 2 }, { id: 3 }], [1, 2, 3]],
		[
			'not by place when one is missing',
			creates,
			[{ id: 1 }, { id: 2 }],
			[undefined, undefined, undefined],
		],
		[
			'by the index that the API gives as request_id (§3.1)',
			creates,
			[
				{ id: 3, request_id: '2' },
				{ id: 1, request_id: 0 },
			],
			[1, undefined, 3],
		],
		[
			'not by place when some carry a request_id',
			creates,
			[{ id: 1, request_id: 'i4' }, { id: 2 }, { id: 3 }],
			[1, undefined, undefined],
		],
		['nothing with nothing', creates, [], [undefined, undefined, undefined]],
	])('%s', (_name, rows, records, expected) => {
		const pairs = pairAnswers(rows, records);

		expect(rows.map((row) => pairs.get(row)?.id)).toEqual(expected);
	});

	test('by values in common, where the answer has neither ids nor request_ids', () => {
		const rows = [7, 8, 7].map((to, index) => rowOf(index, { body: { to, extra: index } }));
		const pairs = pairAnswers(rows, [{ to: 7 }, { to: 9 }], ['to']);

		expect(rows.map((row) => pairs.get(row))).toEqual([{ to: 7 }, undefined, { to: 7 }]);
	});

	test('by values in common, numbers written as texts', () => {
		const rows = [7, 8].map((to, index) => rowOf(index, { body: { to } }));
		const pairs = pairAnswers(rows, [{ to: '8' }, { to: '7' }], ['to']);

		expect(rows.map((row) => pairs.get(row))).toEqual([{ to: '7' }, { to: '8' }]);
	});

	test('by values in common, then by request_id where the answer spells a value otherwise', () => {
		const rows = ['vip', 'new', 'new'].map((name, index) => rowOf(index, { body: { name } }));
		const answer = [
			{ id: 12, name: 'new', request_id: 'i1' },
			{ id: 11, name: 'VIP', request_id: 'i0' },
		];
		const pairs = pairAnswers(rows, answer, ['name']);

		expect(rows.map((row) => pairs.get(row)?.id)).toEqual([11, 12, 12]);
	});

	test('by place where the answer leaves out a value, never where its values are others', () => {
		const rows = [7, 8].map((to, index) => rowOf(index, { body: { from: 1, to } }));
		const asked = ['from', 'to'];
		const silent = pairAnswers(rows, [{ to: 7 }, { to: 8 }], asked);
		const foreign = [
			{ from: 2, to: 7 },
			{ from: 2, to: 8 },
		];

		expect(rows.map((row) => silent.get(row))).toEqual([{ to: 7 }, { to: 8 }]);
		expect(pairAnswers(rows, foreign, asked).size).toBe(0);
	});
});
