import { useComagic } from './client';

const comagic = useComagic();

describe('the JSON-RPC envelope (§B.1, §B.6)', () => {
	it.each<[string, unknown, string, number]>([
		['text that is not JSON', '{', 'parse_error', -32700],
		['an array', [], 'batch_opreations_not_supported', -32099],
		['no version', { id: 1, method: 'get.tags' }, 'invalid_request', -32600],
		['no id', { jsonrpc: '2.0', method: 'get.tags' }, 'notifications_not_supported', -32099],
		['an id that is an object', { jsonrpc: '2.0', id: {}, method: 'a' }, 'invalid_request', -32600],
		[
			'params in a list',
			{ jsonrpc: '2.0', id: 1, method: 'a', params: [] },
			'invalid_request',
			-32600,
		],
		['an unknown method', { jsonrpc: '2.0', id: 1, method: 'get.tag' }, 'method_not_found', -32601],
	])('refuses %s with HTTP 200, without points', async (_, body, mnemonic, code) => {
		const { error } = await comagic.post('data', body);
		expect(error).toMatchObject({ code, data: { mnemonic, metadata: {} } });
		expect(error?.data.metadata.limits).toBeUndefined();
	});

	it('echoes ids of both types, and answers lists with points and total', async () => {
		const params = { access_token: comagic.sandbox.token, limit: 2 };
		for (const id of ['a-1', 7]) {
			const answer = await comagic.post('data', { jsonrpc: '2.0', id, method: 'get.tags', params });
			expect(answer).toMatchObject({ jsonrpc: '2.0', id });
		}
		const { result } = await comagic.rpc('data', 'get.tags', { limit: 2 });
		expect(result?.data).toHaveLength(2);
		expect(result?.metadata).toMatchObject({ version: null, total_items: 6 });
		expect(result?.metadata.limits).toMatchObject({ day_limit: 1000, day_remaining: 997 });
	});

	it('spells the refusal of batches as CallGear does, when switched', async () => {
		comagic.sandbox.setSwitches({ batchSpelling: 'operations' });
		const { error } = await comagic.post('data', []);
		expect(error?.data.mnemonic).toBe('batch_operations_not_supported');
	});

	it('says that the version is deprecated, each API in its spelling, when switched', async () => {
		comagic.sandbox.setSwitches({ versionDeprecated: true });
		const versionOf = async (api: 'data' | 'call', method: string) =>
			(await comagic.rpc(api, method)).result?.metadata;
		expect(await versionOf('data', 'get.tags')).toMatchObject({
			api_version: { current_version_deprecated: true },
		});
		expect(await versionOf('call', 'list.calls')).toMatchObject({
			api_version: { current_version_depricated: true },
		});
	});

	it('takes nothing but POST', async () => {
		expect((await fetch(comagic.sandbox.dataUrl)).status).toBe(405);
	});

	it('puts values right into the result, when switched (§B.5)', async () => {
		const shape = async (name: string) =>
			(await comagic.rpc('data', 'create.contact_organizations', { name })).result;
		expect(await shape('a')).toMatchObject({ data: { id: 803 } });
		comagic.sandbox.setSwitches({ resultShape: 'documented' });
		expect(await shape('b')).toMatchObject({ id: 804 });
		const tag = { id: 101, name: 'x' };
		expect((await comagic.rpc('data', 'update.tags', tag)).result).not.toHaveProperty('data');
		const weights = { site_id: 1001 };
		const documented = await comagic.rpc('data', 'update.campaign_parameter_weights', weights);
		expect(documented.result).toHaveProperty('data');
		comagic.sandbox.setSwitches({ resultShape: 'bare' });
		const bare = await comagic.rpc('data', 'update.campaign_parameter_weights', weights);
		expect(bare.result).not.toHaveProperty('data');
		expect((await comagic.rpc('data', 'get.tags')).result?.data).toHaveLength(6);
	});
});

describe('params against the catalogue (§B.10)', () => {
	const dates = { date_from: '2026-05-01 00:00:00', date_till: '2026-05-02 00:00:00' };

	it.each<[string, Record<string, unknown>, string, string]>([
		['create.tags', {}, 'required_parameter_missed', 'name'],
		['create.tags', { name: null }, 'required_parameter_missed', 'name'],
		['create.tags', { name: 5 }, 'data_type_error', 'name'],
		['create.tags', { name: 'x', colour: 'red' }, 'unexpected_parameters', 'colour'],
		['delete.tags', { id: '101' }, 'data_type_error', 'id'],
		[
			'get.calls_report',
			{ ...dates, date_from: '2026-05-01' },
			'invalid_parameter_value',
			'date_from',
		],
		[
			'get.calls_report',
			{ ...dates, date_from: '2026-05-01T00:00:00' },
			'invalid_parameter_value',
			'date_from',
		],
		[
			'get.calls_report',
			{ ...dates, date_till: '2026-02-30 00:00:00' },
			'invalid_parameter_value',
			'date_till',
		],
		[
			'get.calls_report',
			{ ...dates, date_till: '2026-04-01 00:00:00' },
			'invalid_parameter_value',
			'date_till',
		],
		[
			'get.calls_report',
			{ ...dates, include_ongoing_calls: 'yes' },
			'data_type_error',
			'include_ongoing_calls',
		],
		[
			'set.tag_communications',
			{ communication_id: 1, communication_type: 'fax', tag_id: 1 },
			'invalid_parameter_value',
			'communication_type',
		],
		[
			'create.employees',
			{ last_name: 'x', coach: { coach_id: 'a' } },
			'data_type_error',
			'coach.coach_id',
		],
		['create.employees', { last_name: 'x', coach: { id: 4 } }, 'unexpected_parameters', 'coach.id'],
		[
			'create.employees',
			{ last_name: 'x', phone_numbers: [{}] },
			'required_parameter_missed',
			'phone_numbers.phone_number',
		],
		[
			'create.employees',
			{ last_name: 'x', phone_numbers: [{ phone_number: '7', dial_time: 500 }] },
			'invalid_parameter_value',
			'phone_numbers.dial_time',
		],
		[
			'create.contacts',
			{ last_name: 'x', phone_numbers: Array(11).fill('7') },
			'invalid_parameter_value',
			'phone_numbers',
		],
		['get.tags', { limit: '10' }, 'data_type_error', 'limit'],
		['get.tags', { limit: 10_001 }, 'invalid_parameter_value', 'limit'],
		['get.tags', { offset: 100_001 }, 'invalid_parameter_value', 'offset'],
		['get.person_visitors', { person_id: 1, limit: 5 }, 'unexpected_parameters', 'limit'],
	])('%s %j: %s', async (method, params, mnemonic, field) => {
		const [said, where, code] = await comagic.refusal('data', method, params);
		expect([said, where, code]).toEqual([mnemonic, field, -32602]);
	});

	it('demands only the id of an update, when switched', async () => {
		const params = { id: 301, first_name: 'Olya' };
		expect(await comagic.refusal('data', 'update.contacts', params)).toContain('last_name');
		comagic.sandbox.setSwitches({ updateNeeds: 'idOnly' });
		expect(await comagic.one('update.contacts', params)).toEqual({});
		const [contact] = await comagic.data('get.contacts', { limit: 1 });
		expect(contact).toMatchObject({ first_name: 'Olya', last_name: 'Petrova' });
	});

	it('cuts what is above the maximum, when switched', async () => {
		comagic.sandbox.setSwitches({ overLimit: 'clamp' });
		expect(await comagic.data('get.tags', { limit: 20_000 })).toHaveLength(6);
	});
});
