import type { IDataObject } from 'n8n-workflow';

import { InvalidValue } from '../../../nodes/shared/invalidValue';
import { Matcher } from '../../../nodes/shared/matcher';
import type { MatchKey, MatchLimits } from '../../../nodes/shared/matchKey';
import { shown } from '../../../nodes/shared/shown';
import { ApiFailure, type WireRequest } from '../../../nodes/shared/wire';
import { codeKey, numberKey } from './matchKeys';
import { StubSession } from './stubSession';

const SOURCE = { path: '/things', root: 'list', query: { with: 'more' } };
const LOOK_UP: MatchLimits = { maxCandidates: 1000, maxPages: null };
const WHOLE: MatchLimits = { maxCandidates: 1000, maxPages: 3 };
const never = () => false;

/** A service whose search gives every thing that contains the text, in pages of 250. */
function serviceWith(things: IDataObject[]): StubSession {
	return new StubSession(({ path, query }) => {
		if (path !== SOURCE.path)
			return things.find(({ id }) => path === `${SOURCE.path}/${shown(id)}`);
		const text = String(query?.query ?? '');
		const ids = query?.['filter[id]'];
		const hits = things.filter(({ id, code }) =>
			Array.isArray(ids) ? ids.includes(Number(id)) : shown(code).includes(text),
		);
		const page = Number(query?.page ?? 1);
		const list = hits.slice((page - 1) * 250, page * 250);
		return { list, ...(hits.length > page * 250 ? { next: page + 1 } : {}) };
	});
}

const things = (...codes: string[]) => codes.map((code, index) => ({ id: index + 1, code }));

async function prepared(
	session: StubSession,
	keys: MatchKey[],
	limits: MatchLimits = LOOK_UP,
	goOn = true,
): Promise<Matcher> {
	const matcher = new Matcher(session, SOURCE, limits);
	await matcher.prepare(keys, goOn, never);
	return matcher;
}

const idsOf = (matcher: Matcher, key: MatchKey) => matcher.matching(key).map(({ id }) => id);
const questions = ({ requests }: StubSession) => requests.map(({ query }) => query?.query);

describe('looking up', () => {
	test('gives what matches exactly, the smallest id first', async () => {
		const session = serviceWith(things('aa', 'a', 'ba', 'a').reverse());
		const key = codeKey('a');

		expect(idsOf(await prepared(session, [key]), key)).toEqual([2, 4]);
		expect(session.requests).toEqual([
			{
				method: 'GET',
				path: '/things',
				query: { with: 'more', query: 'a', 'order[id]': 'asc', limit: 250 },
			},
		]);
	});

	test('keys with the same id are looked up once, in the words of the first', async () => {
		const session = serviceWith(things('a'));
		const keys = [codeKey('a'), codeKey('a', { lookups: [{ query: 'A' }] })];
		await prepared(session, keys);

		expect(questions(session)).toEqual(['a']);
	});

	test('the second question is asked only where the first finds no match', async () => {
		const session = serviceWith(things('7123', '456'));
		const keys = [numberKey('7123'), numberKey('7456')];
		const matcher = await prepared(session, keys);

		expect(questions(session)).toEqual(['7123', '7456', '456']);
		expect(keys.map((key) => idsOf(matcher, key))).toEqual([[1], [2]]);
	});

	test('a question that several keys share is asked once', async () => {
		const session = serviceWith(things('9123'));
		const keys = [numberKey('7123'), numberKey('8123')];
		const matcher = await prepared(session, keys);

		expect(questions(session).sort()).toEqual(['123', '7123', '8123']);
		expect(keys.map((key) => idsOf(matcher, key))).toEqual([[1], [1]]);
	});

	test('a key that the search does not know is a failure, not "nothing found"', async () => {
		const key = codeKey('a', { lookups: [] });
		const session = serviceWith(things('a'));
		const matcher = await prepared(session, [key]);

		expect(() => matcher.matching(key)).toThrow(/^code a cannot be searched for$/);
		expect(session.requests).toEqual([]);
	});

	test.each([
		[1000, 1000],
		[10, 10],
	])('%i candidates are enough, one more is too many', async (maxCandidates, count) => {
		const key = codeKey('a');
		const limits = { maxCandidates, maxPages: null };
		const many = (n: number) => things(...Array.from({ length: n }, (_, i) => (i ? `a${i}` : 'a')));
		const enough = await prepared(serviceWith(many(count)), [key], limits);
		const tooMany = await prepared(serviceWith(many(count + 1)), [key], limits);

		expect(idsOf(enough, key)).toEqual([1]);
		expect(() => tooMany.matching(key)).toThrow(
			`Too many candidates for code a: more than ${maxCandidates} records contain it`,
		);
	});

	test('a match among the first candidates does not excuse the others', async () => {
		const codes = ['a', ...Array.from({ length: 1000 }, () => 'a')];
		const key = codeKey('a');
		const matcher = await prepared(serviceWith(things(...codes)), [key]);

		expect(() => matcher.matching(key)).toThrow(InvalidValue);
	});

	test('no key is taken for missing before it was looked up', () => {
		const matcher = new Matcher(serviceWith([]), SOURCE, LOOK_UP);

		expect(matcher.knows(codeKey('a'))).toBe(false);
		expect(() => matcher.matching(codeKey('a'))).toThrow(/^Nobody has looked for code a$/);
	});
});

