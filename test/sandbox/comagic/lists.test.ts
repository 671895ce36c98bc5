import { daysAgo, NOW_LOCAL, useComagic } from './client';

const comagic = useComagic();
const week = { date_from: daysAgo(7), date_till: NOW_LOCAL };

const ids = (rows: Array<Record<string, unknown>>) => rows.map(({ id }) => id);

describe('fields and sort (§B.4)', () => {
	it('gives the default fields, or exactly those asked for', async () => {
		const [usual] = await comagic.data('get.calls_report', { ...week, limit: 1 });
		expect(usual).toHaveProperty('communication_id');
		for (const hidden of ['tags', 'employees', 'utm_source', 'site_id', 'campaign_id']) {
			expect(usual).not.toHaveProperty(hidden);
		}
		const fields = ['id', 'tags', 'site_id'];
		const [chosen] = await comagic.data('get.calls_report', { ...week, limit: 1, fields });
		expect(Object.keys(chosen ?? {})).toEqual(fields);
	});

	it.each<[Record<string, unknown>, string]>([
		[{ fields: ['id', 'nope'] }, 'unexpected_parameters'],
		[{ fields: 'id' }, 'data_type_error'],
		[{ sort: [{ field: 'nope' }] }, 'unexpected_parameters'],
		[{ sort: [{ field: 'talk_duration' }] }, 'sort_prohibited'],
		[{ sort: [{ field: 'start_time', order: 'up' }] }, 'invalid_parameter_value'],
		[{ filter: { field: 'nope', operator: '=', value: 1 } }, 'unexpected_parameters'],
		[{ filter: { field: 'start_time', operator: '>', value: 'x' } }, 'filter_prohibited'],
		[{ filter: { field: 'id', operator: 'like', value: '%' } }, 'invalid_parameter_value'],
		[{ filter: { field: 'id', operator: 'near', value: 1 } }, 'invalid_parameter_value'],
		[{ filter: { field: 'id', operator: '=', value: '1' } }, 'data_type_error'],
		[{ filter: { field: 'id', operator: 'in', value: 1 } }, 'data_type_error'],
		[{ filter: { filters: [], condition: 'nor' } }, 'invalid_parameter_value'],
		[{ filter: { field: 'id' } }, 'required_parameter_missed'],
		[{ filter: { field: 'id', operator: '=', val: 1 } }, 'unexpected_parameters'],
		[{ filter: [] }, 'data_type_error'],
	])('refuses %j: %s', async (params, mnemonic) => {
		const [said] = await comagic.refusal('data', 'get.calls_report', { ...week, ...params });
		expect(said).toBe(mnemonic);
	});

	it('sorts by several fields, empty values last', async () => {
		const rows = await comagic.data('get.calls_report', {
			...week,
			fields: ['direction', 'start_time', 'scenario_id'],
			sort: [{ field: 'direction', order: 'desc' }, { field: 'start_time' }],
		});
		const keys = rows.map((row) => `${row.direction === 'out' ? 0 : 1} ${String(row.start_time)}`);
		expect(keys).toEqual([...keys].sort());
		const byScenario = await comagic.data('get.calls_report', {
			...week,
			fields: ['scenario_id'],
			sort: [{ field: 'scenario_id' }],
		});
		expect(byScenario.at(-1)?.scenario_id).toBeNull();
		expect(byScenario[0]?.scenario_id).toBe(401);
	});
});

