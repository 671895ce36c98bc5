import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { shown } from '../../../../nodes/shared/shown';
import {
	accountTime,
	comagicRunner,
	paramsOf,
	rpcCalls,
	useComagicSandbox,
} from '../../../support/comagicSandbox';

const sandbox = useComagicSandbox({ seed: { calls: 800, days: 130 } });
const run = comagicRunner(sandbox, 'report');

/** The last ten days of the seeded account, on its clock. */
const range = (): { from: string; till: string } => ({
	from: accountTime(Date.now(), -10),
	till: accountTime(Date.now()),
});

interface ReportCase {
	operation: string;
	method: string;
	parameters?: INodeParameters;
	params?: IDataObject;
}

const CASES: ReportCase[] = [
	{ operation: 'calls', method: 'get.calls_report' },
	{ operation: 'callLegs', method: 'get.call_legs_report' },
	{ operation: 'communications', method: 'get.communications_report' },
	{ operation: 'goals', method: 'get.goals_report' },
	{ operation: 'chats', method: 'get.chats_report' },
	{ operation: 'chatMessages', method: 'get.chat_messages_report' },
	{ operation: 'offlineMessages', method: 'get.offline_messages_report' },
	{ operation: 'visitorSessions', method: 'get.visitor_sessions_report' },
	{ operation: 'financialCallLegs', method: 'get.financial_call_legs_report' },
	{ operation: 'callTrackingSummary', method: 'get.ct_summary_report' },
	{
		operation: 'callTrackingCampaigns',
		method: 'get.ct_ac_summary_report',
		parameters: { siteId: { __rl: true, mode: 'id', value: '1001' } },
		params: { site_id: 1001 },
	},
	{
		operation: 'campaignDailyStat',
		method: 'get.campaign_daily_stat',
		parameters: { siteId: { __rl: true, mode: 'id', value: '1001' } },
		params: { site_id: 1001 },
	},
];

it.each(CASES)(
	'$operation asks $method for its range and gives an item for each row',
	async ({ operation, method, parameters = {}, params = {} }) => {
		const { from, till } = range();
		const { items } = await run(operation, {
			dateFrom: from,
			dateTo: till,
			limit: 7,
			...parameters,
		});
		expect(paramsOf(sandbox(), method)).toEqual({
			date_from: from,
			date_till: till,
			limit: 7,
			...params,
		});
		expect(items.length).toBeGreaterThan(0);
		expect(items.length).toBeLessThanOrEqual(7);
		for (const { json, pairedItem } of items) {
			expect(Object.keys(json).length).toBeGreaterThan(1);
			expect(pairedItem).toEqual({ item: 0 });
		}
	},
);

it('sends columns, conditions and order as the list grammar has them', async () => {
	const { from, till } = range();
	await run('calls', {
		dateFrom: from,
		dateTo: till,
		fields: ['id', 'start_time', 'tags', 'talk_duration'],
		filters: {
			combine: 'or',
			conditions: {
				number: [{ field: 'talk_duration', operator: '>=', value: '30' }],
				choice: [{ field: 'direction', operator: 'in', value: 'in, out' }],
				yesNo: [{ field: 'is_lost', operator: 'equals', value: 'true' }],
				text: [{ field: 'virtual_phone_number', operator: 'like', value: '7495%' }],
				list: [{ field: 'tags', operator: 'is_not_null', value: '' }],
			},
			filterJson:
				'{"condition":"and","filters":[{"field":"site_id","operator":"=","value":"1001"},{"field":"campaign_id","operator":"!=","value":-1}]}',
		},
		sort: { rule: [{ field: 'start_time', order: 'desc' }] },
	});
	expect(paramsOf(sandbox(), 'get.calls_report')).toEqual({
		date_from: from,
		date_till: till,
		limit: 50,
		fields: ['id', 'start_time', 'tags', 'talk_duration'],
		filter: {
			condition: 'or',
			filters: [
				{ field: 'talk_duration', operator: '>=', value: 30 },
				{ field: 'direction', operator: 'in', value: ['in', 'out'] },
				{ field: 'is_lost', operator: '=', value: true },
				{ field: 'virtual_phone_number', operator: 'like', value: '7495%' },
				{ field: 'tags', operator: 'is_not_null', value: null },
				{
					condition: 'and',
					filters: [
						{ field: 'site_id', operator: '=', value: 1001 },
						{ field: 'campaign_id', operator: '!=', value: -1 },
					],
				},
			],
		},
		sort: [{ field: 'start_time', order: 'desc' }],
	});
});