describe('failures', () => {
	const keys = Array.from({ length: 50 }, (_, index) => codeKey(`k${index}`));
	const failing = (stopsRun: boolean) =>
		new StubSession((request: WireRequest) => {
			if (request.query?.query !== 'k5') return { list: [] };
			throw new ApiFailure({ message: 'No', description: '', status: 400, request, stopsRun });
		});

	test('stay with their key where the run goes on', async () => {
		const matcher = await prepared(failing(false), keys);

		expect(keys.filter((key) => matcher.knows(key))).toHaveLength(50);
		expect(keys.slice(6).every((key) => matcher.matching(key).length === 0)).toBe(true);
		expect(() => matcher.matching(keys[5] ?? codeKey(''))).toThrow('No');
	});

	test('end the look-ups of a run that stops', async () => {
		const session = failing(false);
		const matcher = await prepared(session, keys, LOOK_UP, false);

		expect(session.requests.length).toBeLessThan(6 + session.atOnce + 1);
		expect(matcher.knows(codeKey('k49'))).toBe(false);
	});

	test('that every request would meet are those of all keys', async () => {
		const session = failing(true);
		const matcher = await prepared(session, keys);

		expect(session.requests.length).toBeLessThan(6 + session.atOnce + 1);
		expect(() => matcher.matching(codeKey('k49'))).toThrow('No');
	});

	test('a run that is cancelled looks no further', async () => {
		const session = serviceWith([]);
		await new Matcher(session, SOURCE, LOOK_UP).prepare(keys, true, () => {
			return session.requests.length > 3;
		});

		expect(session.requests.length).toBeLessThan(4 + session.atOnce);
	});
});

describe('matching against all', () => {
	const codes = (count: number) => things(...Array.from({ length: count }, (_, i) => `c${i}`));

	test('reads the pages once for all keys', async () => {
		const session = serviceWith(codes(600));
		const keys = ['c0', 'c599', 'c600'].map((code) => codeKey(code));
		const matcher = await prepared(session, keys, WHOLE);

		expect(keys.map((key) => idsOf(matcher, key))).toEqual([[1], [600], []]);
		// the page after the last one that is allowed is asked for at once
		expect(session.requests.map(({ query }) => query?.page)).toEqual([undefined, 4, 2, 3]);
		expect(session.requests[0]?.query).toEqual({ with: 'more', 'order[id]': 'asc', limit: 250 });
	});

	test.each([
		['exactly as many pages as are allowed', 750, true],
		['one record more', 751, false],
	])('%s', async (_name, count, isRead) => {
		const session = serviceWith(codes(count));
		const key = codeKey('c7');
		const matcher = await prepared(session, [key], WHOLE);

		if (isRead) expect(idsOf(matcher, key)).toEqual([8]);
		else {
			expect(() => matcher.matching(key)).toThrow(/more than 3 pages of 250 records/);
			expect(session.requests).toHaveLength(2);
		}
	});

	test('a service with smaller pages is stopped by counting them', async () => {
		const session = new StubSession(({ query }) => {
			const page = Number(query?.page ?? 1);
			return { list: [{ id: page, code: `c${page}` }], next: page + 1 };
		});
		const key = codeKey('c2');
		const matcher = await prepared(session, [key], WHOLE);

		expect(() => matcher.matching(key)).toThrow(/more than 3 pages/);
		expect(session.requests.length).toBeLessThanOrEqual(6);
	});

	test('a small collection costs one request', async () => {
		const session = serviceWith(codes(20));
		await prepared(session, [codeKey('c2'), codeKey('c3')], WHOLE);

		expect(session.requests).toHaveLength(1);
	});

	test('what cannot be told from all records is looked up all the same', async () => {
		const session = serviceWith(things('abc'));
		const key = codeKey('b', { index: null, matches: () => true });

		expect(idsOf(await prepared(session, [key], WHOLE), key)).toEqual([1]);
		expect(questions(session)).toEqual(['b']);
	});
});

describe('records by number', () => {
	const idKey = (id: number): MatchKey =>
		codeKey('', {
			id: `id ${id}`,
			lookups: [],
			index: null,
			ids: [id],
			matches: (e) => e.id === id,
		});

	test('of all keys are read together, whatever the limits say', async () => {
		const session = serviceWith(things('a', 'b', 'c'));
		const keys = [1, 3, 9].map(idKey);
		const matcher = await prepared(session, keys, WHOLE);

		expect(keys.map((key) => idsOf(matcher, key))).toEqual([[1], [3], []]);
		expect(session.requests.map(({ query }) => query?.['filter[id]'])).toEqual([[1, 3, 9]]);
	});

	test('may stand on other cards, which are read together as well', async () => {
		const session = new StubSession(({ path, query }) => {
			const ids = query?.['filter[id]'];
			const asked = Array.isArray(ids) ? ids.map(Number) : [];
			if (path === '/cards') {
				return { cards: asked.filter((id) => id < 30).map((id) => ({ id, things: [id + 1] })) };
			}
			return { list: asked.map((id) => ({ id, open: id !== 21 })) };
		});
		const onCard = (id: number): MatchKey =>
			codeKey('', {
				id: `card ${id}`,
				lookups: [],
				index: null,
				matches: ({ open }) => open === true,
				card: {
					id,
					path: '/cards',
					root: 'cards',
					query: { with: 'things' },
					idsOf: (card) => (Array.isArray(card.things) ? card.things.map(Number) : []),
					missing: () => new InvalidValue(`No card ${id}`),
				},
			});
		const keys = [10, 20, 30].map(onCard);
		const matcher = await prepared(session, keys);

		expect(keys.slice(0, 2).map((key) => idsOf(matcher, key))).toEqual([[11], []]);
		expect(() => matcher.matching(onCard(30))).toThrow('No card 30');
		expect(session.requests.map(({ path }) => path)).toEqual(['/cards', '/things']);
	});
});
