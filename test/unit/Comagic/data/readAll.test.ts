import type { IDataObject } from 'n8n-workflow';

import { shown } from '../../../../nodes/shared/shown';
import { listRules } from '../../../../nodes/Comagic/catalogue/listRules';
import { readAll } from '../../../../nodes/Comagic/transport/readAll';
import { RowCollector } from '../../../../nodes/Comagic/transport/rowCollector';
import { isRecord, type WireRequest } from '../../../../nodes/shared/wire';

interface Asked extends IDataObject {
	date_from?: string;
	date_till?: string;
	fields?: string[];
	sort?: Array<{ field: string; order?: string }>;
	limit: number;
	offset?: number;
}

interface Service {
	rows: IDataObject[];
	time?: string;
	inclusive?: boolean;
	total?: boolean;
	defaults?: string[];
}

const order = (a: unknown, b: unknown): number =>
	typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;

/** A service with rows in its memory; answers as the sheet's §B.4 has it. */
function service({ rows, time, inclusive = true, total = true, defaults }: Service) {
	const asked: Asked[] = [];
	const within = (row: IDataObject, { date_from: from, date_till: till }: Asked): boolean => {
		if (time === undefined || from === undefined || till === undefined) return true;
		const at = shown(row[time]);
		return at >= from && (inclusive ? at <= till : at < till);
	};
	const send = async (request: WireRequest) => {
		const params: unknown = JSON.parse(String(request.query?.$params));
		const { $params: _params, ...paging } = request.query ?? {};
		const question = { ...(isRecord(params) ? params : {}), ...paging } as Asked;
		asked.push(question);
		const found = rows.filter((row) => within(row, question));
		for (const { field, order: way } of (question.sort ?? []).toReversed()) {
			const sign = way === 'desc' ? -1 : 1;
			found.sort((a, b) => sign * order(a[field], b[field]));
		}
		const start = question.offset ?? 0;
		const shownNames = question.fields ?? defaults;
		const page = found.slice(start, start + question.limit).map((row) => {
			if (!shownNames) return { ...row };
			return Object.fromEntries(shownNames.map((name) => [name, row[name]]));
		});
		const metadata = total ? { total_items: found.length } : {};
		return { status: 200, headers: {}, body: { data: page, metadata } };
	};
	return { session: { send }, asked };
}

const day = (index: number): string =>
	new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);

/** Two calls a day at midnight and at noon. */
const calls = (days: number): IDataObject[] =>
	Array.from({ length: days * 2 }, (_, index) => ({
		id: 1000 + index,
		start_time: `${day(Math.floor(index / 2))} ${index % 2 === 0 ? '00:00:00' : '12:00:00'}`,
		talk_duration: (index * 7) % 100,
	}));

const CALLS = 'data/get.calls_report';
const ids = (rows: IDataObject[]): unknown[] => rows.map(({ id }) => id);
const all = { options: {}, limit: null };

describe.each([
	['part of the range', true],
	['not part of it', false],
])('a range in windows where date_till is %s', (_name, inclusive) => {
	it('gives every row once, in order of time', async () => {
		const rows = calls(300);
		const { session, asked } = service({ rows, time: 'start_time', inclusive });
		const params = { date_from: '2026-01-01 00:00:00', date_till: '2026-10-27 23:59:59' };
		expect(ids(await readAll({ session, path: CALLS, params, ...all }))).toEqual(ids(rows));
		const spans = asked.map(({ date_from: from, date_till: till }) => [from, till]);
		expect(spans[0]?.[0]).toBe('2026-01-01 00:00:00');
		expect(spans.at(-1)?.[1]).toBe('2026-10-27 23:59:59');
		expect(spans.length).toBe(4);
		for (const [from, till] of spans) {
			expect(Date.parse(`${till}Z`) - Date.parse(`${from}Z`)).toBeLessThan(90 * 86_400_000);
		}
	});

	it('puts the rows into the order that was asked for', async () => {
		const { session } = service({ rows: calls(200), time: 'start_time', inclusive });
		const params = {
			date_from: '2026-01-01 00:00:00',
			date_till: '2026-07-19 23:59:59',
			sort: [{ field: 'start_time', order: 'desc' }],
		};
		const found = await readAll({ session, path: CALLS, params, options: {}, limit: null });
		expect(ids(found)).toEqual(ids(calls(200)).reverse());
	});

	it('takes the rows of a whole last day', async () => {
		const { session } = service({ rows: calls(40), time: 'start_time', inclusive });
		const params = { date_from: '2026-01-03 00:00:00', date_till: '2026-01-05 00:00:00' };
		const options = { before: '2026-01-05 00:00:00' };
		const found = await readAll({ session, path: CALLS, params, options, limit: null });
		expect(ids(found)).toEqual([1004, 1005, 1006, 1007]);
	});
});