it('takes a last day without a time as a whole, and tells dates with an offset in the zone', async () => {
	await run('calls', {
		dateFrom: '2026-11-01T00:00:00+00:00',
		dateTo: '2026-11-03',
		options: { timeZone: 'Europe/Moscow' },
	});
	expect(paramsOf(sandbox(), 'get.calls_report')).toMatchObject({
		date_from: '2026-11-01 03:00:00',
		date_till: '2026-11-04 00:00:00',
	});
});

it.each([true, false])(
	'gives every call of 120 days once, whether date_till is part of the range: %s',
	async (dateTillInclusive) => {
		sandbox().setSwitches({ dateTillInclusive, reportRange: '90days' });
		const from = accountTime(Date.now(), -120);
		const till = accountTime(Date.now());
		const { items } = await run('calls', { dateFrom: from, dateTo: till, returnAll: true });
		const calls = rpcCalls(sandbox(), { rpcMethod: 'get.calls_report' });
		expect(calls.length).toBe(2);
		const ids = items.map(({ json }) => json.id);
		expect(new Set(ids).size).toBe(ids.length);
		const times = items.map(({ json }) => shown(json.start_time));
		expect(times).toEqual([...times].sort());
		expect(ids.length).toBeGreaterThan(500);
	},
);

it('adds English words and absolute links on request', async () => {
	const { from, till } = range();
	const { items } = await run('calls', {
		dateFrom: from,
		dateTo: till,
		fields: ['id', 'communication_id', 'call_records', 'visitor_type'],
		returnAll: true,
		options: { englishValues: true, recordingLinks: true },
	});
	const recorded = items.find(({ json }) => (json.call_records as unknown[]).length > 0)?.json;
	expect(recorded?.call_records_links).toEqual([
		`${new URL(sandbox().url).origin}/system/media/talk/${shown(recorded?.communication_id)}/${String((recorded?.call_records as unknown[])[0])}/`,
	]);
	const words = new Set(
		items.map(({ json }) => `${shown(json.visitor_type)} = ${shown(json.visitor_type_en)}`),
	);
	expect(words).toContain('Новый = New');
});

it.each([
	[{}, true],
	[{ recordingLinks: false }, false],
])(
	'gives recordings as absolute links unless they are switched off: %j',
	async (options, linked) => {
		const { from, till } = range();
		const talks = {
			conditions: { yesNo: [{ field: 'is_lost', operator: 'equals', value: 'false' }] },
		};
		const parameters = { dateFrom: from, dateTo: till, filters: talks, limit: 1, options };
		const { json } = await run('calls', parameters);
		const links = json[0]?.call_records_links;
		if (linked) expect(links).toEqual([expect.stringContaining('/system/media/talk/')]);
		else expect(links).toBeUndefined();
	},
);

it.each([
	[['id', 'call_records'], {}, ['id', 'call_records', 'communication_id']],
	[['id', 'call_records'], { recordingLinks: false }, ['id', 'call_records']],
	[['id'], {}, ['id']],
	[['id'], { downloadRecordings: true }, ['id', 'call_records', 'communication_id']],
])('asks with the columns %j and %j for what links are made of', async (fields, options, asked) => {
	const { from, till } = range();
	await run('calls', { dateFrom: from, dateTo: till, fields, options });
	expect(paramsOf(sandbox(), 'get.calls_report').fields).toEqual(asked);
});

