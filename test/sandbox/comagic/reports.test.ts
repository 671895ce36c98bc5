import { startComagicSandbox } from '../../../sandbox/comagic';
import { ComagicClient, daysAgo, NOW, NOW_LOCAL, useComagic } from './client';

const comagic = useComagic();
const month = { date_from: daysAgo(30), date_till: NOW_LOCAL };
const all = { date_from: daysAgo(91), date_till: NOW_LOCAL };
type Row = Record<string, unknown>;

describe('the traffic of the seed', () => {
	it('lies in the 90 days before now, and is the same after every reset', async () => {
		const read = async () => await comagic.data('get.calls_report', all);
		const calls = await read();
		expect(calls).toHaveLength(360);
		const times = calls.map(({ start_time }) => String(start_time));
		expect(times).toEqual([...times].sort());
		expect(times[0]?.slice(0, 10)).toBe(daysAgo(90).slice(0, 10));
		expect(times.at(-1)?.slice(0, 10)).toBe(daysAgo(0).slice(0, 10));
		comagic.sandbox.reset();
		expect(await read()).toEqual(calls);
	});

	it.each([
		['get.calls_report', 'start_time', 1],
		['get.call_legs_report', 'start_time', 2],
		['get.financial_call_legs_report', 'start_time', 2],
		['get.communications_report', 'date_time', 1],
		['get.goals_report', 'date_time', 1],
		['get.chats_report', 'date_time', 1],
		['get.offline_messages_report', 'date_time', 1],
		['get.visitor_sessions_report', 'date_time', 1],
		['get.chat_messages_report', 'date_time', 1],
	])('%s: days joined are the month, without gap or double', async (method, field, per) => {
		const read = async (date_from: string, date_till: string) =>
			await comagic.data(method, { date_from, date_till, fields: [field], limit: 10_000 });
		comagic.sandbox.setSwitches({ dateTillInclusive: false });
		const whole = await read(daysAgo(20), daysAgo(0));
		const days: Row[] = [];
		for (let day = 20; day > 0; day -= 1)
			days.push(...(await read(daysAgo(day), daysAgo(day - 1))));
		expect(days.length).toBeGreaterThanOrEqual(20 * per);
		expect(days).toEqual(whole);
		expect(whole.every((row) => String(row[field]) >= daysAgo(20))).toBe(true);
	});

	it('holds together: communications, legs, sessions, messages', async () => {
		const fields = [
			'id',
			'communication_id',
			'visitor_session_id',
			'start_time',
			'is_lost',
			'call_records',
		];
		const [call] = await comagic.data('get.calls_report', {
			...month,
			fields,
			filter: { field: 'is_lost', operator: '=', value: false },
			limit: 1,
		});
		const by = async (method: string, field: string, value: unknown, params: Row = month) =>
			await comagic.data(method, { ...params, filter: { field, operator: '=', value } });
		const legs = await by('get.call_legs_report', 'call_session_id', call?.id);
		expect(legs.map(({ is_operator }) => is_operator)).toEqual([false, true]);
		const found = await by('get.communications_report', 'id', call?.communication_id);
		expect(found).toMatchObject([
			{ communication_type: 'call', visitor_session_id: call?.visitor_session_id },
		]);
		const [chat] = await comagic.data('get.chats_report', { ...month, limit: 1 });
		const messages = await comagic.data('get.chat_messages_report', { chat_id: chat?.id });
		expect(messages.map(({ chat_id }) => chat_id)).toEqual(Array(4).fill(chat?.id));
	});

	it('calls in progress are added on request', async () => {
		const live = await comagic.call('start.simple_call', {
			first_call: 'operator',
			virtual_phone_number: '74950000001',
			contact: '79150000001',
			operator: '74957770041',
		});
		const read = async (more: Row) =>
			(await comagic.data('get.calls_report', { ...month, ...more, limit: 10_000 })).map(
				({ id }) => id,
			);
		expect(await read({})).not.toContain(live.call_session_id);
		expect(await read({ include_ongoing_calls: true })).toContain(live.call_session_id);
	});

	it('chat messages want a chat or dates', async () => {
		expect(await comagic.refusal('data', 'get.chat_messages_report')).toContain('chat_id');
		const half = { date_from: daysAgo(3) };
		expect(await comagic.refusal('data', 'get.chat_messages_report', half)).toContain('date_till');
	});

	it('daily statistics add up to the visits of the site', async () => {
		const period = { date_from: daysAgo(10), date_till: daysAgo(0) };
		const rows = await comagic.data('get.campaign_daily_stat', {
			...period,
			site_id: 1001,
			fields: ['date', 'campaign_id', 'visits_count'],
		});
		const visits = await comagic.data('get.visitor_sessions_report', {
			...period,
			filter: { field: 'site_id', operator: '=', value: 1001 },
		});
		const counted = rows.reduce((sum, row) => sum + Number(row.visits_count), 0);
		expect(counted).toBe(visits.length);
		expect(
			new Set(rows.map(({ date, campaign_id }) => JSON.stringify([date, campaign_id]))).size,
		).toBe(rows.length);
		expect(
			await comagic.refusal('data', 'get.campaign_daily_stat', { ...period, site_id: 9 }),
		).toContain('entity_not_found');
	});
});

describe('much traffic', () => {
	it('120,000 calls are made when they are read: all pages, each call once', async () => {
		const client = new ComagicClient();
		await client.start({ seed: { calls: 120_000, days: 30 } });
		const found = new Set<unknown>();
		for (let offset = 0; offset <= 100_000; offset += 10_000) {
			const params = {
				date_from: daysAgo(31),
				date_till: NOW_LOCAL,
				fields: ['id'],
				limit: 10_000,
				offset,
			};
			const { result } = await client.rpc('data', 'get.calls_report', params);
			expect(result?.metadata.total_items).toBe(120_000);
			for (const { id } of result?.data as Row[]) found.add(id);
		}
		await client.close();
		expect(found.size).toBe(110_000);
	});

	it('there is none with seed: false', async () => {
		const sandbox = await startComagicSandbox({ seed: false, now: () => NOW });
		expect(sandbox.store.traffic.size).toBe(0);
		expect(sandbox.store.all('sites')).toHaveLength(2);
		await sandbox.close();
	});
});
