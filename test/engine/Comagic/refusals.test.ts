import { comagicCredentials, useComagicSandbox } from '../../support/comagicSandbox';
import { plainRunner } from './plainNode';

jest.mock('../../../nodes/shared/clock', () =>
	jest.requireActual<object>('../../support/leapingSystemClock'),
);

const sandbox = useComagicSandbox({ seed: false });
const plain = plainRunner(sandbox);
const calls = (rpcMethod: string) => sandbox().requests({ rpcMethod }).length;

const START = 'call/start.simple_call';
const SIMPLE_CALL = {
	first_call: 'operator',
	virtual_phone_number: '74950000000',
	contact: '79161234567',
	operator: '74951234567',
};

describe('a refusal with HTTP 200 is told in the user’s words (fact sheet §B.6, §C.4)', () => {
	it.each<[mnemonic: string, path: string, fault: object, message: RegExp, description: RegExp]>([
		[
			'ip_not_whitelisted',
			'data/get.tags',
			{ message: 'Your IP 203.0.113.7 is not whitelisted' },
			/^The Data API of 127\.0\.0\.1 does not let requests from 203\.0\.113\.7 in$/,
			/Security rules, tab 'API'/,
		],
		[
			'ip_not_whitelisted',
			'call/list.calls',
			{ message: 'Your IP 2001:db8::7 is not whitelisted' },
			/^The Call API of 127\.0\.0\.1 does not let requests from 2001:db8::7 in$/,
			/tab 'Call API': it has a list of its own/,
		],
		['forbidden', 'data/get.tags', {}, /may not use get\.tags$/, /Give its role the right/],
		['forbidden', 'data/delete.tags', {}, /cannot be deleted/, /system tags, the campaign -1/],
		['forbidden', 'call/record.call', {}, /recording .* cannot be switched/, /force it/],
		[
			'method_component_disabled',
			'data/get.scenarios',
			{},
			/lacks the component that get\.scenarios needs/,
			/option of the tariff/,
		],
		[
			'parameter_component_disabled',
			'call/hold.call',
			{ field: 'virtual_phone_usage_rule' },
			/component that 'Virtual Phone Usage Rule' needs/,
			/Leave the field empty/,
		],
		[
			'data_type_error',
			'data/get.tags',
			{ field: 'employee.id', value: '42' },
			/^'Employee → ID' has the wrong type: 42$/,
			/Numbers have to be numbers/,
		],
		[
			'date_interval_limit_reached',
			'data/get.calls_report',
			{},
			/range of dates is longer than get\.calls_report allows/,
			/shorter range/,
		],
		[
			'required_parameter_missed',
			'data/get.tags',
			{ field: 'date_from' },
			/^'From' is missing$/,
			/get\.tags cannot do without it/,
		],
		[
			'unexpected_parameters',
			'data/get.tags',
			{ field: 'fields', value: 'nmae' },
			/^get\.tags does not know 'Fields': nmae$/,
			/Take it out/,
		],
		['account_inactive', 'data/get.tags', {}, /account at .* is locked/, /balance/],
		['access_token_expired', 'data/get.tags', {}, /has expired$/, /Make a new one/],
		['access_token_blocked', 'data/get.tags', {}, /is blocked$/, /Unblock it/],
		['call_session_not_found', 'call/hold.call', {}, /no such call going on/, /List Calls/],
		['duplicate_entity', 'data/create.tags', {}, /such a record already/, /existing one/],
		['dependency_error', 'data/disable.virtual_numbers', {}, /in use elsewhere/, /campaigns/],
		['contact_in_blacklist', START, {}, /on the blacklist/, /blacklist in the cabinet/],
		[
			'method_not_found',
			'data/get.nothing',
			{},
			/does not know the method 'get\.nothing'/,
			/spelling/,
		],
		['error', 'data/get.tags', { message: 'Так нельзя.' }, /refused get\.tags: Так нельзя$/, /./],
	])('%s at %s', async (mnemonic, path, fault, message, description) => {
		const rpcMethod = path.split('/')[1];
		sandbox().addFault({ rpcMethod, mnemonic, times: Infinity, ...fault });
		const { error } = await plain('read', path);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(description);
		expect(error?.itemIndex).toBe(0);
		expect(calls(rpcMethod ?? '')).toBe(1);
	});

	it('the same refusal with an HTTP status is told the same way', async () => {
		const body = {
			jsonrpc: '2.0',
			id: 'n8n-1',
			error: { code: -32003, message: 'Permission denied', data: { mnemonic: 'forbidden' } },
		};
		sandbox().addFault({ action: { type: 'status', status: 403, body } });
		const { error } = await plain('read', 'data/get.tags');
		expect(error?.message).toMatch(/may not use get\.tags$/);
	});

	it('the refusals of the sandbox itself are understood', async () => {
		const { error } = await plain('read', 'data/get.tags', { limit: 'many' });
		expect(error?.message).toBe("'Limit' has the wrong type: many");
	});
});

