import { readByIds } from '../../../nodes/shared/readByIds';
import { ApiFailure, type WireRequest } from '../../../nodes/shared/wire';
import { StubSession } from './stubSession';

const stored = (ids: number[]) => new Set(ids);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A collection that honours `filter[id]`, or ignores it and gives its first records. */
function collection(ids: Set<number>, filters = true) {
	return new StubSession(({ path, query = {} }: WireRequest) => {
		const single = /\/things\/(\d+)$/.exec(path)?.[1];
		if (single !== undefined) return ids.has(Number(single)) ? { id: Number(single) } : null;
		const asked = query['filter[id]'];
		const wanted = Array.isArray(asked) ? asked.map(Number) : [];
		const list = [...ids].filter((id) => !filters || wanted.includes(id));
		return { list: list.slice(0, Number(query.limit)).map((id) => ({ id })) };
	});
}
const read = async (session: StubSession, ids: number[], filtered?: boolean) =>
	[...(await readByIds(session, '/things', 'list', ids, { with: 'x' }, filtered)).keys()].sort(
		(a, b) => a - b,
	);

describe('readByIds', () => {
	test.each([
		['230 ids in requests of at most 100', upTo(230), 3],
		['ids that occur several times once', [5, 6, 5, 6], 1],
		['a single id at its own address', [5], 1],
		['nothing for nothing', [], 0],
	])('%s', async (_name, ids, requests) => {
		const session = collection(stored(upTo(300)));

		expect(await read(session, ids)).toEqual([...new Set(ids)]);
		expect(session.requests).toHaveLength(requests);
		expect(session.requests.every(({ query }) => query?.with === 'x')).toBe(true);
	});

	test('ids that do not exist are absent', async () => {
		expect(await read(collection(stored([1, 3])), [1, 2, 3, 4])).toEqual([1, 3]);
		expect(await read(collection(stored([1])), [2])).toEqual([]);
	});

	test('a server that ignores the filter is asked for each one', async () => {
		const session = collection(stored(upTo(50)), false);

		expect(await read(session, [2, 40, 41])).toEqual([2, 40, 41]);
		// id 2 was among the first three records and is not asked for again
		expect(session.requests.map(({ path }) => path)).toEqual([
			'/things',
			'/things/40',
			'/things/41',
		]);
	});

	test('where there is no such filter it is not tried', async () => {
		const session = collection(stored(upTo(50)));

		expect(await read(session, [2, 3], false)).toEqual([2, 3]);
		expect(session.requests.map(({ path }) => path)).toEqual(['/things/2', '/things/3']);
	});

	const failing = (status: number) =>
		new StubSession((request) => {
			if (request.path === '/things') return { list: [{ id: 9 }] };
			throw new ApiFailure({ message: `status ${status}`, description: '', status, request });
		});

	test('a 404 at the own address is answered by the filter, which may know better (§4.7)', async () => {
		expect(await read(failing(404), [9])).toEqual([9]);
	});

	test('any other failure is thrown', async () => {
		await expect(read(failing(403), [9])).rejects.toThrow('status 403');
	});
});