describe('filters (§B.4)', () => {
	const leaf = (field: string, operator: string, value?: unknown) => ({ field, operator, value });
	const all = async () =>
		await comagic.data('get.calls_report', {
			...week,
			fields: [
				'id',
				'is_lost',
				'direction',
				'contact_phone_number',
				'scenario_id',
				'attributes',
				'tags',
			],
		});

	it.each<[string, object, (row: Record<string, unknown>) => boolean]>([
		['=', leaf('is_lost', '=', true), (row) => row.is_lost === true],
		['!=', leaf('direction', '!=', 'in'), (row) => row.direction !== 'in'],
		['= null', leaf('scenario_id', '=', null), (row) => row.scenario_id === null],
		['a missing value', leaf('scenario_id', '!='), (row) => row.scenario_id !== null],
		['is_null', leaf('scenario_id', 'is_null'), (row) => row.scenario_id === null],
		['is_not_null', leaf('scenario_id', 'is_not_null'), (row) => row.scenario_id !== null],
		['>', leaf('id', '>', 300_000_860), (row) => Number(row.id) > 300_000_860],
		['<=', leaf('id', '<=', 300_000_860), (row) => Number(row.id) <= 300_000_860],
		['in', leaf('direction', 'in', ['out']), (row) => row.direction === 'out'],
		['not_in', leaf('direction', 'not_in', ['out']), (row) => row.direction === 'in'],
		[
			'like',
			leaf('contact_phone_number', 'like', '79150000%'),
			(row) => String(row.contact_phone_number).startsWith('79150000'),
		],
		[
			'not_like',
			leaf('contact_phone_number', 'not_like', '%1'),
			(row) => !String(row.contact_phone_number).endsWith('1'),
		],
		['ilike', leaf('direction', 'ilike', 'OUT'), (row) => row.direction === 'out'],
		[
			'regexp',
			leaf('contact_phone_number', 'regexp', '[05]$'),
			(row) => /[05]$/.test(String(row.contact_phone_number)),
		],
		['overlap', leaf('attributes', 'overlap', ['lost']), (row) => row.is_lost === true],
		[
			'jsquery',
			leaf('tags', 'jsquery', '#.tag_id = 104'),
			(row) => JSON.stringify(row.tags).includes('"tag_id":104'),
		],
	])('%s', async (_, filter, keep) => {
		const everything = await all();
		const wanted = everything.filter(keep);
		expect(wanted.length).toBeGreaterThan(0);
		expect(wanted.length).toBeLessThan(everything.length);
		const found = await comagic.rpc('data', 'get.calls_report', { ...week, filter });
		expect(ids(comagic.rowsOf(found))).toEqual(ids(wanted));
		expect(found.result?.metadata.total_items).toBe(wanted.length);
	});

	it('nests and, or', async () => {
		const filter = {
			condition: 'or',
			filters: [
				leaf('is_lost', '=', true),
				{ condition: 'and', filters: [leaf('direction', '=', 'out'), leaf('is_lost', '=', false)] },
			],
		};
		const wanted = (await all()).filter((row) => row.is_lost === true || row.direction === 'out');
		const found = await comagic.data('get.calls_report', { ...week, filter });
		expect(ids(found)).toEqual(ids(wanted));
	});
});

describe('pages and ranges (§B.4)', () => {
	it('limit and offset walk over all rows once', async () => {
		const params = { ...week, fields: ['id'] };
		const all = ids(await comagic.data('get.calls_report', params));
		const pages: unknown[] = [];
		for (let offset = 0; offset < all.length; offset += 5) {
			const { result } = await comagic.rpc('data', 'get.calls_report', {
				...params,
				limit: 5,
				offset,
			});
			expect(result?.metadata.total_items).toBe(all.length);
			pages.push(...ids(result?.data as Array<Record<string, unknown>>));
		}
		expect(pages).toEqual(all);
		expect(new Set(pages).size).toBe(all.length);
	});

	it('longer ranges than three months are refused', async () => {
		const said = async (date_from: string, date_till: string) =>
			await comagic.rpc('data', 'get.calls_report', { date_from, date_till });
		const fits = await said('2026-03-01 00:00:00', '2026-06-01 00:00:00');
		expect(fits.error).toBeUndefined();
		const { error } = await said('2026-03-01 00:00:00', '2026-06-01 00:00:01');
		expect(error).toMatchObject({
			message: 'Max value of requested date interval is 3 months',
			data: { mnemonic: 'date_interval_limit_reached' },
		});
		comagic.sandbox.setSwitches({ reportRange: '90days' });
		expect((await said('2026-03-01 00:00:00', '2026-06-01 00:00:00')).error).toBeDefined();
	});

	it.each([
		['get.campaign_daily_stat', 90, { site_id: 1001 }],
		['get.chat_messages_report', 30, {}],
		['get.calls', 366, { report_id: 1 }],
	])('%s: at most %i days', async (method, days, more) => {
		const params = (over: number) => ({
			...more,
			date_from: daysAgo(days + over),
			date_till: daysAgo(0),
		});
		expect((await comagic.rpc('data', method, params(0))).error).toBeUndefined();
		expect(await comagic.refusal('data', method, params(1))).toContain(
			'date_interval_limit_reached',
		);
	});

	it('the second of date_till belongs to the range, or not', async () => {
		const [first] = await comagic.data('get.calls_report', { ...week, limit: 1 });
		const moment = { date_from: first?.start_time, date_till: first?.start_time };
		expect(ids(await comagic.data('get.calls_report', moment))).toEqual([first?.id]);
		comagic.sandbox.setSwitches({ dateTillInclusive: false });
		expect(await comagic.data('get.calls_report', moment)).toEqual([]);
	});
});
