import { daysAgo, NOW_LOCAL, useComagic } from './client';
import { startScriptedReceiver } from './receiver';

const comagic = useComagic();
type Row = Record<string, unknown>;
const all = { date_from: daysAgo(91), date_till: NOW_LOCAL, limit: 10_000 };

async function someCall(): Promise<{ communication_id: unknown; communication_type: 'call' }> {
	const fields = ['communication_id', 'tags'];
	const calls = await comagic.data('get.calls_report', { ...all, fields });
	const untagged = calls.find(({ tags }) => Array.isArray(tags) && tags.length === 0);
	return { communication_id: untagged?.communication_id, communication_type: 'call' };
}

async function tagsOf(communication_id: unknown): Promise<unknown[]> {
	const filter = { field: 'communication_id', operator: '=', value: communication_id };
	const [call] = await comagic.data('get.calls_report', { ...all, fields: ['tags'], filter });
	const tags = call?.tags as Row[];
	return tags.map(({ tag_id }) => tag_id);
}

describe('tagging (§B.7, §B.8)', () => {
	it('sets, unsets and replaces the tags of a communication', async () => {
		const call = await someCall();
		await comagic.one('set.tag_communications', { ...call, tag_id: 101 });
		await comagic.one('set.tag_communications', { ...call, tag_id: 101 });
		expect(await tagsOf(call.communication_id)).toEqual([101]);
		const replaced = await comagic.one('update.tags_communication', {
			...call,
			tag_ids: [104, 105],
		});
		expect(replaced).toMatchObject({ items: [{ id: 104 }, { id: 105 }] });
		await comagic.one('unset.tag_communications', { ...call, tag_id: 104 });
		expect(await tagsOf(call.communication_id)).toEqual([105]);
		const items = [{ ...call, tag_id: 106 }];
		expect(await comagic.one('set.communications_tags', { items, tag_ids: [101] })).toEqual({
			success: 'true',
		});
		expect(await tagsOf(call.communication_id)).toEqual([105, 101, 106]);
		const report = await comagic.data('get.communications_report', {
			...all,
			fields: ['tags'],
			filter: { field: 'id', operator: '=', value: call.communication_id },
		});
		expect(report).toMatchObject([{ tags: [{ tag_id: 105 }, { tag_id: 101 }, { tag_id: 106 }] }]);
	});

	it.each<[string, Row, string, string]>([
		['set.tag_communications', { tag_id: 9 }, 'entity_not_found', 'tag_id'],
		[
			'set.tag_communications',
			{ tag_id: 101, communication_id: 1 },
			'entity_not_found',
			'communication_id',
		],
		[
			'set.tag_communications',
			{ tag_id: 101, communication_type: 'chat' },
			'entity_not_found',
			'communication_id',
		],
		['unset.tag_communications', { tag_id: 101 }, 'entity_not_found', 'tag_id'],
	])('%s %j: %s', async (method, params, mnemonic, field) => {
		const call = await someCall();
		const said = await comagic.refusal('data', method, { ...call, ...params });
		expect(said).toEqual([mnemonic, field, -32602]);
	});

	it('the replacing method has one spelling, the other when switched', async () => {
		const params = { ...(await someCall()), tag_ids: [] };
		const said = async (method: string) => (await comagic.refusal('data', method, params))[0];
		expect(await said('update.tags_communications')).toBe('method_not_found');
		comagic.sandbox.setSwitches({ tagsMethod: 'plural' });
		expect(await said('update.tags_communication')).toBe('method_not_found');
		expect(await said('update.tags_communications')).toBeUndefined();
	});

	it('a sale puts its tag, date and value; removing the tag removes the sale', async () => {
		const call = await someCall();
		const sale = { ...call, date_time: NOW_LOCAL, transaction_value: 950.5, comment: 'Gate' };
		const filter = { field: 'communication_id', operator: '=', value: call.communication_id };
		const fields = ['sale_date', 'sale_cost', 'tags'];
		const read = async () =>
			(await comagic.data('get.calls_report', { ...all, fields, filter }))[0];
		expect(typeof (await comagic.one('set.tag_sales', sale)).id).toBe('number');
		expect(await read()).toMatchObject({
			sale_date: NOW_LOCAL,
			sale_cost: 950.5,
			tags: [{ tag_id: 102 }],
		});
		await comagic.one('unset.tag_communications', { ...call, tag_id: 102 });
		expect(await read()).toMatchObject({ sale_date: null, sale_cost: null, tags: [] });
	});

	it('a sale is not before its communication, its comment not longer than 255', async () => {
		const sale = { ...(await someCall()), date_time: '2020-01-01 00:00:00', transaction_value: 1 };
		expect(await comagic.refusal('data', 'set.tag_sales', sale)).toContain('invalid_date_time');
		const long = { ...sale, date_time: NOW_LOCAL, comment: 'x'.repeat(256) };
		expect(await comagic.refusal('data', 'set.tag_sales', long)).toContain('comment');
	});
});

