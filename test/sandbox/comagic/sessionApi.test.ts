import { useComagic, type LegacyAnswer } from './client';
import { lastWeek as week, LegacySession } from './session';

const comagic = useComagic();
const session = new LegacySession(comagic);
const get: LegacySession['get'] = async (...args) => await session.get(...args);
const rows: LegacySession['rows'] = async (...args) => await session.rows(...args);
type Row = Record<string, unknown>;

beforeEach(async () => await session.open());

describe('conventions (§A.1)', () => {
	it('wants the slash at the end', async () => {
		const url = `${comagic.sandbox.legacyUrl}v1/site?session_key=${session.key}`;
		expect((await fetch(url, { headers: { accept: 'application/json' } })).status).toBe(404);
	});

	it.each([
		['text/html', false],
		['', false],
		['application/json', true],
		['application/json, text/plain, */*', true],
		['*/*', true],
	])('Accept %j: %s', async (accept, success) => {
		const url = `${comagic.sandbox.legacyUrl}v1/site/?session_key=${session.key}`;
		const answer = (await (await fetch(url, { headers: { accept } })).json()) as LegacyAnswer;
		expect(answer.success).toBe(success);
		if (!success) expect(answer.message).toBe('111406:Not Acceptable');
	});

	it('does not take wildcards, when switched', async () => {
		comagic.sandbox.setSwitches({ acceptWildcard: false });
		const url = `${comagic.sandbox.legacyUrl}v1/site/?session_key=${session.key}`;
		const answer = await fetch(url, { headers: { accept: '*/*' } });
		expect(await answer.json()).toEqual({ success: false, message: '111406:Not Acceptable' });
	});

	it('answers XML by header or parameter', async () => {
		const url = `${comagic.sandbox.legacyUrl}v1/site/?session_key=${session.key}`;
		const byHeader = await (await fetch(url, { headers: { accept: 'application/xml' } })).text();
		const byParam = await (await fetch(`${url}&accept=application/xml`)).text();
		expect(byHeader).toBe(byParam);
		expect(byHeader).toContain(
			'<root><success type="bool">true</success><data type="list"><item type="dict"><id type="int">1001</id>',
		);
	});

	it('reads parameters from query, form and multipart body, of any verb', async () => {
		const { login, password, legacyUrl } = comagic.sandbox;
		const headers = { accept: 'application/json' };
		const form = new FormData();
		form.set('login', login);
		form.set('password', password);
		const asked = [
			await fetch(`${legacyUrl}login/?login=${encodeURIComponent(login)}&password=${password}`, {
				headers,
			}),
			await fetch(`${legacyUrl}login/`, { method: 'POST', headers, body: form }),
			await fetch(`${legacyUrl}login/`, {
				method: 'POST',
				headers,
				body: new URLSearchParams({ login, password }),
			}),
		];
		for (const answer of asked) expect(await answer.json()).toMatchObject({ success: true });
		const posted = await comagic.act('v1/site/', { session_key: session.key, action: 'GET' });
		expect(posted).toMatchObject({ success: true, data: [{ id: 1001 }, { id: 1002 }] });
	});

	it.each([
		['call', {}, 'Missing required parameter date_from'],
		['call', { date_from: '2026-05-01' }, 'Missing required parameter date_till'],
		['communication', week, 'Missing required parameter site_id'],
		['goal', week, 'Missing required parameter site_id'],
		['stat', week, 'Missing required parameter site_id'],
		['nothing', {}, 'Not Found'],
	])('%s with %j is told: %s', async (resource, params, text) => {
		const { success, message } = await get(resource, params);
		expect([success, message]).toEqual([false, expect.stringContaining(text)]);
	});
});

describe('sessions (§A.2)', () => {
	it('have keys of 32 hexadecimal characters and end after three hours', async () => {
		expect(session.key).toMatch(/^[0-9a-f]{32}$/);
		comagic.clock.now += 10_799_000;
		expect((await get('site')).success).toBe(true);
		comagic.clock.now += 1000;
		expect(await get('site')).toEqual({ success: false, message: '102401:Unauthorized' });
	});

	it('are prolonged by every call, when switched', async () => {
		comagic.sandbox.setSwitches({ slidingSession: true });
		comagic.clock.now += 10_000_000;
		await get('site');
		comagic.clock.now += 10_000_000;
		expect((await get('site')).success).toBe(true);
	});

	it('end with logout', async () => {
		expect(await comagic.legacy('logout/', { session_key: session.key })).toEqual({
			success: true,
			data: [],
		});
		expect((await get('site')).message).toBe('102401:Unauthorized');
		expect(comagic.sandbox.openSessions().session).toBe(0);
	});

	it('are not opened with a wrong password', async () => {
		const { login } = comagic.sandbox;
		const { success, message } = await comagic.act('login/', { login, password: 'x' });
		expect([success, message]).toEqual([false, expect.stringContaining('Wrong login or password')]);
	});
});

