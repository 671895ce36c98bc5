import {
	decodeRequest,
	type Incoming,
	type Notification,
} from '../../../../nodes/Comagic/webhook/decode/decodeRequest';
import { textLike } from '../../../support/partial';

const RULES = { timezone: 'Europe/Moscow', links: { origin: 'https://app.uiscom.ru' } };

const decode = (incoming: Partial<Incoming>, rules = RULES) =>
	decodeRequest({ query: '', body: Buffer.alloc(0), contentType: '', ...incoming }, rules);

const all = (body: string | Buffer, contentType = ''): Notification[] =>
	decode({ body: Buffer.from(body), contentType }).notifications;

function only(found: Notification[]): Notification {
	const [first] = found;
	if (!first || found.length > 1) throw new Error(`${found.length} notifications`);
	return first;
}

const dataOf = (fields: object) => only(all(JSON.stringify(fields))).data;

describe('one shape, whatever the template looks like', () => {
	const SAME = { call_session_id: 5, contact_id: 8, employee_full_name: 'Ivan', file_duration: 71 };

	test.each<[string, Partial<Incoming>]>([
		[
			'flat JSON',
			{
				body: Buffer.from(
					'{"call_session_id":5,"contact_id":8,"employee_full_name":"Ivan","file_duration":71}',
				),
			},
		],
		[
			'nested JSON',
			{
				body: Buffer.from(
					'{"call_session_id":5,"contact_info":{"contact_id":8},"employee_info":{"employee_full_name":"Ivan"},"call_info":{"call_record_file_info":{"file_duration":71}}}',
				),
			},
		],
		[
			'quoted placeholders',
			{
				body: Buffer.from(
					'{"call_session_id":"5","contact_id":"8","employee_full_name":""Ivan"","file_duration":"71"}',
				),
			},
		],
		[
			'camel case',
			{
				body: Buffer.from(
					'{"callSessionId":5,"contactId":8,"employeeFullName":"Ivan","fileDuration":71}',
				),
			},
		],
		[
			'a form',
			{
				body: Buffer.from(
					'call_session_id=5&contact_id=8&employee_full_name=%22Ivan%22&file_duration=71',
				),
				contentType: 'application/x-www-form-urlencoded',
			},
		],
		[
			'a form with brackets',
			{
				body: Buffer.from(
					'call_session_id=5&contact_info[contact_id]=8&employee_info[employee_full_name]=Ivan&a=1&file_duration=71',
				).subarray(0),
			},
		],
		[
			'a query',
			{ query: 'call_session_id=5&contact_id=8&employee_full_name=Ivan&file_duration=71' },
		],
		[
			'a query that lacks an &',
			{ query: 'call_session_id=5&contact_id=8employee_full_name=%22Ivan%22&file_duration=71' },
		],
		[
			'half a query, half a body',
			{
				query: 'call_session_id=5',
				body: Buffer.from('{"contact_id":8,"employee_full_name":"Ivan","file_duration":71}'),
			},
		],
		[
			'JSON in one field of a form',
			{
				body: Buffer.from(
					`payload=${encodeURIComponent('{"call_session_id":5,"contact_id":8,"employee_full_name":"Ivan","file_duration":71}')}`,
				),
			},
		],
		[
			'the whole body in quotes',
			{
				body: Buffer.from(
					JSON.stringify(
						'{"call_session_id":5,"contact_id":8,"employee_full_name":"Ivan","file_duration":71}',
					),
				),
			},
		],
	])('%s', (_what, incoming) => {
		expect(only(decode(incoming).notifications).data).toMatchObject(SAME);
	});

	test('the short names of a hand-written template are known', () => {
		expect(
			dataOf({
				name: 'A',
				at: '1',
				from: 79,
				to: 74,
				contact: 79,
				virtualNumber: 74,
				recording: '//a.ru/1',
			}),
		).toEqual({
			notification_name: 'A',
			notification_time: '1',
			calling_phone_number: '79',
			called_phone_number: '74',
			contact_phone_number: '79',
			virtual_phone_number: '74',
			file_link: 'https://a.ru/1',
		});
	});

	test('objects in lists are typed and stay where they are', () => {
		expect(
			dataOf({ messages: [{ visitor_id: '5', text: 12, time: '2026-01-01 12:00:00' }] }),
		).toEqual({
			messages: [
				{
					visitor_id: 5,
					text: '12',
					time: '2026-01-01 12:00:00',
					time_iso: '2026-01-01T09:00:00.000Z',
				},
			],
		});
	});
});

