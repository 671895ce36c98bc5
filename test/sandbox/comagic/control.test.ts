import { startScriptedReceiver, type Receiver } from './receiver';
import { useComagic } from './client';

const comagic = useComagic();
type Row = Record<string, unknown>;

const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
	const answer = await fetch(`${comagic.sandbox.url}/_sandbox/${path}`, {
		method,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	return await answer.json();
};

describe('the log', () => {
	it('keeps what was asked, without secrets', async () => {
		const session_key = await comagic.logIn();
		await comagic.legacy('v1/site/', { session_key });
		await comagic.rpc('data', 'get.tags', { limit: 1 });
		await comagic.rpc('call', 'release.call');
		const [login, site, tags, release] = comagic.sandbox.requests();
		expect(login).toMatchObject({
			api: 'session',
			method: 'POST',
			path: '/api/login/',
			status: 200,
		});
		expect(site).toMatchObject({ api: 'session', method: 'GET', path: '/api/v1/site/' });
		expect(tags).toMatchObject({ api: 'data', rpcMethod: 'get.tags', params: { limit: 1 } });
		expect(release).toMatchObject({ api: 'call', refusal: 'required_parameter_missed' });
		const text = JSON.stringify(comagic.sandbox.requests());
		const { token, password } = comagic.sandbox;
		for (const secret of [token, password, session_key]) expect(text).not.toContain(secret);
	});

	it('is filtered by api, method, path', async () => {
		await comagic.rpc('data', 'get.tags');
		await comagic.rpc('data', 'get.sites');
		await comagic.rpc('call', 'list.calls');
		const found = (filter: object) =>
			comagic.sandbox.requests(filter).map(({ rpcMethod }) => rpcMethod);
		expect(found({ api: 'data' })).toEqual(['get.tags', 'get.sites']);
		expect(found({ rpcMethod: 'list.calls' })).toEqual(['list.calls']);
		expect(found({ path: '/v4*' })).toEqual(['list.calls']);
		expect(await control('GET', 'requests?api=call')).toHaveLength(1);
		await control('DELETE', 'requests');
		expect(found({})).toEqual([]);
	});
});

describe('faults', () => {
	it('any mnemonic for any method, so many times, from so many on', async () => {
		comagic.sandbox.addFault({
			rpcMethod: 'get.tags',
			mnemonic: 'internal_error',
			nth: 2,
			times: 2,
		});
		const said = async () => (await comagic.refusal('data', 'get.tags'))[0];
		expect([await said(), await said(), await said(), await said()]).toEqual([
			undefined,
			'internal_error',
			'internal_error',
			undefined,
		]);
		expect((await comagic.rpc('data', 'get.sites')).error).toBeUndefined();
	});

	it.each([
		[
			'limit_exceeded',
			-32029,
			'Limit per minute has been exceeded. Value of current limit per minute is 250',
		],
		['ip_not_whitelisted', -32003, 'Your IP 127.0.0.1 is not whitelisted'],
		['date_interval_limit_reached', -32602, 'Max value of requested date interval is 3 months'],
		['tariff_restrictions', -32602, 'Tariff restrictions'],
		['account_inactive', -32009, 'Account is inactive'],
	])('%s has code and text of the API', async (mnemonic, code, message) => {
		comagic.sandbox.addFault({ mnemonic });
		expect((await comagic.rpc('data', 'get.tags')).error).toMatchObject({ code, message });
	});

	it('a used-up budget shows in the points', async () => {
		const params = { limit_type: 'day', limit_max_value: 1000 };
		comagic.sandbox.addFault({ mnemonic: 'limit_exceeded', params });
		const { error } = await comagic.rpc('data', 'get.tags');
		expect(error?.data.metadata.limits).toMatchObject({ day_remaining: 0, minute_remaining: 250 });
	});

	it('take field, value, params and code from the order', async () => {
		const said = { field: 'site_id', value: 'x', params: { a: 1 }, code: -1 };
		comagic.sandbox.addFault({ api: 'data', mnemonic: 'forbidden', ...said });
		const { error } = await comagic.rpc('data', 'get.tags');
		expect(error).toMatchObject({
			code: -1,
			data: { field: 'site_id', value: 'x', params: { a: 1 } },
		});
	});

	it('after a write: carried out, and answered with a fault', async () => {
		comagic.sandbox.addFault({
			rpcMethod: 'create.tags',
			mnemonic: 'internal_error',
			when: 'after',
		});
		expect((await comagic.refusal('data', 'create.tags', { name: 'Kept' }))[0]).toBe(
			'internal_error',
		);
		expect(comagic.sandbox.store.all('tags').map(({ name }) => name)).toContain('Kept');
	});

	it('messages of the Session API', async () => {
		const session_key = await comagic.logIn();
		comagic.sandbox.addFault({
			api: 'session',
			path: '/api/v1/site/',
			message: '102401:Unauthorized',
		});
		const answer = await comagic.legacy('v1/site/', { session_key });
		expect(answer).toEqual({ success: false, message: '102401:Unauthorized' });
		expect((await comagic.legacy('v1/site/', { session_key })).success).toBe(true);
	});

	it('status codes, broken and cut answers', async () => {
		const ask = async () =>
			await fetch(comagic.sandbox.dataUrl, {
				method: 'POST',
				body: '{"jsonrpc":"2.0","id":1,"method":"get.x"}',
			});
		comagic.sandbox.addFault({
			action: { type: 'status', status: 503, headers: { 'retry-after': '1' } },
		});
		const refused = await ask();
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
		comagic.sandbox.addFault({ action: { type: 'html', status: 502 } });
		expect((await ask()).headers.get('content-type')).toContain('text/html');
		comagic.sandbox.addFault({ action: { type: 'truncate', bytes: 5 }, when: 'after' });
		expect(await (await ask()).text()).toBe('{"jso');
		comagic.sandbox.addFault({ action: { type: 'reset' } });
		await expect(ask()).rejects.toThrow();
	});

	it('are taken and cleared by the control API', async () => {
		expect(await control('POST', 'faults', {})).toHaveProperty('detail');
		await control('POST', 'faults', { api: 'data', mnemonic: 'internal_error', times: 'Infinity' });
		expect((await comagic.refusal('data', 'get.tags'))[0]).toBe('internal_error');
		await control('DELETE', 'faults');
		expect((await comagic.refusal('data', 'get.tags'))[0]).toBeUndefined();
	});
});

describe('state and conditions', () => {
	it('tells addresses and keys, shows and resets records', async () => {
		const { dataUrl, callUrl, legacyUrl, token } = comagic.sandbox;
		const info = (await control('GET', 'info')) as { comagic: Row };
		expect(info.comagic).toMatchObject({ dataUrl, callUrl, legacyUrl, token });
		await comagic.one('create.tags', { name: 'x' });
		expect(await control('GET', 'state/tags')).toHaveLength(7);
		await control('POST', 'reset');
		expect(await control('GET', 'state/tags')).toHaveLength(6);
		expect(await control('GET', 'state/nothing')).toHaveProperty('detail');
	});

	it('switches, limits and sessions', async () => {
		expect(await control('PATCH', 'switches', { nope: 1 })).toEqual({
			detail: "Unknown switch 'nope'",
		});
		expect(await control('PATCH', 'switches', { disabledComponents: 'va' })).toEqual({
			detail: "Switch 'disabledComponents' is a list",
		});
		expect(await control('PATCH', 'switches', { resultShape: 'bare' })).toMatchObject({
			resultShape: 'bare',
		});
		await control('POST', 'limits', { perMinute: 1 });
		await comagic.rpc('data', 'get.tags');
		expect((await comagic.refusal('data', 'get.tags'))[0]).toBe('limit_exceeded');
		await comagic.logIn();
		expect(await control('GET', 'sessions')).toEqual({ session: 1, data: 0, call: 0 });
		await control('DELETE', 'sessions');
		expect(comagic.sandbox.openSessions().session).toBe(0);
	});
});

describe('recordings (§B.8)', () => {
	const record = '0123456789abcdef0123456789abcdef';
	it.each([
		[`/system/media/talk/500000001/${record}/`, 'audio/mpeg', 'ff'],
		[`/system/media/voice_mail/500000001/${record}/`, 'audio/mpeg', 'ff'],
		[`/system/media/wav/500000001/${record}/`, 'audio/wav', '52'],
		[`/500000001/${record}`, 'audio/mpeg', 'ff'],
	])('%s is %s', async (path, type, firstByte) => {
		const answer = await fetch(`${comagic.sandbox.url}${path}`);
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
		const bytes = Buffer.from(await answer.arrayBuffer());
		expect(bytes.toString('hex', 0, 1)).toBe(firstByte);
		expect(comagic.sandbox.requests()).toEqual([]);
	});

	it('need a login, when switched; others are not found', async () => {
		const status = async (path: string) => (await fetch(`${comagic.sandbox.url}${path}`)).status;
		expect(await status('/system/media/talk/1/nothing/')).toBe(404);
		comagic.sandbox.setSwitches({ mediaNeedsLogin: true });
		expect(await status(`/system/media/talk/500000001/${record}/`)).toBe(401);
	});
});

describe('notifications (§D)', () => {
	let receiver: Receiver;
	beforeEach(async () => {
		receiver = await startScriptedReceiver();
	});
	afterEach(async () => await receiver.close());

	const template =
		'{"event": {{notification_mnemonic}}, "id": {{call_session_id}}, "who": {{contact_full_name}}, "odd": "{{no_such_thing}}"}';

	it('POST: values as JSON, unknown placeholders as they are', async () => {
		const delivered = await comagic.sandbox.notify({
			url: receiver.url,
			template,
			event: 'CALL_END',
			values: { call_session_id: 7, contact_full_name: 'Анна "A" Ли' },
		});
		expect(delivered).toMatchObject({ status: 200 });
		const [request] = receiver.requests;
		expect(request).toMatchObject({ method: 'POST', type: 'application/json' });
		expect(JSON.parse(request?.body ?? '')).toEqual({
			event: 'CALL_END',
			id: 7,
			who: 'Анна "A" Ли',
			odd: '{{no_such_thing}}',
		});
		expect(
			await comagic.data('get.notifications', {
				report_id: 1,
				date_from: '2026-06-01 00:00:00',
				date_till: '2026-06-02 00:00:00',
				fields: ['event_type', 'notification_channel'],
			}),
		).toEqual([{ event_type: 'CALL_END', notification_channel: 'http_request' }]);
	});

	it('GET: values in the query, quoted as JSON or plain', async () => {
		const order = {
			url: `${receiver.url}?token=s`,
			method: 'GET' as const,
			template: 'name={{contact_full_name}}&id={{call_session_id}}',
			values: { contact_full_name: 'A & B', call_session_id: 7 },
		};
		await comagic.sandbox.notify(order);
		await comagic.sandbox.notify({ ...order, plainQuery: true });
		expect(receiver.requests.map(({ method, query }) => [method, query])).toEqual([
			['GET', { token: 's', name: '"A & B"', id: '7' }],
			['GET', { token: 's', name: 'A & B', id: '7' }],
		]);
	});

	it('missing values are null; the latest call fills in the rest', async () => {
		await control('POST', 'notifications', {
			url: receiver.url,
			template: '[{{lost_reason}},{{virtual_phone_number}},{{communication_number}}]',
			values: { lost_reason: null },
		});
		const [reason, number, communication] = JSON.parse(
			receiver.requests[0]?.body ?? '',
		) as unknown[];
		expect([reason, communication]).toEqual([null, null]);
		expect(number).toMatch(/^7495000000\d$/);
		expect(await control('POST', 'notifications', {})).toHaveProperty('detail');
	});
});