describe('a refusal that every item would meet ends the run', () => {
	it.each(['ip_not_whitelisted', 'access_token_blocked', 'account_inactive', 'auth_error'])(
		'%s',
		async (mnemonic) => {
			sandbox().addFault({ mnemonic, times: Infinity });
			const items = Array.from({ length: 20 }, () => ({}));
			const { json } = await plain(
				'read',
				'data/get.tags',
				'={"limit":{{ $itemIndex + 1 }}}',
				items,
				{ settings: { onError: 'continueRegularOutput' } },
			);
			expect(json).toHaveLength(20);
			// those under way together
			expect(sandbox().requests().length).toBeLessThanOrEqual(5);
		},
	);
});

describe('secrets', () => {
	const everything = async (path: string, fault: object, credentialFields = {}) => {
		sandbox().addFault({ times: Infinity, ...fault });
		const result = await plain('read', path, {}, [{}], {
			credentialFields,
			settings: { onError: 'continueRegularOutput' },
		});
		return JSON.stringify([result.json, result.run, result.hints]);
	};

	it('of an access token: not in messages, not in echoed values, not in what n8n records', async () => {
		const { token } = sandbox();
		const fault = {
			mnemonic: 'invalid_parameter_value',
			field: 'filter',
			value: { access_token: token, name: `x${token}` },
			message: `Not with ${token}`,
		};
		const text = await everything('data/get.tags', fault);
		expect(text).toContain('Not with …');
		expect(text).not.toContain(token);
	});

	it('of a field that is secret itself: its value is not repeated', async () => {
		const fault = {
			mnemonic: 'data_type_error',
			field: 'operator.operator_password',
			value: 'hunter2',
		};
		const text = await everything('data/create.employees', fault);
		expect(text).toContain('has the wrong type');
		expect(text).not.toContain('hunter2');
	});

	it('of login and password: not in messages', async () => {
		const { login, password } = sandbox();
		const fault = {
			rpcMethod: 'login.user',
			mnemonic: 'error',
			message: `No ${login} with ${password}`,
		};
		const text = await everything('data/get.tags', fault, { access: 'login' });
		expect(text).toContain('No … with …');
		expect(text).not.toContain(password);
	});

	it('of a session: its key is not repeated', async () => {
		const { legacyUrl, login, password } = sandbox();
		const answer = await fetch(`${legacyUrl}login/`.replace('//login', '/login'), {
			method: 'POST',
			headers: { Accept: 'application/json' },
			body: new URLSearchParams({ login, password }),
		});
		const { data } = (await answer.json()) as { data: { session_key: string } };
		const fault = { path: '/api/v1/site/', message: `111400:Bad ${data.session_key}` };
		const text = await everything('session/v1/site/', fault, { access: 'login' });
		expect(text).toContain('Bad …');
		expect(text).not.toContain(data.session_key);
	});
});

