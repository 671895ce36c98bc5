import type { IDataObject } from 'n8n-workflow';

import { previewUpsert } from '../../../nodes/shared/previewUpsert';
import type { Ledger } from '../../../nodes/shared/ledger';
import type { MatchKey } from '../../../nodes/shared/matchKey';
import type { Operation, RunSettings, Session } from '../../../nodes/shared/operation';
import type { Row } from '../../../nodes/shared/row';
import { shown } from '../../../nodes/shared/shown';
import { Upsert } from '../../../nodes/shared/upsertRows';
import { ApiFailure } from '../../../nodes/shared/wire';
import { codeKey, numberKey } from './matchKeys';
import { rowOf } from './rows';
import { StubSession } from './stubSession';

const OPERATION: Operation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		routing: { request: { method: 'POST', url: '/things' } },
	},
	kind: 'upsert',
	fields: [],
	batch: { max: 250, requestId: true },
	root: 'list',
	noun: 'thing',
};

const SETTINGS: RunSettings = {
	batchSize: 50,
	resendAfterRejection: true,
	validateOnly: false,
	fullEntity: false,
	match: { maxCandidates: 1000, maxPages: null },
	onSeveral: 'firstCreated',
};

type Fate = 'written' | 'refused' | 'lost';

interface World {
	stored?: IDataObject[];
	/** What becomes of a row that is sent; written unless it says something else. */
	fate?: (row: Row) => Fate;
	ledger?: Ledger;
	goOn?: boolean;
}

const lost = (): ApiFailure =>
	new ApiFailure({
		message: 'Lost',
		description: '',
		status: null,
		request: { method: 'POST', path: '/things' },
		fateUnknown: true,
	});

/** Upserts rows into a store that answers at once; tells the rounds as `METHOD item → id`. */
async function upsert(rows: Row[], world: World = {}) {
	const { stored = [], fate = () => 'written', ledger = null, goOn = true } = world;
	const session = new StubSession(({ query }) => ({
		list: stored.filter(({ code }) => shown(code).includes(String(query?.query))),
	}));
	const rounds: string[][] = [];
	const written = new Map<Row, IDataObject>();
	const failed = new Map<Row, unknown>();
	let nextId = 100;
	await new Upsert<Session>(OPERATION, session, SETTINGS, {
		goOn,
		ledger,
		written,
		failed,
		stopped: () => !goOn && failed.size > 0,
		write: async (round) => {
			await Promise.resolve();
			if (round.length === 0) return;
			for (const row of round) {
				const outcome = fate(row);
				if (outcome === 'written') written.set(row, { id: row.body.id ?? (nextId += 1) });
				else failed.set(row, outcome === 'lost' ? lost() : new Error('Refused'));
			}
			rounds.push(
				round.map((row) => `${row.method} ${row.itemIndex} → ${shown(written.get(row)?.id)}`),
			);
		},
	}).write(rows);
	const actions = rows.map((row) => written.get(row)?.action ?? failed.get(row));
	return { rounds, actions, written, failed, requests: session.requests };
}

const row = (itemIndex: number, match: MatchKey, body: IDataObject = { name: `n${itemIndex}` }) =>
	rowOf(itemIndex, { match, body });

test('found records are changed and others created, together', async () => {
	const rows = [row(0, codeKey('a')), row(1, codeKey('b'))];
	const { rounds, actions } = await upsert(rows, { stored: [{ id: 7, code: 'a' }] });

	expect(rounds).toEqual([['PATCH 0 → 7', 'POST 1 → 101']]);
	expect(actions).toEqual(['updated', 'created']);
	expect(rows.map(({ body }) => body)).toEqual([{ name: 'n0', id: 7 }, { name: 'n1' }]);
});

test('in each round stands one row for a record, and one for a key without any', async () => {
	const codes = ['a', 'b', 'a', 'b', 'a', 'c'];
	const rows = codes.map((code, index) => row(index, codeKey(code)));
	const { rounds } = await upsert(rows, { stored: [{ id: 7, code: 'a' }] });

	expect(rounds).toEqual([
		['PATCH 0 → 7', 'POST 1 → 101', 'POST 5 → 102'],
		['PATCH 2 → 7', 'PATCH 3 → 101'],
		['PATCH 4 → 7'],
	]);
});

describe('keys that mean the same record under different ids', () => {
	test('follow the first of them', async () => {
		const rows = [numberKey('123'), numberKey('7123'), numberKey('8123')].map((key, index) =>
			row(index, key),
		);
		const { rounds } = await upsert(rows);

		expect(rounds).toEqual([['POST 0 → 101'], ['PATCH 1 → 101'], ['PATCH 2 → 101']]);
	});

	test('take the stored record also where only another one of them has found it', async () => {
		const strict = { ...numberKey('7123'), lookups: [{ query: 'elsewhere' }] };
		const rows = [row(0, strict), row(1, numberKey('8123'))];
		const { rounds } = await upsert(rows, { stored: [{ id: 7, code: '8123' }] });

		expect(rounds).toEqual([['PATCH 0 → 7'], ['PATCH 1 → 7']]);
	});
});