describe('uploads (§B.8)', () => {
	const call = {
		ext_id: 'pbx-1',
		calling_phone_number: '79150001234',
		called_phone_number: '74950000001',
		start_time: '2026-05-20 10:00:00',
		finish_time: '2026-05-20 10:02:00',
		is_lost: false,
		site_id: 1001,
	};
	const dates = { date_from: '2026-05-20 00:00:00', date_till: '2026-05-21 00:00:00' };

	it('calls appear in both reports, once for each external id', async () => {
		const tags = [{ tag_name: 'From PBX' }];
		expect(await comagic.one('upload.calls', { calls: [{ ...call, tags }] })).toEqual({
			success: 'true',
		});
		await comagic.one('upload.calls', { calls: [call, { ...call, ext_id: 'pbx-2' }] });
		const filter = { field: 'source', operator: '=', value: 'upload_calls' };
		const fields = ['ext_id', 'tags', 'contact_phone_number', 'site_id'];
		const rows = await comagic.data('get.calls_report', { ...dates, filter, fields });
		expect(rows).toMatchObject([
			{
				ext_id: 'pbx-1',
				contact_phone_number: '79150001234',
				site_id: 1001,
				tags: [{ tag_name: 'From PBX' }],
			},
			{ ext_id: 'pbx-2', tags: [] },
		]);
		const uploaded = await comagic.data('get.uploaded_calls', { ...dates, report_id: 1 });
		expect(uploaded).toMatchObject([
			{ ext_id: 'pbx-1', status: 'processed' },
			{ ext_id: 'pbx-2', status: 'processed' },
		]);
		const byExtId = { communication_ext_id: 'pbx-2', communication_type: 'call', tag_id: 101 };
		expect(await comagic.one('set.tag_communications', byExtId)).toEqual({});
	});

	it('lie in the range that begins with them, and not in the one that ends with them', async () => {
		await comagic.one('upload.calls', { calls: [call] });
		comagic.sandbox.setSwitches({ dateTillInclusive: false });
		const filter = { field: 'source', operator: '=', value: 'upload_calls' };
		const read = async (date_from: string, date_till: string) =>
			await comagic.data('get.calls_report', { date_from, date_till, filter });
		const at = call.start_time;
		expect(await read(at, '2026-05-20 10:00:01')).toHaveLength(1);
		expect(await read('2026-05-20 09:00:00', at)).toHaveLength(0);
	});

	it('tells the callback what it asked for', async () => {
		const receiver = await startScriptedReceiver();
		const callback = { url: receiver.url, events: ['processed'] };
		await comagic.one('upload.calls', { calls: [{ ...call, callback }] });
		await receiver.until(1);
		await receiver.close();
		expect(JSON.parse(receiver.requests[0]?.body ?? '')).toEqual({
			ext_id: 'pbx-1',
			call_session_id: '380000000',
			status: 'processed',
			timestamp: '2026-06-01 12:00:00',
			error_message: null,
			error_code: null,
		});
		expect(receiver.requests).toHaveLength(1);
	});

	const record = { employee_name: 'x', record_url: 'https://files.example/a.wav' };
	it.each<[string, Row[], string]>([
		['51 calls', Array.from({ length: 51 }, () => call), 'data_limit_exceeded'],
		['too many bytes', [{ ...call, comment: 'x'.repeat(530_000) }], 'data_limit_exceeded'],
		[
			'both kinds of records',
			[{ ...call, wav_records: [{ ...record, employee_channel: 'left' }], mp3_records: [record] }],
			'invalid_parameters_combination',
		],
		[
			'an end before the start',
			[{ ...call, finish_time: '2026-05-20 09:00:00' }],
			'invalid_date_time',
		],
		[
			'a number with a plus',
			[{ ...call, calling_phone_number: '+79150001234' }],
			'invalid_parameter_value',
		],
		[
			'an empty called number of an incoming call',
			[{ ...call, called_phone_number: '' }],
			'invalid_parameter_value',
		],
	])('%s are refused', async (_, calls, mnemonic) => {
		expect((await comagic.refusal('data', 'upload.calls', { calls }))[0]).toBe(mnemonic);
		expect(comagic.sandbox.store.calls).toEqual([]);
	});

	const message = {
		date_time: '2026-05-20 10:00:00',
		phone: '79150001234',
		message: 'Hi',
		site_id: 1001,
	};

	it('requests get ids in order, appear in the report and can be deleted', async () => {
		const offline_messages = [message, { ...message, message: 'Two', campaign_id: 2001 }];
		const rows = await comagic.data('upload.offline_messages', { offline_messages });
		const filter = { field: 'form_type', operator: '=', value: 'DataAPI' };
		const read = async () =>
			await comagic.data('get.offline_messages_report', { ...dates, filter });
		expect((await read()).map(({ id, text }) => [id, text])).toEqual([
			[rows[0]?.id, 'Hi'],
			[rows[1]?.id, 'Two'],
		]);
		expect(await comagic.one('delete.offline_messages', { id: rows[0]?.id })).toEqual({
			success: 'true',
		});
		expect(await read()).toHaveLength(1);
		const [seeded] = await comagic.data('get.offline_messages_report', { ...all, limit: 1 });
		const refused = await comagic.refusal('data', 'delete.offline_messages', { id: seeded?.id });
		expect(refused).toContain('entity_not_found');
	});

	it.each<[string, Row, string]>([
		['nobody to answer', { phone: undefined }, 'offline_messages.phone'],
		['no place', { site_id: undefined }, 'offline_messages.visitor_session_id'],
		[
			'campaign -1 without site',
			{ site_id: undefined, campaign_id: -1 },
			'offline_messages.site_id',
		],
		['the future', { date_time: '2026-06-02 00:00:00' }, 'offline_messages.date_time'],
		['an unknown site', { site_id: 9 }, 'offline_messages.site_id'],
		['a campaign of another site', { campaign_id: 2003 }, 'offline_messages.campaign_id'],
	])('requests with %s are refused', async (_, fields, field) => {
		const offline_messages = [message, { ...message, ...fields }];
		const said = await comagic.refusal('data', 'upload.offline_messages', { offline_messages });
		expect(said[1]).toBe(field);
		expect(comagic.sandbox.store.offlineMessages).toEqual([]);
	});

	it('chats come with their messages', async () => {
		const messages = [
			{ date_time: '2026-05-20 10:00:00', source: 'visitor', message: 'Hello' },
			{ date_time: '2026-05-20 10:00:30', source: 'operator', employee_id: 41, message: 'Yes?' },
		];
		const chat = {
			start_date_time: '2026-05-20 10:00:00',
			email: 'a@b.example',
			status: 'succeed',
			site_id: 1001,
			messages,
		};
		const [uploaded] = await comagic.data('upload.chats', { chats: [chat] });
		const read = await comagic.data('get.chat_messages_report', { chat_id: uploaded?.id });
		expect(read.map(({ text, employee_id }) => [text, employee_id])).toEqual([
			['Hello', null],
			['Yes?', 41],
		]);
		await comagic.one('delete.chats', { id: uploaded?.id });
	});

	it('sessions answer pairs, costs add up', async () => {
		const session = {
			ext_id: 's1',
			site_id: 1001,
			date_time: '2026-05-20 10:00:00',
			is_visitor_new: true,
			visitor_ip_address: '192.0.2.1',
		};
		const rows = await comagic.data('upload.sessions', {
			sessions: [session, { ...session, ext_id: 's2' }],
		});
		expect(rows.map(({ ext_id }) => ext_id)).toEqual(['s1', 's2']);
		const cost = { campaign_id: 2001, site_id: 1001, cost: 5, ...dates };
		await comagic.one('upload.campaign_costs', { costs: [cost, cost] });
		const campaigns = await comagic.data('get.campaigns', {
			filter: { field: 'id', operator: '=', value: 2001 },
		});
		expect(campaigns[0]?.costs).toBe(10);
	});
});
