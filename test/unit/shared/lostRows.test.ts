import type { IDataObject } from 'n8n-workflow';

import type { Ledger } from '../../../nodes/shared/ledger';
import { releaseUnwritten } from '../../../nodes/shared/lostRows';
import type { Operation, Session } from '../../../nodes/shared/operation';
import { ApiFailure } from '../../../nodes/shared/wire';
import { FakeClock } from '../../support/fakeClock';
import { rowOf } from './rows';
import { pagesOf, StubSession } from './stubSession';

const SENT_AT = 1_700_000_000_000;
/** The server is half an hour ahead. */
const AHEAD_S = 1_800;
const sentThere = SENT_AT / 1000 + AHEAD_S;

const operation: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		routing: { request: { method: 'POST', url: '/things' } },
	},
	kind: 'write',
	fields: [],
	batch: { max: 250, requestId: true, newestFirst: true },
	root: 'list',
	noun: 'thing',
};

const lostFor = (workEnded: boolean, status: number | null = null) =>
	new ApiFailure({
		message: 'lost',
		description: '',
		status,
		request: { method: 'POST', path: '/things' },
		fateUnknown: true,
		workEnded,
	});

interface Case {
	/** Newest first, as the server lists them. */
	list: IDataObject[];
	/** Own ids of this run. */
	written?: number[];
	workEnded?: boolean;
	newestFirst?: boolean;
	body?: IDataObject;
	headers?: IDataObject;
}

/** Whether row 0, which was lost, is sent again. */
async function isReleased(given: Case): Promise<boolean> {
	const clock = new FakeClock(SENT_AT + 5_000);
	const session = new StubSession(() => ({ list: given.list }));
	const serverNow = new Date(clock.now() + AHEAD_S * 1000);
	session.headers = given.headers ?? { date: serverNow.toUTCString() };
	const ledger: Ledger = new Map();
	ledger.set(0, { lost: lostFor(given.workEnded ?? true), sentAt: SENT_AT });
	for (const [index, id] of (given.written ?? []).entries()) {
		ledger.set(index + 1, { answer: { id } });
	}
	const batch = { max: 250, requestId: true, newestFirst: given.newestFirst ?? true };
	await releaseUnwritten<Session>(
		{ operation: { ...operation, batch }, session, ledger, clock, signal: undefined },
		[rowOf(0, { body: given.body ?? { name: 'A' } })],
	);
	return !ledger.has(0);
}

const before = (id: number) => ({ id, created_at: sentThere - 60 });
const since = (id: number) => ({ id, created_at: sentThere + 1 });
/** A record as a server dates it whose clock stands still. */
const longAgo = (id: number, name: string) => ({ id, name, created_at: sentThere - 40 * 86_400 });

describe('rows whose fate is unknown, before Retry On Fail', () => {
	test.each<[string, Case]>([
		['the collection is empty', { list: [] }],
		['nothing is newer than the request', { list: [before(9), before(8)] }],
		['all that is newer was written by this run', { list: [since(9), before(8)], written: [9] }],
		['the newest is of another kind, however old', { list: [longAgo(9, 'B'), longAgo(8, 'A')] }],
		['the newest is alike, but of today', { list: [{ ...before(9), name: 'A' }] }],
	])('are sent again when %s', async (_name, given) => {
		expect(await isReleased(given)).toBe(true);
	});

	test.each<[string, Case]>([
		['something newer is there', { list: [since(9), before(8)] }],
		['it stands behind a record that was back-dated', { list: [before(10), since(9)] }],
		['the server may still be at work', { list: [], workEnded: false }],
		['the operation has no such list', { list: [], newestFirst: false }],
		['the record was to be back-dated', { list: [], body: { created_at: 1 } }],
		['the server does not tell its time', { list: [], headers: {} }],
		['the newest says the same, whatever its date', { list: [longAgo(9, 'A'), longAgo(8, 'B')] }],
		[
			'the newest that others made says the same',
			{ list: [longAgo(10, 'C'), longAgo(9, 'A')], written: [10] },
		],
		['the order is ignored', { list: [before(8), before(9)] }],
		['records carry no time', { list: [{ id: 9 }] }],
	])('stay lost when %s', async (_name, given) => {
		expect(await isReleased(given)).toBe(false);
	});

	test('stay lost when the look-up fails', async () => {
		const ledger: Ledger = new Map([[0, { lost: lostFor(true), sentAt: 0 }]]);
		const session = new StubSession(() => {
			throw new Error('no answer');
		});
		const clock = new FakeClock();
		await releaseUnwritten<Session>({ operation, session, ledger, clock, signal: undefined }, [
			rowOf(0),
		]);

		expect(ledger.has(0)).toBe(true);
	});

	test.each([
		['two seconds after the API itself gave up', 500, 2_000],
		['five seconds after the connection was cut, because the server may go on', null, 5_000],
		['five seconds after a gateway answered for the server', 502, 5_000],
	])('the list is given time to catch up: %s', async (_name, status, waitMs) => {
		const clock = new FakeClock(SENT_AT);
		const session = new StubSession(pagesOf(0, 10));
		session.headers = { date: new Date(SENT_AT).toUTCString() };
		const ledger: Ledger = new Map([[0, { lost: lostFor(true, status), sentAt: SENT_AT }]]);
		const released = releaseUnwritten<Session>(
			{ operation, session, ledger, clock, signal: undefined },
			[rowOf(0)],
		);
		await clock.advance(waitMs - 1);
		expect(session.requests).toEqual([]);
		await clock.advance(1);
		await released;

		expect(session.requests).toEqual([
			{ method: 'GET', path: '/things', query: { 'order[id]': 'desc', limit: 250 } },
		]);
		expect(ledger.has(0)).toBe(false);
	});

	test.each([
		['newer than the request', since, {}],
		[
			'of long ago, as a clock that stands dates them',
			(id: number) => longAgo(id, 'A'),
			{ name: 'A' },
		],
	])('a page full of own records is no end: %s', async (_name, at, body) => {
		const clock = new FakeClock(SENT_AT + 5_000);
		const session = new StubSession(({ query }) =>
			query?.page === 2 ? { list: [at(7)] } : { list: [at(9), at(8)], next: 2 },
		);
		session.headers = { date: new Date(clock.now() + AHEAD_S * 1000).toUTCString() };
		const ledger: Ledger = new Map();
		ledger.set(0, { lost: lostFor(true), sentAt: SENT_AT });
		ledger.set(1, { answer: { id: 9 } });
		ledger.set(2, { answer: { id: 8 } });
		await releaseUnwritten<Session>({ operation, session, ledger, clock, signal: undefined }, [
			rowOf(0, { body }),
		]);

		expect(session.requests).toHaveLength(2);
		expect(ledger.has(0)).toBe(true);
	});
});