describe('a create that does not end well', () => {
	const rows = () => [0, 1, 2].map((index) => row(index, codeKey('a')));

	test('refused: the next row with the key becomes the create', async () => {
		const { rounds, actions } = await upsert(rows(), {
			fate: ({ itemIndex }) => (itemIndex === 0 ? 'refused' : 'written'),
		});

		expect(rounds).toEqual([['POST 0 → '], ['POST 1 → 101'], ['PATCH 2 → 101']]);
		expect(actions).toEqual([new Error('Refused'), 'created', 'updated']);
	});

	test('lost: no row with the key is sent any more', async () => {
		const { rounds, actions } = await upsert(rows(), { fate: () => 'lost' });

		expect(rounds).toEqual([['POST 0 → ']]);
		expect(actions).toEqual([lost(), lost(), lost()]);
	});

	test('lost: nor one whose key is spelt otherwise', async () => {
		const spelt = [row(0, numberKey('7123')), row(1, numberKey('123'))];
		const { rounds } = await upsert(spelt, { fate: () => 'lost' });

		expect(rounds).toEqual([['POST 0 → ']]);
	});

	test('without Continue On Fail nothing follows', async () => {
		const { rounds, actions } = await upsert(rows(), { fate: () => 'refused', goOn: false });

		expect(rounds).toHaveLength(1);
		expect(actions).toEqual([new Error('Refused'), undefined, undefined]);
	});
});

describe('a second try', () => {
	test('does not look for rows that are written, and lets others follow them', async () => {
		const ledger: Ledger = new Map([[0, { answer: { id: 55, action: 'created' } }]]);
		const rows = [row(0, codeKey('a')), row(1, codeKey('a'))];
		const { rounds, actions } = await upsert(rows, { ledger });

		// the list may not show the new record yet: the key is known without it
		expect(rounds).toEqual([['PATCH 1 → 55']]);
		expect(actions).toEqual(['created', 'updated']);
	});

	test('finds what was lost, and sends it without what is meant for other records', async () => {
		const ledger: Ledger = new Map([[0, { lost: lost(), sentAt: 0 }]]);
		const one = row(0, codeKey('a'));
		one.onlyWhen.found = { tag: 'old' };
		const { rounds, actions } = await upsert([one], { ledger, stored: [{ id: 7, code: 'a' }] });

		expect(rounds).toEqual([['PATCH 0 → 7']]);
		expect(one.body).toEqual({ name: 'n0', id: 7 });
		expect(actions).toEqual(['created']);
		expect(ledger.size).toBe(0);
	});

	test('leaves to the writer what was lost and is not found', async () => {
		const ledger: Ledger = new Map([[0, { lost: lost(), sentAt: 0 }]]);
		await upsert([row(0, codeKey('a'))], { ledger, fate: () => 'lost' });

		expect(ledger.size).toBe(1);
	});
});

describe('values for one case', () => {
	const cases = () => {
		const one = row(0, codeKey('a'), { name: 'both', size: 1 });
		one.onlyWhen.found = { size: 2 };
		one.onlyWhen.missing = { size: 3 };
		one.onlyWhen.amend.missing.push((body, stored) => {
			body.amended = Object.keys(stored).length;
		});
		one.onlyWhen.amend.found.push(() => undefined);
		one.completeNew.push((body) => ({ ...body, code: 'a' }));
		return one;
	};

	test('where it is found', async () => {
		const one = cases();
		await upsert([one], { stored: [{ id: 7, code: 'a' }] });

		expect(one.body).toEqual({ name: 'both', size: 2, id: 7 });
		expect(one.amendments).toHaveLength(1);
	});

	test('where it is not', async () => {
		const one = cases();
		await upsert([one]);

		expect(one.body).toEqual({ name: 'both', size: 3, amended: 0, code: 'a' });
		expect(one.amendments).toEqual([]);
	});
});

test('a record that is there and has nothing to change needs no request', async () => {
	const rows = [row(0, codeKey('a'), {}), row(1, codeKey('a'), { name: 'x' })];
	const { rounds, actions } = await upsert(rows, { stored: [{ id: 7, code: 'a' }] });

	expect(rounds.flat()).toEqual(['PATCH 1 → 7']);
	expect(actions).toEqual(['unchanged', 'updated']);
});

test('a preview decides the same and writes nothing', async () => {
	const session = new StubSession(({ query }) => ({
		list: query?.query === 'a' ? [{ id: 7, code: 'a' }] : [],
	}));
	const rows = ['a', 'b', 'b'].map((code, index) => row(index, codeKey(code)));
	rows.push(row(3, codeKey('a'), {}), row(4, codeKey('b'), {}));
	const preview = await previewUpsert<Session>(OPERATION, session, SETTINGS, rows, true);

	expect(preview.parts.map((part) => part.map(({ method, body }) => [method, body.id]))).toEqual([
		[
			['PATCH', 7],
			['POST', undefined],
		],
		[['PATCH', 'of item 1']],
	]);
	expect([...preview.unchanged.values()].map(({ id }) => id)).toEqual([7, 'of item 1']);
	expect(session.requests.every(({ method }) => method === 'GET')).toBe(true);
});
