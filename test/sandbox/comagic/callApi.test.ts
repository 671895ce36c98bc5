import { daysAgo, NOW_LOCAL, useComagic } from './client';

const comagic = useComagic();
type Row = Record<string, unknown>;

const simple = {
	first_call: 'operator',
	virtual_phone_number: '74950000001',
	contact: '79150000001',
	operator: '74957770041',
};
const employee = { ...simple, operator: undefined, first_call: 'employee', employee: { id: 42 } };
const bare = { ...employee, employee: undefined };
const informer = { ...simple, operator: undefined, first_call: undefined };
const tts = { type: 'tts', value: 'One moment' };

const start = async (params: Row = simple, method = 'start.simple_call'): Promise<number> =>
	Number((await comagic.call(method, params)).call_session_id);

const live = async (): Promise<Row[]> => {
	const { result } = await comagic.rpc('call', 'list.calls');
	return result?.data as Row[];
};

const states = async (): Promise<unknown[]> => {
	const [call] = await live();
	return (call?.legs as Row[]).map(({ state }) => state);
};

describe('starting (§C.2)', () => {
	it.each<[string, Row, string]>([
		['start.simple_call', simple, 'callapi'],
		['start.employee_call', employee, 'callapi'],
		['start.scenario_call', { ...bare, scenario_id: 402 }, 'callapi_scenario_call'],
		['start.vnumber_call', bare, 'callapi'],
		['start.informer_call', { ...informer, contact_message: tts }, 'callapi_informer_call'],
	])(
		'%s answers a session that the report shows when it is over',
		async (method, params, source) => {
			const call_session_id = await start({ ...params, external_id: 'deal-9' }, method);
			expect(await live()).toMatchObject([{ call_session_id, external_id: 'deal-9' }]);
			comagic.clock.now += 60_000;
			await comagic.call('release.call', { call_session_id });
			expect(await live()).toEqual([]);
			const [call] = await comagic.data('get.calls_report', {
				date_from: daysAgo(1),
				date_till: NOW_LOCAL,
				fields: ['id', 'call_api_external_id', 'source', 'talk_duration'],
				filter: { field: 'call_api_external_id', operator: '=', value: 'deal-9' },
			});
			expect(call).toEqual({
				id: call_session_id,
				call_api_external_id: 'deal-9',
				source,
				talk_duration: 60,
			});
		},
	);

	const both = { switch_at_once: true, early_switching: true };
	it.each<[string, Row, string, number]>([
		[
			'start.simple_call',
			{ ...simple, contact: '+79150000001' },
			'invalid_parameter_value',
			-32602,
		],
		[
			'start.simple_call',
			{ ...simple, contact: '74950000002' },
			'own_virtual_phone_number_not_allowed',
			-32602,
		],
		['start.simple_call', { ...simple, contact: '79990000000' }, 'contact_in_blacklist', -32002],
		['start.vnumber_call', { ...bare, contact: '79990000000' }, 'contact_in_blacklist', -32602],
		[
			'start.simple_call',
			{ ...simple, virtual_phone_number: '74950009999' },
			'virtual_phone_number_not_found',
			-32007,
		],
		[
			'start.simple_call',
			{ ...simple, early_switching: true },
			'invalid_parameters_combination',
			-32602,
		],
		[
			'start.simple_call',
			{ ...simple, first_call: 'contact', ...both },
			'invalid_parameters_combination',
			-32602,
		],
		['start.simple_call', { ...simple, ...both }, '', 0],
		['start.simple_call', { ...simple, operator: undefined }, 'required_parameter_missed', -32602],
		['start.simple_call', { ...simple, dtmf_string: '1a' }, 'invalid_parameter_value', -32602],
		[
			'start.simple_call',
			{ ...simple, contact_message: { type: 'media', value: '9' } },
			'media_file_not_found',
			-32602,
		],
		[
			'start.simple_call',
			{ ...simple, contact_message: { type: 'tts', value: 'x'.repeat(2000) } },
			'tts_text_exceeded',
			-32602,
		],
		[
			'start.simple_call',
			{ ...simple, contact_message: { type: 'media', value: 451 } },
			'data_type_error',
			-32602,
		],
		['start.employee_call', { ...employee, employee: { id: '42' } }, 'data_type_error', -32602],
		['start.employee_call', { ...employee, employee: { id: 9 } }, 'employee_not_found', -32602],
		['start.employee_call', { ...bare, employee_id: 42 }, 'unexpected_parameters', -32602],
		['start.scenario_call', { ...bare, scenario_id: 9 }, 'scenario_not_found', -32602],
		[
			'start.informer_call',
			{ ...informer, contact_message: tts, dialing_timeout: 200 },
			'invalid_parameter_value',
			-32602,
		],
	])('%s %j: %s', async (method, params, mnemonic, code) => {
		const [said, , where] = await comagic.refusal('call', method, params);
		expect([said ?? '', where ?? 0]).toEqual([mnemonic, code]);
		expect(await live()).toHaveLength(mnemonic === '' ? 1 : 0);
	});

	it('a number without scenario and an employee without phone cannot be called', async () => {
		const { store } = comagic.sandbox;
		store.put('virtualNumbers', { ...store.get('virtualNumbers', 501), id: 501, scenarios: [] });
		store.put('employees', { ...store.get('employees', 42), id: 42, phone_numbers: [] });
		const [said, , code] = await comagic.refusal('call', 'start.vnumber_call', bare);
		expect([said, code]).toEqual(['scenario_not_found', -32007]);
		expect(await comagic.refusal('call', 'start.employee_call', employee)).toContain(
			'no_active_phone_number',
		);
	});
});

