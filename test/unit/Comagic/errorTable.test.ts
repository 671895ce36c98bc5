import {
	errorTable,
	explain,
	waitText,
	withoutSecrets,
} from '../../../nodes/Comagic/transport/errorTable';
import type { Failure } from '../../../nodes/Comagic/transport/failure';

const failure = (more: Partial<Failure> = {}): Failure => ({
	api: 'data',
	method: 'get.tags',
	kind: 'GET',
	host: 'dataapi.comagic.ru',
	brand: 'Comagic',
	status: 200,
	said: '',
	params: {},
	body: null,
	retryAfterMs: null,
	sent: true,
	...more,
});

const around = (labels: Record<string, string> = {}, secrets: string[] = []) => ({
	secrets,
	labelOf: (field: string) => labels[field] ?? null,
});

const told = (more: Partial<Failure>, labels = {}, secrets: string[] = []) =>
	explain(failure(more), around(labels, secrets));

/** Documented names (fact sheet §B.6, §C.4); `forbidden` has rows by method as well. */
const MNEMONICS = [
	...['parse_error', 'invalid_request', 'method_not_found', 'data_type_error'],
	...['required_parameter_missed', 'invalid_parameter_value', 'unexpected_parameters'],
	...['invalid_parameters_combination', 'sort_prohibited', 'filter_prohibited'],
	...['date_interval_limit_reached', 'entity_not_found', 'dependency_error', 'forbidden'],
	...['duplicate_entity', 'campaign_is_inactive', 'invalid_date_time', 'data_limit_exceeded'],
	...['tariff_restrictions', 'already_in_use', 'invalid_state', 'internal_error'],
	...['access_token_expired', 'access_token_blocked', 'access_token_invalid', 'auth_error'],
	...['ip_not_whitelisted', 'virtual_phone_number_not_found', 'method_component_disabled'],
	...['parameter_component_disabled', 'account_inactive', 'limit_exceeded'],
	...['batch_opreations_not_supported', 'notifications_not_supported'],
	...['call_session_not_found', 'component_disabled', 'tts_text_exceeded'],
	...['media_file_not_found', 'employee_not_found', 'no_active_phone_number'],
	...['own_virtual_phone_number_not_allowed', 'character_encoding_not_allowed'],
	...['coach_not_found', 'duplicate_contact', 'talk_option_not_found', 'leg_not_found'],
	...['record_already_started', 'record_already_stopped', 'tag_not_found', 'duplicate_tag'],
	...['scenario_not_found', 'contact_in_blacklist'],
];

