import fc from 'fast-check';

import type { KindName } from '../../../nodes/Clevertim/kinds';
import {
	inWritingForm,
	merged,
	needsStored,
	type MergeRules,
} from '../../../nodes/Clevertim/transport/merge';

const rules = (more: Partial<MergeRules> = {}): MergeRules => ({
	lists: 'replace',
	changedOnly: false,
	...more,
});

const STORED = {
	id: 7,
	fn: 'Ana',
	title: 'Buyer',
	email: ['a@x.example'],
	cf: { '1': 'a', '2': ['b'] },
	cust: 5,
};

describe('the body of an update (fact sheet §4)', () => {
	it('is the stored record with the changes', () => {
		expect(merged({ title: '' }, STORED, rules())).toEqual({ ...STORED, title: '' });
	});

	it('is the changes and the ID, where only these are wanted', () => {
		expect(merged({ title: null }, STORED, rules({ changedOnly: true }))).toEqual({
			id: 7,
			title: null,
		});
	});

	it('has custom fields merged one by one, also then', () => {
		for (const changedOnly of [true, false]) {
			const body = merged({ cf: { '2': [], '3': 'c' } }, STORED, rules({ changedOnly }));
			expect(body.cf).toEqual({ '1': 'a', '2': [], '3': 'c' });
		}
	});

	it('takes a single stored customer for a list of one', () => {
		expect(merged({ cust: [9] }, STORED, rules({ lists: 'add' })).cust).toEqual([5, 9]);
	});

	it('keeps all phones that are given, also one number of two kinds, or without digits', () => {
		const phones = [
			{ type: 'Work', no: '555 1' },
			{ type: 'Mobile', no: '5551' },
			{ type: 'Work', no: 'CALL-ANA' },
			{ type: 'Work', no: 'CALL-BEN' },
		];
		const record = { id: 7, phones: [{ type: 'Home', no: 'CALL-BEN' }] };
		expect(merged({ phones }, record, rules()).phones).toEqual(phones);
		expect(merged({ phones }, record, rules({ lists: 'add' })).phones).toEqual([
			{ type: 'Home', no: 'CALL-BEN' },
			...phones.slice(0, 3),
		]);
		const other = merged({ phones: phones.slice(2, 3) }, record, rules({ lists: 'remove' }));
		expect(other.phones).toEqual(record.phones);
	});

	it('never changes what it is made from', () => {
		const before = structuredClone(STORED);
		merged({ email: ['b@x.example'], cf: { '1': 'z' } }, STORED, rules({ lists: 'add' }));
		expect(STORED).toEqual(before);
	});

	it('adds what is new and removes what is named, whatever the lists are', () => {
		const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
		fc.assert(
			fc.property(tags, tags, (stored, given) => {
				const record = { id: 1, tags: stored };
				const added = merged({ tags: given }, record, rules({ lists: 'add' })).tags;
				expect(new Set(added as string[])).toEqual(new Set([...stored, ...given]));
				expect((added as string[]).slice(0, stored.length)).toEqual(stored);
				const left = merged({ tags: given }, record, rules({ lists: 'remove' })).tags;
				expect(left).toEqual(stored.filter((tag) => !given.includes(tag)));
			}),
		);
	});
});

describe('a stored record is written in the form the API wants, however it was read', () => {
	it.each<[string, KindName, object, object]>([
		[
			'numbers of dates that are texts (§6.5)',
			'task',
			{ startDate: { y: '2026', mo: '03', d: 9, h: '' }, endDate: null, name: '12' },
			{ startDate: { y: 2026, mo: 3, d: 9, h: '' }, endDate: null, name: '12' },
		],
		['the value of an opportunity (§10.6)', 'opportunity', { value: 12.5 }, { value: '12.5' }],
		['one customer of a note (§6.6)', 'note', { cust: 11 }, { cust: [11] }],
		['several customers of a note', 'note', { cust: [11, 12] }, { cust: [11, 12] }],
		['no customer of a note', 'note', { cust: null }, { cust: null }],
		['the customer of another record', 'case', { cust: 11 }, { cust: 11 }],
	])('%s', (_name, kind, stored, expected) => {
		expect(inWritingForm(kind, { ...stored })).toEqual(expected);
	});
});

describe('the stored record has to be known', () => {
	it.each<[string, object, Partial<MergeRules>, boolean]>([
		['to send it whole', { title: 'x' }, {}, true],
		['not for plain changes alone', { title: 'x' }, { changedOnly: true }, false],
		['not for lists that are replaced', { tags: ['x'] }, { changedOnly: true }, false],
		['for lists that grow', { tags: ['x'] }, { changedOnly: true, lists: 'add' }, true],
		['for custom fields', { cf: { '1': 'x' } }, { changedOnly: true }, true],
	])('%s', (_name, changes, more, expected) => {
		expect(needsStored({ ...changes }, rules(more))).toBe(expected);
	});
});