describe('nothing takes the place of something else', () => {
	test.each<[string, object, object]>([
		[
			'the same value twice',
			{ contact_id: 8, contact_info: { contact_id: '8' } },
			{ contact_id: 8 },
		],
		[
			'short names below others',
			{ crm: { name: 'A', to: 5 }, messages: [{ name: 'B', from: 1 }] },
			{ crm_name: 'A', crm_to: 5, messages: [{ name: 'B', from: 1 }] },
		],
		['names of the user below others', { crm: { deal: { id: 5 } } }, { crm_deal_id: 5 }],
		[
			'two values',
			{ contact_id: 8, contact_info: { contact_id: 9 } },
			{ contact_id: 8, contact_info_contact_id: 9 },
		],
		['an empty object', { visitor_info: {} }, { visitor_info: {} }],
	])('%s', (_what, fields, data) => {
		expect(dataOf(fields)).toEqual(data);
	});

	test.each([
		['{"a":1,"a":2,"a":3}', { a: 1, a_2: 2, a_3: 3 }],
		['a=1&a=2&a=1', { a: '1', a_2: '2' }],
	])('a repeated name: %s', (body, data) => {
		expect(only(all(body)).data).toEqual(data);
	});

	test('a value of the query that differs from the body has a name of its own', () => {
		const { notifications } = decode({ query: 'a=1&b=2', body: Buffer.from('{"a":"3","b":"2"}') });

		expect(only(notifications).data).toEqual({ a: '3', b: '2', query_a: '1' });
	});

	test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('the name %s', (name) => {
		const { data } = only(all(`{"${name}": {"x": 1}, "b": [{"${name}": 2}], "${name}": 3}`));

		expect(JSON.stringify(data)).toContain('3');
		expect(Reflect.get({}, 'x')).toBeUndefined();
		expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
	});
});

describe('placeholders nobody filled', () => {
	test.each([
		[
			'{"a": {{talk}}, "b": "{{wait}}", "c": [{{leg}}], "d": {"e": "{{f}}"}, "g": 1}',
			['f', 'leg', 'talk', 'wait'],
		],
		['a={{talk}}&b=%7B%7Bwait%7D%7D&g=1', ['talk', 'wait']],
	])('are left out and listed: %s', (body, missing) => {
		const one = only(all(body));

		expect([...one.missing].sort()).toEqual(missing);
		expect(Object.keys(one.data)).not.toContain('a');
		expect(Number(one.data.g)).toBe(1);
	});

	test('are no reason to call the notification unreadable', () => {
		expect(only(all('{"call_session_id": {{call_session_id}}}'))).toMatchObject({
			event: 'other',
			missing: ['call_session_id'],
		});
	});

	test('inside of a longer text stay there', () => {
		expect(dataOf({ title: 'Call {{x}} of today' })).toEqual({ title: 'Call {{x}} of today' });
	});
});

describe('values in quotes too many', () => {
	test.each<[unknown, unknown]>([
		['"Ivan"', 'Ivan'],
		[String.raw`"LLC \"A\""`, 'LLC "A"'],
		['"A" and "B"', '"A" and "B"'],
		['""', ''],
		['"', '"'],
		['null', null],
		['nullable', 'nullable'],
	])('%j is %j', (value, mended) => {
		expect(dataOf({ contact_full_name: value })).toEqual({ contact_full_name: mended });
	});
});

describe('what cannot be read is an event of its own', () => {
	test.each([
		['no body', '', /neither a body nor parameters/],
		['an empty object', '{}', /no values/],
		['an empty list', '[]', /no values/],
		['XML', '<call id="5"/>', /neither JSON nor a form/],
		['text', 'hello', /neither JSON nor a form/],
		['JSON that cannot be repaired', '{"a" 1}', /cannot be read/],
		['a list of numbers', '[1,2]', /cannot be read/],
		[
			'too many notifications',
			JSON.stringify(Array.from({ length: 1_001 }, () => ({ a: 1 }))),
			/more than 1000/,
		],
	])('%s', (_what, body, reason) => {
		expect(decode({ body: Buffer.from(body) })).toEqual({
			raw: body,
			notifications: [
				{ event: 'unknown', data: {}, missing: [], notes: [], reason: textLike(reason) },
			],
		});
	});

	test('and still has what the address says', () => {
		const { notifications } = decode({ query: 'event=call_lost&shop=5', body: Buffer.from('?') });

		expect(only(notifications)).toMatchObject({
			event: 'unknown',
			data: { event: 'call_lost', shop: '5' },
		});
	});
});

test('a list of objects is several notifications', () => {
	expect(all('[{"event":"call_lost"},{"event":"fax"}]').map(({ event }) => event)).toEqual([
		'call_lost',
		'fax',
	]);
});