describe('what is repeated', () => {
	it.each([
		['a broken connection', { action: { type: 'reset' as const } }],
		['status 502', { action: { type: 'status' as const, status: 502 } }],
		['internal_error', { mnemonic: 'internal_error' }],
		['half an answer', { action: { type: 'truncate' as const, bytes: 20 } }],
	])('a read after %s', async (_what, fault) => {
		sandbox().addFault({ rpcMethod: 'get.tags', times: 2, ...fault });
		const { error } = await plain('read', 'data/get.tags');
		expect(error).toBeNull();
		expect(calls('get.tags')).toBe(3);
	});

	it.each([
		['a broken connection', { when: 'after' as const, action: { type: 'reset' as const } }],
		['status 504', { when: 'after' as const, action: { type: 'status' as const, status: 504 } }],
		['internal_error', { mnemonic: 'internal_error' }],
	])('no write after %s: the message says that its fate is unknown', async (_what, fault) => {
		sandbox().addFault({ rpcMethod: 'create.tags', times: Infinity, ...fault });
		const { error } = await plain('write', 'data/create.tags', { name: 'Lost' });
		expect(error?.message).toMatch(/ – whether it was carried out is unknown$/);
		expect(error?.description).toMatch(/look in the account before sending this item again/);
		expect(calls('create.tags')).toBe(1);
	});

	it('a write when the user allows it', async () => {
		sandbox().addFault({ rpcMethod: 'create.tags', action: { type: 'reset' } });
		const more = { retryCreates: true };
		const { error } = await plain('write', 'data/create.tags', { name: 'Again' }, [{}], more);
		expect(error).toBeNull();
		expect(calls('create.tags')).toBe(2);
	});

	it.each([false, true])(
		'never a call that may be ringing (Retry Creates: %s)',
		async (retryCreates) => {
			sandbox().addFault({
				rpcMethod: 'start.simple_call',
				when: 'after',
				action: { type: 'reset' },
			});
			const { error } = await plain('write', START, SIMPLE_CALL, [{}], { retryCreates });
			expect(error?.message).toMatch(/ – whether the call was started is unknown$/);
			expect(error?.description).toMatch(
				/^The answer was lost on the way, so the phone may be ringing/,
			);
			expect(calls('start.simple_call')).toBe(1);
		},
	);

	it('a call is not started again by Retry On Fail either', async () => {
		sandbox().addFault({
			rpcMethod: 'start.simple_call',
			when: 'after',
			action: { type: 'reset' },
		});
		const { tries } = await plain('write', START, SIMPLE_CALL, [{}], {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(tries).toBe(3);
		expect(calls('start.simple_call')).toBe(1);
	});
});

describe('the way to the network', () => {
	it('a host that nobody answers at', async () => {
		const { error } = await plain('read', 'data/get.tags', {}, [{}], {
			credentials: comagicCredentials(sandbox(), { dataApiUrl: 'http://127.0.0.1:9/v2.0' }),
		});
		expect(error?.message).toBe("The host '127.0.0.1' cannot be reached");
	});

	it('a web page instead of data', async () => {
		sandbox().addFault({ times: Infinity, action: { type: 'html', status: 200 } });
		const { error } = await plain('read', 'data/get.tags');
		expect(error?.message).toMatch(/answered with a web page instead of data/);
	});

	it('a redirect is not followed', async () => {
		sandbox().addFault({
			action: { type: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
		});
		const { error } = await plain('read', 'data/get.tags');
		expect(error?.message).toMatch(/leads elsewhere instead of answering/);
		expect(sandbox().requests()).toHaveLength(1);
	});

	it('plain http to another machine is refused before anything is sent', async () => {
		const { error } = await plain('read', 'data/get.tags', {}, [{}], {
			credentials: comagicCredentials(sandbox(), { dataApiUrl: 'http://example.com/v2.0' }),
		});
		expect(error?.message).toMatch(/^'Data API URL' starts with http:\/\//);
	});
});
