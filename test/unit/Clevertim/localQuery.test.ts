import type { IDataObject } from 'n8n-workflow';

import {
	answerFrom,
	digitsOf,
	holds,
	SORT,
	WHERE,
	writeCondition,
	type Condition,
} from '../../../nodes/Clevertim/transport/localQuery';

const condition = (
	path: string,
	operator: Condition['operator'],
	value = '',
	type: Condition['type'] = 'text',
) => ({
	path,
	operator,
	value,
	type,
});

const RECORD: IDataObject = {
	id: 7,
	name: 'Ünal & Co',
	value: '1000.50',
	tags: ['vip', 'New'],
	phones: [{ type: 'Work', no: '+44 (20) 79-46' }],
	startDate: { y: 2026, mo: 3, d: 9, h: 9, mi: 5 },
	cf: { '8': ['x', 'y'] },
	lc: '2026-01-01T00:00:00Z',
	empty: [],
	blank: '',
	nothing: null,
};

describe('conditions', () => {
	it.each<[Condition, boolean]>([
		[condition('name', 'contains', 'ÜNAL'), true],
		[condition('name', 'equals', ' ünal & co '), true],
		[condition('value', 'equals', '1000.5', 'number'), true],
		[condition('value', 'gt', '999', 'number'), true],
		[condition('value', 'gt', '999', 'text'), false],
		[condition('tags', 'notEquals', 'new'), false],
		[condition('tags', 'hasAll', '["NEW","vip"]'), true],
		[condition('tags', 'hasAll', '["new","old"]'), false],
		[condition('tags', 'hasAny', '["old","new"]'), true],
		[condition('phones', 'contains', '0044 20', 'phone'), true],
		[condition('phones', 'equals', 'abc', 'phone'), false],
		[condition('startDate', 'gt', '2026-03-09T09:04', 'moment'), true],
		[condition('startDate', 'lt', '2026-03-10', 'moment'), true],
		[condition('id', 'gt', '12', 'id'), false],
		[condition('id', 'equals', '07', 'id'), true],
		[condition('cf.8', 'equals', 'Y'), true],
		[condition('cf.9', 'isEmpty'), true],
		[condition('empty', 'isEmpty'), true],
		[condition('blank', 'isNotEmpty'), false],
		[condition('nothing', 'notEquals', 'x'), true],
		[condition('nothing', 'lt', '5', 'number'), false],
		[condition('lc', 'gte', '2026-01-01T01:00:00+01:00', 'time'), true],
		[condition('is_private', 'equals', 'false', 'boolean'), true],
	])('%j: %p', (one, expected) => {
		expect(holds(RECORD, one)).toBe(expected);
	});

	it('survive their way through a query, whatever is in them', () => {
		const text = `a"b, c] & d=ü\n`;
		const records = [
			{ id: 1, name: text },
			{ id: 2, name: 'other' },
		];
		const query = { [WHERE]: [writeCondition(condition('name', 'equals', text))], limit: 5 };
		expect(answerFrom(records, query)).toEqual([records[0]]);
	});
});

describe('sort', () => {
	it('keeps the order of equals and puts those without a value last, both ways', () => {
		const records = [{ id: 1, n: 2 }, { id: 2 }, { id: 3, n: 10 }, { id: 4, n: 2 }];
		const ids = (sort: string) => answerFrom(records, { [SORT]: sort }).map(({ id }) => id);
		expect(ids('n:asc:number')).toEqual([1, 4, 3, 2]);
		expect(ids('n:desc:number')).toEqual([3, 1, 4, 2]);
		expect(ids('n:asc:text')).toEqual([3, 1, 4, 2]);
	});
});

describe('phone numbers', () => {
	it.each([
		['+44 20 7946', '44207946'],
		['0044-20-7946', '44207946'],
		['(020) 7946', '0207946'],
	])('%s', (phone, digits) => {
		expect(digitsOf(phone)).toBe(digits);
	});
});