describe('the methods of the reference client (§A.3)', () => {
	it('calls have the documented fields, and links without a scheme', async () => {
		const calls = await rows('call', week);
		const all = await comagic.data('get.calls_report', {
			date_from: '2026-05-25 00:00:00',
			date_till: '2026-05-31 23:59:59',
		});
		expect(calls.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
		const host = new URL(comagic.sandbox.url).host;
		for (const call of calls) {
			const { status, file_link } = call;
			const links = file_link as string[];
			expect(links.length > 0).toBe(status === 'normal');
			for (const link of links) {
				expect(link.startsWith(`//${host}/system/media/talk/`)).toBe(true);
			}
		}
		expect(Object.keys(calls[0] ?? {})).toEqual(
			expect.arrayContaining([
				'call_date',
				'session_start',
				'numa',
				'numb',
				'wait_time',
				'duration',
				'operator_name',
				'coach_name',
				'scenario_name',
				'is_transfer',
				'tags',
				'site_id',
				'ac_id',
				'visitor_id',
				'visits_count',
				'session_id',
				'direction',
				'last_query',
				'is_visitor_by_numa',
			]),
		);
	});

	it('date_till does not belong to the range, and can have a time', async () => {
		const dates = (calls: Row[]) => calls.map(({ call_date }) => String(call_date));
		const days = dates(await rows('call', { date_from: '2026-05-30', date_till: '2026-05-31' }));
		expect(days.every((day) => day.startsWith('2026-05-30'))).toBe(true);
		expect(days.length).toBeGreaterThan(0);
		const hours = { date_from: '2026-05-30 00:00:00', date_till: '2026-05-31 00:00:00' };
		expect(dates(await rows('call', hours))).toEqual(days);
		expect((await get('call', { date_from: 'x', date_till: 'y' })).message).toContain('date_from');
		expect(days[0]).toMatch(/\.000$/);
		comagic.sandbox.setSwitches({ callDateMilliseconds: false });
		expect(dates(await rows('call', hours))[0]).not.toContain('.');
	});

	it.each(['site_id', 'ac_id', 'visitor_id', 'direction', 'numa', 'numb', 'id'])(
		'calls are filtered by %s',
		async (name) => {
			const all = await rows('call', week);
			const wanted = String(all[3]?.[name]);
			const found = await rows('call', { ...week, [name]: wanted });
			expect(found).toEqual(all.filter((call) => String(call[name]) === wanted));
			expect(found.length).toBeLessThan(all.length);
		},
	);

	it('calls are filtered by tag', async () => {
		const found = await rows('call', {
			date_from: '2026-03-10',
			date_till: '2026-06-01',
			tag_id: '101',
		});
		expect(found.length).toBeGreaterThan(0);
		expect(found.every(({ tags }) => (tags as number[]).includes(101))).toBe(true);
	});

	it('communications leave out what is not targeted and later ones, as asked', async () => {
		const params = { ...week, site_id: '1001' };
		const all = await rows('communication', params);
		expect(new Set(all.map(({ communication_type }) => communication_type)).size).toBe(4);
		const first = await rows('communication', { ...params, only_first: 'True' });
		expect(first.length).toBeLessThan(all.length);
		const call = all.find(({ communication_type }) => communication_type === 'call');
		await comagic.act('v1/tag_communication/', {
			...{
				session_key: session.key,
				object_id: String(call?.id),
				object_type: 'call',
				mark_id: '103',
			},
		});
		expect(await rows('communication', params)).toHaveLength(all.length - 1);
		expect(await rows('communication', { ...params, show_not_goal: '1' })).toHaveLength(all.length);
	});

	it.each(['call', 'chat', 'offline_message'])(
		'a %s is tagged by the id of its own list',
		async (kind) => {
			const params = { ...week, site_id: '1001' };
			const [record] = await rows(kind, params);
			const object = { object_id: String(record?.id), object_type: kind, mark_id: '106' };
			await comagic.act('v1/tag_communication/', { session_key: session.key, ...object });
			const tagged = await rows('communication', { ...params, tag_id: '106', show_not_goal: '1' });
			const kinds = tagged.filter((row) => row.session_id === record?.session_id);
			expect(kinds.map((row) => row.communication_type)).toContain(kind);
			const wrong = { session_key: session.key, ...object, object_id: '1' };
			expect(await comagic.act('v1/tag_communication/', wrong)).toMatchObject({ success: false });
		},
	);

	it('goals by their id; statistics are one row whose days add up', async () => {
		const goals = await rows('goal', { ...week, site_id: '1001' });
		const [one] = await rows('goal', { ...week, site_id: '1001', id: String(goals[0]?.id) });
		expect(one).toEqual(goals[0]);
		const count = async (date_from: string, date_till: string) => {
			const [stat, ...more] = await rows('stat', { date_from, date_till, site_id: '1001' });
			expect(more).toEqual([]);
			return Number(stat?.visits_count);
		};
		const days = [25, 26, 27, 28, 29, 30, 31];
		let sum = 0;
		for (const day of days) {
			const next = day === 31 ? '2026-06-01' : `2026-05-${day + 1}`;
			sum += await count(`2026-05-${day}`, next);
		}
		expect(sum).toBe(await count('2026-05-25', '2026-06-01'));
	});

	it('sites, tags and campaigns have id and name', async () => {
		expect(await rows('site')).toEqual([
			{ id: 1001, domain: 'shop.example' },
			{ id: 1002, domain: 'service.example' },
		]);
		expect((await rows('tag'))[0]).toEqual({ id: 101, name: 'VIP' });
		expect(await rows('ac', { site_id: '1002' })).toEqual([
			{ id: 2003, name: 'Search ads' },
			{ id: 2004, name: 'Newsletter' },
		]);
		expect(await rows('customer_list')).toEqual([]);
	});
});