describe('the error table', () => {
	it.each(MNEMONICS)('explains %s in words of its own', (mnemonic) => {
		const { message, description } = told({ mnemonic, field: 'x', said: 'Text of the service' });
		expect(message).not.toMatch(/refused get\.tags: |did not succeed/);
		expect(message).not.toMatch(/\{\w+\}/);
		expect(description).not.toMatch(/\{\w+\}/);
		expect(description.length).toBeGreaterThan(20);
	});

	it('has rows with names of their own', () => {
		const names = errorTable.map(({ name }) => name);
		expect(names).toEqual([...new Set(names)]);
	});

	it('uses the placeholders it knows, and never blames', () => {
		const known = /\{(?:api|brand|host|method|status|field|value|ip|limit|wait|text|said)\}/g;
		for (const { message, description } of errorTable) {
			expect(`${message} ${description}`.replace(known, '')).not.toMatch(/[{}]/);
			expect(message).not.toMatch(/\b(?:error|problem|failure|mistake)\b/i);
		}
	});

	it('names the field as the form does', () => {
		const refusal = { mnemonic: 'required_parameter_missed', field: 'date_from' };
		expect(told(refusal, { date_from: 'From' }).message).toBe("'From' is missing");
		expect(told(refusal).message).toBe("'Date From' is missing");
	});

	it.each([200, 400, 404])('tells a named refusal alike with status %s', (status) => {
		const refusal = { status, mnemonic: 'brand_new', said: 'Tag is bad' };
		expect(told(refusal)).toMatchObject({
			message: 'Comagic refused get.tags: Tag is bad',
			endsRun: false,
		});
		expect(told({ ...refusal, field: 'name', value: 'x' }).message).toBe(
			"Comagic refused 'Name': x: Tag is bad",
		);
	});

	it.each([200, 429])('tells of the points of the minute with status %s', (status) => {
		const said = 'Limit per minute has been exceeded';
		const { message } = told({ status, mnemonic: 'limit_exceeded', said });
		expect(message).toBe('The points of the Data API for this minute are used up');
	});

	it.each([
		['entity_not_found', 'A parameter names no record of the account'],
		['required_parameter_missed', 'A parameter is missing'],
		['sort_prohibited', 'get.tags cannot sort by a parameter'],
	])('does without the field of %s', (mnemonic, message) => {
		expect(told({ mnemonic }).message).toBe(message);
	});

	it('leaves no gap where words fall away', () => {
		const lost = failure({ status: 502, said: 'Bad gateway' });
		expect(explain(lost, around(), false).description).toBe(
			"The service is overloaded or under maintenance. The service says: 'Bad gateway'.",
		);
	});

	it('knows a nested field by its parts', () => {
		const refusal = { mnemonic: 'data_type_error', field: 'phone_numbers.0.dial_time', value: 'x' };
		expect(told(refusal).message).toBe("'Phone Numbers → Dial Time' has the wrong type: x");
	});

	it('shortens long values', () => {
		const refusal = { mnemonic: 'data_type_error', field: 'a', value: 'y'.repeat(500) };
		expect(told(refusal).message.length).toBeLessThan(130);
	});

	it.each([
		['Your IP 203.0.113.7 is not whitelisted', '203.0.113.7'],
		['Your IP 2001:db8::1 is not whitelisted', '2001:db8::1'],
		['Ваш IP-адрес 203.0.113.7 не в списке', '203.0.113.7'],
	])('finds the address in %j', (said, address) => {
		expect(told({ mnemonic: 'ip_not_whitelisted', said }).message).toContain(address);
	});

	it('finds the address among the substitutions of the message', () => {
		const failure = { mnemonic: 'ip_not_whitelisted', said: 'No', params: { ip: '203.0.113.7' } };
		expect(told(failure).message).toContain('203.0.113.7');
	});

	it('does without an address that is not told', () => {
		const { message } = told({ mnemonic: 'ip_not_whitelisted', said: 'Not whitelisted' });
		expect(message).toBe('The Data API of Comagic does not let requests from this machine in');
	});

	it('tells which brand has another portal when a token is not accepted', () => {
		const { description, endsRun } = told({ mnemonic: 'access_token_invalid' });
		expect(description).toMatch(/a key of UIS is not valid at Comagic/);
		expect(endsRun).toBe(true);
	});
});

describe('secrets', () => {
	it('are masked in every form', () => {
		const text = 'a s3cret b s3%2Fcret c';
		expect(withoutSecrets(text, ['s3cret', 's3%2Fcret'])).toBe('a … b … c');
	});

	it('that are parts of each other are masked as a whole', () => {
		expect(withoutSecrets('secretsecret2', ['secret', 'secretsecret2'])).toBe('…');
	});

	it('of one to three characters would mask ordinary words', () => {
		expect(withoutSecrets('an answer', ['an'])).toBe('an answer');
	});

	it('look like keys: 32 hexadecimal digits and more', () => {
		expect(withoutSecrets(`key ${'0a1f'.repeat(18)}!`, [])).toBe('key …!');
	});

	it('echoed in an object are left out by name', () => {
		const value = { password: 'hunter2', nested: { access_token: 'abcdef' }, name: 'Ana' };
		const { message } = told({ mnemonic: 'data_type_error', field: 'x', value });
		expect(message).toContain('Ana');
		expect(message).not.toMatch(/hunter2|abcdef/);
	});
});

describe('how long to wait', () => {
	it.each([
		[null, 'in a few minutes'],
		[1, 'in 1 second'],
		[40_000, 'in 40 seconds'],
		[89_001, 'in 2 minutes'],
		[600_000, 'in 10 minutes'],
		[40_000_000, 'in 12 hours'],
	])('%s ms is %s', (ms, text) => {
		expect(waitText(ms)).toBe(text);
	});
});