it('takes the highest rows of all windows, not those of the first', async () => {
	const rows = calls(200);
	const { session } = service({ rows, time: 'start_time' });
	const params = {
		date_from: '2026-01-01 00:00:00',
		date_till: '2026-07-19 23:59:59',
		sort: [{ field: 'talk_duration', order: 'desc' }],
	};
	const found = await readAll({ session, path: CALLS, params, options: {}, limit: 4 });
	const best = rows
		.map(({ talk_duration: seconds }) => Number(seconds))
		.sort((a, b) => b - a)
		.slice(0, 4);
	expect(found.map(({ talk_duration: seconds }) => seconds)).toEqual(best);
});

it('stops at the limit, without reading later windows', async () => {
	const { session, asked } = service({ rows: calls(200), time: 'start_time' });
	const params = { date_from: '2026-01-01 00:00:00', date_till: '2026-07-19 23:59:59' };
	const found = await readAll({ session, path: CALLS, params, options: {}, limit: 5 });
	expect(ids(found)).toEqual([1000, 1001, 1002, 1003, 1004]);
	expect(asked).toHaveLength(1);
	expect(asked[0]).toMatchObject({ limit: 5 });
});

it('asks for what tells rows apart and takes it out again', async () => {
	const { session, asked } = service({ rows: calls(200), time: 'start_time' });
	const params = {
		date_from: '2026-01-01 00:00:00',
		date_till: '2026-07-19 23:59:59',
		fields: ['talk_duration'],
	};
	const found = await readAll({ session, path: CALLS, params, options: {}, limit: null });
	expect(asked[0]?.fields).toEqual(['talk_duration', 'start_time', 'id']);
	expect(found).toHaveLength(400);
	expect(Object.keys(found[0] ?? {})).toEqual(['talk_duration']);
});

it('orders pages by a column that it takes out again', async () => {
	const { session, asked } = service({ rows: calls(10), time: 'start_time' });
	const dates = { date_from: '2026-01-01 00:00:00', date_till: '2026-01-31 00:00:00' };
	const params = { ...dates, fields: ['id'] };
	const found = await readAll({ session, path: CALLS, params, ...all });
	expect(asked[0]).toMatchObject({
		fields: ['id', 'start_time'],
		sort: [{ field: 'start_time', order: 'asc' }],
	});
	expect(Object.keys(found[0] ?? {})).toEqual(['id']);
});

it('asks for a single page as the user did', async () => {
	const { session, asked } = service({ rows: calls(10), time: 'start_time' });
	const params = { date_from: '2026-01-01 00:00:00', date_till: '2026-01-31 00:00:00' };
	await readAll({ session, path: CALLS, params, options: {}, limit: 50 });
	expect(asked).toEqual([{ ...params, limit: 50 }]);
});

it('keeps communications of different types that have the same id', async () => {
	const rows = [
		{ id: 7, communication_type: 'call', date_time: '2026-01-01 10:00:00' },
		{ id: 7, communication_type: 'chat', date_time: '2026-01-01 11:00:00' },
	];
	const { session } = service({ rows, time: 'date_time' });
	const params = { date_from: '2026-01-01 00:00:00', date_till: '2026-12-01 00:00:00' };
	const path = 'data/get.communications_report';
	expect(await readAll({ session, path, params, ...all })).toEqual(rows);
});

it('keeps rows that are alike within one answer, and none that an earlier answer gave', async () => {
	const leg = { call_session_id: 1, leg_id: 2, start_time: '2026-01-01 10:00:00' };
	const rows = [
		{ ...leg, total_charge: 3 },
		{ ...leg, total_charge: 5 },
		{ ...leg, total_charge: 5 },
	];
	const { session, asked } = service({ rows });
	const params = { date_from: '2026-01-01 00:00:00', date_till: '2026-12-01 00:00:00' };
	const path = 'data/get.financial_call_legs_report';
	expect(await readAll({ session, path, params, ...all })).toEqual(rows);
	expect(asked.length).toBeGreaterThan(1);
});

