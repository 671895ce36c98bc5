import type { IDataObject } from 'n8n-workflow';

import { readPages } from '../../../nodes/shared/pager';
import { pagesOf, StubSession } from './stubSession';

const first = { method: 'GET' as const, path: '/things', query: { limit: 10 } };

async function readAll(session: StubSession, wanted: number | null = null) {
	const pages: IDataObject[][] = [];
	for await (const page of readPages(session, first, 'list', wanted)) pages.push(page);
	return pages;
}
const ids = (pages: IDataObject[][]) => pages.flat().map(({ id }) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const pageNumbers = ({ requests }: StubSession) =>
	requests.map(({ query }) => Number(query?.page ?? 1));

describe('readPages', () => {
	test.each([
		['no record', 0, 1],
		['a page that is not full', 7, 1],
		['four pages', 40, 4],
	])('%s: %i records in %i requests, one after the other', async (_name, count, requests) => {
		const session = new StubSession(pagesOf(count, 10));

		expect(ids(await readAll(session))).toEqual(upTo(count));
		expect(session.requests).toHaveLength(requests);
		expect(session.mostAtOnce).toBe(1);
	});

	test('from the fourth page on it reads ahead: same order, no page twice', async () => {
		const session = new StubSession(pagesOf(300, 10));

		expect(ids(await readAll(session))).toEqual(upTo(300));
		expect(session.mostAtOnce).toBe(4);
		expect(new Set(pageNumbers(session)).size).toBe(session.requests.length);
		expect(session.requests.length).toBeLessThanOrEqual(30 + 4);
	});

	test('a limit asks for no page behind it', async () => {
		const session = new StubSession(pagesOf(900, 10));
		await readAll(session, 95);

		expect(session.requests).toHaveLength(10);
	});

	test('records that moved to a later page come once and do not count twice', async () => {
		const pages = [
			[1, 2, 3],
			[3, 4, 5],
			[5, 6],
		];
		const session = new StubSession(({ query }) => {
			const page = Number(query?.page ?? 1);
			const list = (pages[page - 1] ?? []).map((id) => ({ id }));
			return { list, ...(page < pages.length ? { next: page + 1 } : {}) };
		});

		expect(ids(await readAll(session, 6))).toEqual([1, 2, 3, 4, 5, 6]);
	});

	test('links that do not count upwards are followed, guesses dropped', async () => {
		// page 5 is followed by page 8
		const jump = (page: number) => (page === 5 ? 8 : page + 1);
		const session = new StubSession(({ query }) => {
			const page = Number(query?.page ?? 1);
			return { list: [{ id: page }], ...(page < 10 ? { next: jump(page) } : {}) };
		});

		expect(ids(await readAll(session))).toEqual([1, 2, 3, 4, 5, 8, 9, 10]);
	});

	test('a link without a page number is followed, but not guessed from', async () => {
		const session = new StubSession(pagesOf(90, 10));
		session.nextPage = (answer, request) => {
			const next = StubSession.prototype.nextPage.call(session, answer, request);
			return next && { ...next, query: { page: Number(next.query?.page), cursor: 'x' } };
		};

		expect(ids(await readAll(session))).toEqual(upTo(90));
	});

	test('a page that links to itself is the last', async () => {
		const session = new StubSession(() => ({ list: [{ id: 1 }], next: 1 }));

		expect(ids(await readAll(session))).toEqual([1]);
		expect(session.requests.length).toBeLessThanOrEqual(2);
	});

	test('whoever stops reading ends the wait of the pages asked for ahead', async () => {
		const session = new StubSession(pagesOf(900, 10));
		let pages = 0;
		for await (const page of readPages(session, first, 'list', null)) {
			pages += page.length > 0 ? 1 : 0;
			if (pages === 6) break;
		}

		const ahead = session.signals.filter((signal) => signal !== undefined);
		expect(ahead.length).toBeGreaterThan(0);
		expect(ahead.every((signal) => signal.aborted)).toBe(true);
	});

	test('a failing page is thrown, after the pages before it', async () => {
		const session = new StubSession((request) => {
			if (Number(request.query?.page) === 7) throw new Error('page 7');
			return pagesOf(900, 10)(request);
		});
		const seen: unknown[] = [];
		const reading = async () => {
			for await (const page of readPages(session, first, 'list', null)) seen.push(page.length);
		};

		await expect(reading()).rejects.toThrow('page 7');
		expect(seen).toHaveLength(6);
	});
});
