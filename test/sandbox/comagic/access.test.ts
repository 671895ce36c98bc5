import { useComagic } from './client';

const comagic = useComagic({ limits: { perDay: 12, perMinute: 5 } });

describe('tokens (§B.2, §C.1)', () => {
	it.each(['data', 'call'] as const)('%s: a session ends after an hour', async (api) => {
		const { login, password } = comagic.sandbox;
		const params = { login, password };
		const answer = await comagic.post(api, { jsonrpc: '2.0', id: 1, method: 'login.user', params });
		const { access_token, expire_at } = answer.result?.data as Record<string, unknown>;
		expect(String(access_token)).toMatch(/^[0-9a-f]{72}$/);
		expect(expire_at).toBe(comagic.clock.now / 1000 + 3600);
		expect(comagic.sandbox.openSessions()[api]).toBe(1);
		const method = api === 'data' ? 'get.tags' : 'list.calls';
		expect((await comagic.rpc(api, method, { access_token })).error).toBeUndefined();
		comagic.clock.now += 3_600_000;
		expect(await comagic.refusal(api, method, { access_token })).toEqual([
			'access_token_invalid',
			undefined,
			-32001,
		]);
	});

	it('logout ends a session: data {} here, data {success: true} there', async () => {
		for (const [api, data] of [
			['data', {}],
			['call', { success: true }],
		] as const) {
			const { login, password } = comagic.sandbox;
			const body = { jsonrpc: '2.0', id: 1, method: 'login.user', params: { login, password } };
			const { result } = await comagic.post(api, body);
			const { access_token } = result?.data as Record<string, unknown>;
			const answer = await comagic.rpc(api, 'logout.user', { access_token });
			expect(answer.result?.data).toEqual(data);
			const [mnemonic] = await comagic.refusal(api, 'logout.user', { access_token });
			expect(mnemonic).toBe('access_token_invalid');
		}
		expect(comagic.sandbox.openSessions()).toEqual({ session: 0, data: 0, call: 0 });
	});

	it('names the end `expire`, when switched', async () => {
		comagic.sandbox.setSwitches({ expiryKey: 'expire' });
		const { login, password } = comagic.sandbox;
		const body = { jsonrpc: '2.0', id: 1, method: 'login.user', params: { login, password } };
		expect((await comagic.post('data', body)).result?.data).toHaveProperty('expire');
	});

	it('sessions are of one API only', async () => {
		const { login, password } = comagic.sandbox;
		const body = { jsonrpc: '2.0', id: 1, method: 'login.user', params: { login, password } };
		const { result } = await comagic.post('data', body);
		const { access_token } = result?.data as Record<string, unknown>;
		const [mnemonic] = await comagic.refusal('call', 'list.calls', { access_token });
		expect(mnemonic).toBe('access_token_invalid');
	});

	it('refuses dated, blocked, unknown and absent keys, and wrong passwords', async () => {
		const { expired, blocked } = comagic.sandbox.refusedTokens;
		const said = async (access_token: unknown) =>
			(await comagic.refusal('data', 'get.tags', { access_token }))[0];
		expect(await said(expired)).toBe('access_token_expired');
		expect(await said(blocked)).toBe('access_token_blocked');
		expect(await said('nonsense')).toBe('access_token_invalid');
		expect(await said(undefined)).toBe('required_parameter_missed');
		expect(await said(5)).toBe('data_type_error');
		const params = { login: comagic.sandbox.login, password: 'wrong' };
		const answer = await comagic.post('data', {
			jsonrpc: '2.0',
			id: 1,
			method: 'login.user',
			params,
		});
		expect(answer.error).toMatchObject({ code: -32001, data: { mnemonic: 'auth_error' } });
	});
});

describe('conditions of the account (§B.2)', () => {
	it.each([
		['data', { dataIpBlocked: true }, 'ip_not_whitelisted', -32003],
		['call', { callIpBlocked: true }, 'ip_not_whitelisted', -32003],
		['data', { accountInactive: true }, 'account_inactive', -32009],
		['call', { accountInactive: true }, 'account_inactive', -32009],
		['data', { disabledComponents: ['va'] }, 'method_component_disabled', -32008],
		['call', { disabledComponents: ['callapi_base'] }, 'component_disabled', -32008],
		['data', { forbiddenMethods: ['get.scenarios'] }, 'forbidden', -32003],
	] as const)('%s with %j: %s', async (api, switches, mnemonic, code) => {
		comagic.sandbox.setSwitches(switches);
		const method = api === 'data' ? 'get.scenarios' : 'list.calls';
		expect(await comagic.refusal(api, method)).toEqual([mnemonic, undefined, code]);
	});

	it('names the address that is not on the list; the lists are separate', async () => {
		comagic.sandbox.setSwitches({ callIpBlocked: true });
		const { error } = await comagic.rpc('call', 'list.calls');
		expect(error?.message).toBe('Your IP 127.0.0.1 is not whitelisted');
		expect((await comagic.rpc('data', 'get.tags')).error).toBeUndefined();
	});
});