it('keeps two charges of one leg that come in two answers', () => {
	const { key, time } = listRules('get.financial_call_legs_report');
	const leg = { call_session_id: 1, leg_id: 2, start_time: '2026-01-01 10:00:00' };
	const collector = new RowCollector(key, time, undefined);
	const added = [3, 5, 5].map((charge) => collector.add([{ ...leg, total_charge: charge }]));
	expect(added).toEqual([1, 1, 0]);
});

it.each([
	['values that are no objects', ['a', 7], [{ value: 'a' }, { value: 7 }]],
	['a value that is no object', 'ready', [{ value: 'ready' }]],
	['an empty object', {}, []],
	['null', null, []],
])('takes %s as rows', async (_what, data, found) => {
	const send = async (request: WireRequest) => {
		const isFirst = request.query?.offset === undefined;
		return { status: 200, headers: {}, body: { data: isFirst ? data : [], metadata: {} } };
	};
	expect(await readAll({ session: { send }, path: 'data/get.x', params: {}, ...all })).toEqual(
		found,
	);
});

it('follows pages until one is empty where the service does not count', async () => {
	const rows = Array.from({ length: 25_000 }, (_, id) => ({ id }));
	const { session, asked } = service({ rows, total: false });
	const found = await readAll({ session, path: 'data/get.contacts', params: {}, ...all });
	expect(found).toHaveLength(25_000);
	expect(asked.map(({ offset }) => offset)).toEqual([undefined, 10_000, 20_000, 25_000]);
});

it('takes an object instead of a list as all there is', async () => {
	let count = 0;
	const session = {
		send: async () => {
			count += 1;
			return { status: 200, headers: {}, body: { data: { id: 1 }, metadata: {} } };
		},
	};
	expect(await readAll({ session, path: 'data/get.deals', params: {}, ...all })).toEqual([
		{ id: 1 },
	]);
	expect(count).toBe(1);
});

it('halves a window that holds more rows than the service gives', async () => {
	const rows = Array.from({ length: 150_000 }, (_, index) => ({
		id: index,
		start_time: new Date(Date.UTC(2026, 0, 1) + index * 10_000)
			.toISOString()
			.slice(0, 19)
			.replace('T', ' '),
	}));
	const { session, asked } = service({ rows, time: 'start_time' });
	const params = { date_from: '2026-01-01 00:00:00', date_till: '2026-01-31 00:00:00' };
	const found = await readAll({ session, path: CALLS, params, ...all });
	expect(found).toHaveLength(150_000);
	expect(new Set(ids(found)).size).toBe(150_000);
	expect(Math.max(...asked.map(({ offset = 0 }) => offset))).toBeLessThanOrEqual(100_000);
});

it('says so when a list without dates is too long', async () => {
	const session = {
		send: async () => ({
			status: 200,
			headers: {},
			body: { data: [{ id: 1 }], metadata: { total_items: 200_000 } },
		}),
	};
	await expect(readAll({ session, path: 'data/get.contacts', params: {}, ...all })).rejects.toThrow(
		'200000 rows match',
	);
});

it.each([
	['get.campaign_daily_stat', '2026-04-05 00:00:00', '90 days'],
	['get.employee_stat', '2026-04-08 00:00:00', 'three months'],
])('refuses to add up the sums of %s over a long range', async (method, till, words) => {
	const { session, asked } = service({ rows: [] });
	const params = { date_from: '2026-01-01 00:00:00', date_till: till };
	await expect(readAll({ session, path: `data/${method}`, params, ...all })).rejects.toThrow(words);
	expect(asked).toHaveLength(0);
});

it('refuses a range that ends before it begins', async () => {
	const { session } = service({ rows: [] });
	const params = { date_from: '2026-02-01 00:00:00', date_till: '2026-01-01 00:00:00' };
	await expect(readAll({ session, path: CALLS, params, ...all })).rejects.toThrow(
		"'Date From' is later",
	);
});
