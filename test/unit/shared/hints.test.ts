import { Hints } from '../../../nodes/shared/hints';
import { stubContext } from './stubContext';

function shownFor(count: number, repeated = 0): string[] {
	const { context, hints } = stubContext({});
	const gathered = new Hints();
	for (let item = 0; item < count; item++) gathered.warn(item, 'odd phone');
	for (let again = 0; again < repeated; again++) gathered.warn(0, 'odd phone');
	gathered.show(context);
	return hints.map(({ message }) => message);
}

describe('execution hints', () => {
	test('name their items', () => {
		expect(shownFor(2)).toEqual(['Item 0: odd phone', 'Item 1: odd phone']);
	});

	test('are ten at most, with the one that counts the others', () => {
		expect(shownFor(10).at(-1)).toBe('Item 9: odd phone');
		expect(shownFor(25)).toHaveLength(10);
		expect(shownFor(25).slice(8)).toEqual(['Item 8: odd phone', '… and 16 more hints']);
	});

	test('said several times are shown and counted once', () => {
		expect(shownFor(1, 5)).toEqual(['Item 0: odd phone']);
		expect(shownFor(11, 5).at(-1)).toBe('… and 2 more hints');
	});

	test('are absent when there is nothing to say', () => {
		expect(shownFor(0)).toEqual([]);
	});
});
