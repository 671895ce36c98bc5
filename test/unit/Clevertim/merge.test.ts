import fc from 'fast-check';

import { merged, needsStored, type MergeRules } from '../../../nodes/Clevertim/transport/merge';

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
