import { NOW_LOCAL, useComagic } from './client';
import { lastWeek as week, LegacySession } from './session';

const comagic = useComagic();
const session = new LegacySession(comagic);
const get: LegacySession['get'] = async (...args) => await session.get(...args);
const rows: LegacySession['rows'] = async (...args) => await session.rows(...args);
type Row = Record<string, unknown>;

beforeEach(async () => await session.open());

describe('agency accounts (§A.5)', () => {
	beforeEach(async () => {
		await session.open(comagic.sandbox.agency);
	});

	it.each(['site', 'ac', 'tag', 'chat', 'offline_message'])(
		'%s needs customer_id',
		async (resource) => {
			const refused: Array<Record<string, string>> = [
				{},
				{ site_id: '1001' },
				{ customer_id: '1' },
			];
			for (const params of refused) {
				expect((await get(resource, params)).message).toContain('Access denied');
			}
			expect((await get(resource, { customer_id: '5002' })).success).toBe(true);
		},
	);

	it.each(['communication', 'stat', 'goal', 'call'])(
		'%s says what is missing first',
		async (resource) => {
			expect((await get(resource)).message).toContain('Missing required parameter');
			const params = { ...week, site_id: '1001' };
			expect((await get(resource, params)).message).toContain('Access denied');
			expect((await get(resource, { ...params, customer_id: '5001' })).success).toBe(true);
		},
	);

	it('see their customers, each with its own data', async () => {
		const customers = await rows('customer_list');
		expect(customers.map(({ id }) => id)).toEqual([5001, 5002]);
		const sites = await rows('site', { customer_id: '5002' });
		expect(sites[0]).toEqual({ id: 1001, domain: 'second-shop.example' });
	});
});

describe('other endpoints (§A.5)', () => {
	it('chats, messages, requests, raw calls', async () => {
		const [chat] = await rows('chat', week);
		const messages = await rows('chat_message', { chat_id: String(chat?.id) });
		expect(messages).toHaveLength(4);
		expect(await rows('chat_messages', { chat_id: String(chat?.id) })).toEqual(messages);
		comagic.sandbox.setSwitches({ chatMessagePath: 'chat_messages' });
		expect((await get('chat_message', { chat_id: String(chat?.id) })).success).toBe(false);
		expect((await rows('offline_message', week)).length).toBeGreaterThan(0);
		const [all, incoming, outgoing] = await Promise.all([
			rows('call', week),
			rows('get_cdr_in', week),
			rows('get_cdr_out', week),
		]);
		expect(incoming.length + outgoing.length).toBe(all.length);
	});

	it('visits, visitors and persons', async () => {
		const [call] = await rows('call', week);
		const visitor = String(call?.visitor_id);
		const [visit] = await rows('session_info', { session_id: String(call?.session_id) });
		expect(visit).toMatchObject({ id: call?.session_id, site_id: call?.site_id });
		const [person] = await rows('person_by_visitor', { id: visitor });
		expect(await rows('visitors_by_person', { id: String(person?.id) })).toEqual([
			{ id: Number(visitor) },
		]);
		const path = await comagic.legacy(`v1/visitor/${visitor}/`, { session_key: session.key });
		const { acs } = path.data as Row;
		expect(JSON.parse(String(acs))).toMatchObject([{ state: 'active', is_removed: false }]);
		expect(await rows('visitor', { visitor_id: visitor })).toMatchObject([{ id: Number(visitor) }]);
	});

	it('tags and sales, the misspelt path too, are what the Data API sees', async () => {
		const [communication] = await rows('communication', { ...week, site_id: '1001' });
		const object = {
			session_key: session.key,
			object_id: String(communication?.id),
			object_type: String(communication?.communication_type),
		};
		for (const [path, mark_id] of [
			['tag_communicatiom', '105'],
			['tag_communication', '106'],
			['untag_communication', '105'],
		] as const) {
			expect(await comagic.act(`v1/${path}/`, { ...object, mark_id })).toEqual({
				success: true,
				data: [],
			});
		}
		await comagic.act('v1/tag_communication_sale/', {
			...object,
			cost: '12.5',
			date_time: NOW_LOCAL,
		});
		const [found] = await comagic.data('get.communications_report', {
			date_from: '2026-05-25 00:00:00',
			date_till: NOW_LOCAL,
			fields: ['tags', 'sale_cost'],
			filter: { field: 'id', operator: '=', value: communication?.id },
		});
		const tags = (found?.tags as Row[]).map(({ tag_id }) => tag_id);
		expect(tags).toEqual(expect.arrayContaining([106, 102]));
		expect(tags).not.toContain(105);
		const sales = await rows('advertising_sales', { ...week, site_id: '1001' });
		expect(sales).toMatchObject([{ object_id: communication?.id, sale_cost: 12.5 }]);
	});

	it('creates sites and campaigns; starts calls; refuses agencies’ work to others', async () => {
		const site = await session.act('create_site', {
			domain: 'x.example',
			user_phone: '74950000001',
		});
		const { id } = site.data as Row;
		await session.act('create_ac', { site_id: String(id), name: 'A' });
		expect(await rows('ac', { site_id: String(id) })).toMatchObject([{ name: 'A' }]);
		const dial = { comagic_phone: '74950000001', user_phone: '79150000001' };
		expect((await session.act('create_dialing_operation', dial)).success).toBe(true);
		expect((await session.act('create_agent_customer', {})).message).toContain('Access denied');
		expect((await get('agent_tp')).message).toContain('Access denied');
	});
});