describe('managing (§C.3)', () => {
	it('holds, calls a third party, transfers', async () => {
		const call_session_id = await start();
		const does = async (method: string, params: Row = {}) =>
			await comagic.call(method, { call_session_id, ...params });
		expect(await states()).toEqual(['Разговор', 'Разговор']);
		expect(await does('hold.call', { contact_message: tts })).toEqual({ success: 'true' });
		expect(await states()).toEqual(['На удержании', 'На удержании']);
		comagic.sandbox.setSwitches({ answerAfterSeconds: 10 });
		await does('make.call', { to: '74957770043' });
		expect(await states()).toEqual(['На удержании', 'Разговор', 'Дозвон']);
		comagic.clock.now += 10_000;
		const together = 'Разговор операторов';
		expect(await states()).toEqual(['На удержании', together, together]);
		await does('transfer.talk');
		const [call] = await live();
		expect(call?.legs).toMatchObject([
			{ called_phone_number: '79150000001' },
			{ called_phone_number: '74957770043', employee_id: 43, state: 'Разговор' },
		]);
	});

	it.each([0, 10])(
		'transfers to a third party that answers after %d seconds, or goes back',
		async (answerAfterSeconds) => {
			for (const method of ['transfer.talk', 'restore.talk']) {
				const call_session_id = await start();
				await comagic.call('hold.call', { call_session_id, contact_message: tts });
				comagic.sandbox.setSwitches({ answerAfterSeconds });
				await comagic.call('make.call', { call_session_id, to: '43' });
				await comagic.call(method, { call_session_id });
				expect(await states()).toEqual(['Разговор', 'Разговор']);
				await comagic.call('release.call', { call_session_id });
				comagic.sandbox.setSwitches({ answerAfterSeconds: 0 });
			}
		},
	);

	it('goes back to the held party, or off hold', async () => {
		const call_session_id = await start();
		await comagic.call('hold.call', { call_session_id, contact_message: tts });
		await comagic.call('make.call', { call_session_id, to: '41' });
		await comagic.call('restore.talk', { call_session_id });
		expect(await states()).toEqual(['Разговор', 'Разговор']);
		await comagic.call('hold.call', { call_session_id, contact_message: tts });
		await comagic.call('unhold.call', { call_session_id });
		expect(await states()).toEqual(['Разговор', 'Разговор']);
	});

	it.each<[string, Row, string, number]>([
		['unhold.call', {}, 'invalid_state', -32004],
		['make.call', { to: '74957770043' }, 'invalid_state', -32004],
		['transfer.talk', {}, 'invalid_state', -32004],
		['restore.talk', {}, 'invalid_state', -32004],
		['hold.call', {}, 'required_parameter_missed', -32602],
		['disconnect.leg', { leg_id: 1 }, 'leg_not_found', -32602],
		['tag.call', { tag_id: 9 }, 'tag_not_found', -32602],
		['record.call', { action: 'on' }, 'record_already_started', -32602],
		['record.call', { action: 'pause' }, 'invalid_parameter_value', -32602],
		['add.coach', {}, 'coach_not_found', -32602],
		['send.dtmf', { dtmf_string: '1.2' }, 'invalid_parameter_value', -32602],
		['call.talk_option', { button: '9' }, 'talk_option_not_found', -32602],
		['release.call', { call_session_id: 1 }, 'call_session_not_found', -32602],
	])('%s %j while talking: %s', async (method, params, mnemonic, code) => {
		const call_session_id = await start();
		const [said, , where] = await comagic.refusal('call', method, { call_session_id, ...params });
		expect([said, where]).toEqual([mnemonic, code]);
	});

	it('nothing is held before somebody answers', async () => {
		comagic.sandbox.setSwitches({ answerAfterSeconds: 10 });
		const call_session_id = await start();
		expect(await states()).toEqual(['Дозвон', 'Дозвон']);
		const hold = { call_session_id, contact_message: tts };
		expect(await comagic.refusal('call', 'hold.call', hold)).toContain('invalid_state');
		comagic.clock.now += 10_000;
		await comagic.call('hold.call', hold);
	});

	it('tags and recordings of a call stand in the report', async () => {
		const call_session_id = await start();
		await comagic.call('tag.call', { call_session_id, tag_id: 105 });
		expect(await comagic.refusal('call', 'tag.call', { call_session_id, tag_id: 105 })).toContain(
			'duplicate_tag',
		);
		await comagic.call('record.call', { call_session_id, action: 'off' });
		const again = { call_session_id, action: 'off' };
		expect(await comagic.refusal('call', 'record.call', again)).toContain('record_already_stopped');
		await comagic.call('call.talk_option', { call_session_id, button: '1' });
		const [call] = await comagic.data('get.calls_report', {
			date_from: daysAgo(1),
			date_till: NOW_LOCAL,
			fields: ['tags', 'call_records'],
			filter: { field: 'id', operator: '=', value: call_session_id },
		});
		expect(call).toMatchObject({ tags: [{ tag_id: 105 }], call_records: [] });
	});

	it('dropping the contact ends the session, dropping the operator does not', async () => {
		const call_session_id = await start();
		const [call] = await live();
		const [contact, operator] = call?.legs as Row[];
		await comagic.call('disconnect.leg', { call_session_id, leg_id: operator?.leg_id });
		expect(await live()).toHaveLength(1);
		await comagic.call('disconnect.leg', { call_session_id, leg_id: contact?.leg_id });
		expect(await live()).toEqual([]);
	});

	it('blocks a contact once', async () => {
		const call_session_id = await start();
		await comagic.call('block.contact', { call_session_id });
		const again = await comagic.refusal('call', 'block.contact', { call_session_id });
		expect(again).toContain('duplicate_contact');
		expect(await comagic.refusal('call', 'start.simple_call', simple)).toContain(
			'contact_in_blacklist',
		);
	});

	it('says true as text, or as boolean', async () => {
		comagic.sandbox.setSwitches({ callSuccess: 'boolean' });
		const call_session_id = await start();
		expect(await comagic.call('release.call', { call_session_id })).toEqual({ success: true });
	});
});

describe('lists (§C.3)', () => {
	it('calls are filtered, and their start has a T or a space', async () => {
		await start();
		await start({ ...simple, virtual_phone_number: '74950000002', direction: 'out' });
		const list = async (params: Row) =>
			(await comagic.rpc('call', 'list.calls', params)).result?.data;
		expect(await list({ direction: 'out' })).toMatchObject([
			{ virtual_phone_number: '74950000002' },
		]);
		expect(await list({ virtual_phone_number: '74950000001' })).toMatchObject([
			{ start_time: '2026-06-01T15:00:00.000' },
		]);
		comagic.sandbox.setSwitches({ listCallsTime: 'space' });
		expect(await list({ direction: 'in' })).toMatchObject([{ start_time: NOW_LOCAL }]);
		const wrong = await comagic.refusal('call', 'list.calls', {
			virtual_phone_number: '84950000001',
		});
		expect(wrong).toContain('invalid_parameter_value');
	});

	it('talk options need no session', async () => {
		const { result } = await comagic.rpc('call', 'list.talk_options');
		expect((result?.data as Row[]).map(({ mnemonic }) => mnemonic)).toContain(
			'finish_conversation',
		);
	});
});