describe('agencies (§B.2)', () => {
	const agency = () => comagic.sandbox.agency;

	it('see customers and users, and work for one of them', async () => {
		const access_token = agency().token;
		const customers = await comagic.data('get.customers', { access_token });
		expect(customers.map(({ id }) => id)).toEqual(agency().customers.map(({ id }) => id));
		const users = await comagic.data('get.customer_users', { access_token });
		const [, second] = users;
		const sites = await comagic.data('get.sites', { access_token, user_id: second?.id });
		expect(sites[0]).toMatchObject({ domain_name: 'second-shop.example' });
		expect((await comagic.data('get.sites'))[0]).toMatchObject({ domain_name: 'shop.example' });
	});

	it('have to say for whom, with a number that exists', async () => {
		const access_token = agency().token;
		const said = async (user_id?: unknown) =>
			await comagic.refusal('data', 'get.sites', { access_token, user_id });
		expect(await said()).toEqual(['required_parameter_missed', 'user_id', -32602]);
		expect(await said('6001')).toEqual(['data_type_error', 'user_id', -32602]);
		expect(await said(1)).toEqual(['invalid_parameter_value', 'user_id', -32602]);
		comagic.sandbox.setSwitches({ agentNeedsUserId: false });
		expect(await said()).toEqual([undefined, undefined, undefined]);
	});

	it('say it to the Data API only: the Call API has no such parameter (§C)', async () => {
		const access_token = agency().token;
		const said = async (params: object) =>
			await comagic.refusal('call', 'list.calls', { access_token, ...params });
		expect(await said({})).toEqual([undefined, undefined, undefined]);
		expect(await said({ user_id: 6001 })).toEqual(['unexpected_parameters', 'user_id', -32602]);
	});

	it('methods of agencies are none of a client, and the other way round', async () => {
		expect(await comagic.refusal('data', 'get.customers')).toContain('forbidden');
		const access_token = agency().token;
		expect(await comagic.refusal('data', 'get.account', { access_token })).toContain('forbidden');
	});
});

describe('points (§B.3)', () => {
	const remaining = async () => (await comagic.rpc('data', 'get.tags')).result?.metadata.limits;

	it('are charged for success only, and come back with the next minute', async () => {
		expect(await remaining()).toMatchObject({ minute_remaining: 4, day_remaining: 11 });
		const { error } = await comagic.rpc('data', 'create.tags');
		expect(error?.data.metadata.limits).toMatchObject({ minute_remaining: 4, day_remaining: 11 });
		for (let used = 1; used < 5; used += 1) await remaining();
		const refused = (await comagic.rpc('data', 'get.tags')).error;
		expect(refused).toMatchObject({
			code: -32029,
			message: 'Limit per minute has been exceeded. Value of current limit per minute is 5',
			data: { mnemonic: 'limit_exceeded', params: { limit_type: 'minute', limit_max_value: 5 } },
		});
		comagic.clock.now += (refused?.data.metadata.limits?.minute_reset ?? 0) * 1000;
		expect(await remaining()).toMatchObject({ minute_remaining: 4, day_remaining: 6 });
	});

	it('of the day run out, too; upload.calls weighs five', async () => {
		comagic.sandbox.setLimits({ perMinute: 100 });
		const times = { start_time: '2026-05-01 10:00:00', finish_time: '2026-05-01 10:01:00' };
		const call = {
			ext_id: 'a',
			calling_phone_number: '79150000001',
			called_phone_number: '74950000001',
			is_lost: false,
			...times,
		};
		const upload = async () => await comagic.rpc('data', 'upload.calls', { calls: [call] });
		expect((await upload()).result?.metadata.limits).toMatchObject({ day_remaining: 7 });
		await upload();
		expect((await upload()).error?.data.params).toEqual({ limit_type: 'day', limit_max_value: 12 });
	});

	it('of both APIs are counted apart', async () => {
		for (let used = 0; used < 5; used += 1) await remaining();
		expect((await comagic.rpc('call', 'list.calls')).error).toBeUndefined();
	});
});