it('loads recordings as files on request', async () => {
	const { from, till } = range();
	const { items } = await run('calls', {
		dateFrom: from,
		dateTo: till,
		filters: { conditions: { yesNo: [{ field: 'is_lost', operator: 'equals', value: 'false' }] } },
		limit: 3,
		options: { downloadRecordings: true },
	});
	expect(items).toHaveLength(3);
	for (const { json, binary } of items) {
		expect(json.recordings_not_loaded).toBeUndefined();
		expect(binary?.recording_1?.mimeType).toMatch(/^audio\//);
	}
});

it('tells on its own item why a recording was not loaded', async () => {
	sandbox().setSwitches({ mediaNeedsLogin: true });
	const { from, till } = range();
	const { items } = await run('calls', {
		dateFrom: from,
		dateTo: till,
		filters: { conditions: { yesNo: [{ field: 'is_lost', operator: 'equals', value: 'false' }] } },
		limit: 1,
		options: { downloadRecordings: true },
	});
	expect(items[0]?.binary).toBeUndefined();
	expect(JSON.stringify(items[0]?.json.recordings_not_loaded)).toContain('/system/media/talk/');
});

it.each([
	[
		'an unknown column',
		{ fields: ['start_tim'] },
		"'Field Names or IDs' does not exist in get.calls_report: start_tim",
	],
	[
		'an operator the type does not allow',
		{ filters: { conditions: { number: [{ field: 'id', operator: 'like', value: '7%' }] } } },
		"'Filters' cannot use the operator like with the field id",
	],
	[
		'a field that cannot be filtered by',
		{ filters: { filterJson: '{"field":"start_time","operator":">","value":"2026-01-01"}' } },
		"'Filters' cannot use the field start_time in get.calls_report",
	],
	[
		'a number that is none',
		{ filters: { conditions: { number: [{ field: 'id', operator: 'equals', value: 'x' }] } } },
		"'Filters: id' is not a number: x",
	],
	[
		'a field that cannot be sorted by',
		{ sort: { rule: [{ field: 'id', order: 'asc' }] } },
		"'Sort' cannot use id in get.calls_report",
	],
	['no start', { dateFrom: '={{ $json.none }}' }, "'Date From' is empty"],
	['no date', { dateFrom: 'yesterday' }, `'Date From' takes a date, not "yesterday"`],
	['a range the wrong way round', { dateTo: '2020-01-01' }, "'Date From' is later than 'Date To'"],
	[
		'a range the wrong way round by a day',
		{ dateFrom: '2026-11-21', dateTo: '2026-11-20' },
		"'Date From' is later than 'Date To': 2026-11-21 00:00:00, 2026-11-20",
	],
	[
		'no zone',
		{ dateFrom: '2026-01-01T00:00:00Z', options: { timeZone: 'Mars' } },
		"'Time Zone' does not exist: Mars",
	],
])('refuses %s before anything is sent', async (_name, parameters, message) => {
	const { from, till } = range();
	const { error } = await run('calls', { dateFrom: from, dateTo: till, ...parameters });
	expect(error?.message).toContain(message);
	expect(rpcCalls(sandbox())).toEqual([]);
});

it.each([
	[{}, "'Date From', 'Date To' and the chat are all empty"],
	[{ dateFrom: '2026-11-01' }, "Only one of 'Date From' and 'Date To' is filled"],
])('refuses chat messages of no chat and no dates', async (parameters, message) => {
	const { error } = await run('chatMessages', parameters);
	expect(error?.message).toContain(message);
});

it('refuses to add up statistics over more than 90 days', async () => {
	const { error } = await run('campaignDailyStat', {
		dateFrom: '2026-01-01',
		dateTo: '2026-06-01',
		siteId: { __rl: true, mode: 'id', value: 1001 },
	});
	expect(error?.message).toContain('longer than the 90 days this statistic allows');
});
