import { EVENTS } from '../../../../nodes/Comagic/webhook/events';
import { getTemplate, postTemplate } from '../../../../nodes/Comagic/webhook/templates';
import { useComagicSandbox } from '../../../support/comagicSandbox';
import { anyText, partial, textLike } from '../../../support/partial';
import { deliver, useComagicTrigger } from './bench';

const sandbox = useComagicSandbox();
const trigger = useComagicTrigger();

const LOST = '{"event":"call_lost","call_session_id":5,"notification_time":"2026-01-01 12:00:00"}';

describe('a notification of the account', () => {
	test('becomes an item, answered with an empty 200', async () => {
		const bench = await trigger({ options: { accountTimezone: 'Europe/Moscow' } });
		const { status, body } = await sandbox().notify({
			url: bench.url,
			template:
				'{"event":"call_finished","call_session_id":{{call_session_id}},"start_time":{{start_time}},"talk_time_duration":{{talk_time_duration}},"at":{{notification_time}}}',
			values: {
				call_session_id: 500123,
				start_time: '2026-01-01 12:00:00.250',
				talk_time_duration: 71,
				notification_time: '2026-01-01 12:02:00.000',
			},
		});
		await bench.settled(1);

		expect({ status, body }).toEqual({ status: 200, body: '' });
		expect(bench.items).toEqual([
			{
				event: 'call_finished',
				call_session_id: 500123,
				start_time: '2026-01-01T09:00:00.250Z',
				talk_time_duration: 71,
				notification_time: '2026-01-01T09:02:00.000Z',
				missing: [],
				receivedAt: textLike(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			},
		]);
	});

	test('without Simplify has all its fields, empty ones too, below data', async () => {
		const bench = await trigger({ simplify: false });
		await deliver(bench, {
			body: '{"event":"fax","external_id":null,"start_time":"2026-01-01 12:00:00"}',
		});
		await bench.settled(1);

		expect(bench.items).toEqual([
			{
				event: 'fax',
				data: {
					external_id: null,
					start_time: '2026-01-01 12:00:00',
					start_time_iso: '2026-01-01T12:00:00.000Z',
				},
				missing: [],
				receivedAt: anyText,
			},
		]);
	});

	describe.each(EVENTS.map((event) => [event.code, event] as const))('%s', (code, event) => {
		test.each<['GET' | 'POST', string]>([
			['POST', postTemplate(event)],
			['GET', getTemplate(event)],
		])('sent with %s and the template of the form, arrives as such', async (method, template) => {
			const bench = await trigger({ events: [code] });
			// placeholders that an event does not know break the JSON: n8n itself would refuse it
			const order = { url: bench.url, method, template, contentType: 'text/plain' };
			const { status } = await sandbox().notify({ ...order, values: { call_session_id: 7 } });
			await bench.settled(1);

			expect(status).toBe(200);
			expect(bench.items.map((item) => item.event)).toEqual([code]);
		});
	});

	test('with a user’s own template is recognized by its mnemonic', async () => {
		const bench = await trigger();
		const template = '{"event": {{notification_mnemonic}}, "callSessionId": {{call_session_id}}}';
		await sandbox().notify({ url: bench.url, template, event: 'RECORD_CALL' });
		await bench.settled(1);

		expect(bench.items).toEqual([
			partial({ event: 'recording_ready', notification_mnemonic: 'RECORD_CALL' }),
		]);
	});

	test('with quoted placeholders is repaired, and says so with its raw text', async () => {
		const bench = await trigger();
		const template =
			'{"event":"chat","contact_full_name":"{{contact_full_name}}","x":"{{unknown_one}}"}';
		const values = { contact_full_name: 'LLC "A"' };
		await sandbox().notify({ url: bench.url, template, values, contentType: 'text/plain' });
		await bench.settled(1);

		expect(bench.items).toEqual([
			partial({
				event: 'chat',
				contact_full_name: 'LLC "A"',
				missing: ['unknown_one'],
				notes: [textLike(/no proper JSON/)],
				raw: textLike(/LLC/),
			}),
		]);
	});

	test('that comes as a test of the editor gives an item each time', async () => {
		const bench = await trigger();
		bench.isTest = true;
		await deliver(bench, { body: LOST });
		await deliver(bench, { body: LOST });
		await bench.settled(2);

		expect(bench.items).toHaveLength(2);
	});
});

describe('who may send', () => {
	const SECRET = '4f1c0c6d8a1b4c55';
	const credentials = { comagicTriggerApi: { secret: SECRET } };

	test('everybody who knows the address', async () => {
		const bench = await trigger();

		expect(await deliver(bench, { body: LOST })).toBe(200);
	});

	test.each([
		['GET', {}],
		['POST', { body: LOST }],
	])('whoever has the secret, which stays out of the items (%s)', async (_method, order) => {
		const bench = await trigger(
			{ authentication: 'secret', simplify: false, options: { includeRaw: true } },
			credentials,
		);

		expect(await deliver(bench, { ...order, query: `secret=${SECRET}&event=fax` })).toBe(200);
		await bench.settled(1);
		expect(bench.items).toHaveLength(1);
		expect(JSON.stringify(bench.items)).not.toContain(SECRET);
	});

	test.each([
		['no secret', ''],
		['another secret', 'secret=4f1c0c6d8a1b4c56'],
		['a part of it', 'secret=4f1c0c6d8a1b4c5'],
		['more than it', `secret=${SECRET}0`],
		['an empty one', 'secret='],
		['two of them', `secret=${SECRET}&secret=${SECRET}`],
	])('not with %s: 401 and no run', async (_what, query) => {
		const bench = await trigger({ authentication: 'secret' }, credentials);

		expect(await deliver(bench, { query, body: LOST })).toBe(401);
		expect(await bench.settled(1)).toEqual([partial({ items: null })]);
	});

	test.each<[string, Record<string, Record<string, string>>]>([
		['an empty secret', { comagicTriggerApi: { secret: '' } }],
		['no credential', {}],
	])('nobody with %s', async (_what, none) => {
		const bench = await trigger({ authentication: 'secret' }, none);

		expect(await deliver(bench, { query: 'secret=', body: LOST })).toBe(401);
		expect(await deliver(bench, { query: 'secret=undefined', body: LOST })).toBe(401);
	});
});

describe('requests nobody expects end in 200 and items', () => {
	test.each<[string, Parameters<typeof deliver>[1], string[]]>([
		['no body', { body: '', type: 'text/plain' }, ['unknown']],
		['nothing at all', {}, ['unknown']],
		['text', { body: 'hello', type: 'text/plain' }, ['unknown']],
		['XML', { body: '<a/>', type: 'text/plain' }, ['unknown']],
		['a form', { body: 'event=fax', type: 'application/x-www-form-urlencoded' }, ['fax']],
		['a form under another name', { body: 'event=fax', type: 'text/plain' }, ['fax']],
		['JSON under another name', { body: LOST, type: 'application/octet-stream' }, ['call_lost']],
		['a list', { body: `[${LOST},{"event":"fax"}]` }, ['call_lost', 'fax']],
		['no UTF-8', { body: Buffer.from([0xff, 0xfe, 0, 0xd0]), type: 'text/plain' }, ['unknown']],
		['a query in cp1251', { query: 'notification_name=%CF%EE' }, ['other']],
		['__proto__', { body: '{"__proto__":{"a":1},"event":"fax"}' }, ['fax']],
		['JSON beyond repair', { body: '{"a" 1}', type: 'text/plain' }, ['unknown']],
		[
			'a multipart body',
			{
				body: '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
				type: 'multipart/form-data; boundary=b',
			},
			['unknown'],
		],
		[
			'multipart that is no form',
			{ body: '--b\r\n\r\n{"event":"fax"}\r\n--b--', type: 'multipart/mixed; boundary=b' },
			['unknown'],
		],
		['15 MB', { body: `{"event":"chat","messages":"${'x'.repeat(15 << 20)}"}` }, ['chat']],
	])(
		'%s',
		async (_what, order, events) => {
			const bench = await trigger();

			expect(await deliver(bench, order)).toBe(200);
			await bench.settled(1);
			expect(bench.items.map(({ event }) => event)).toEqual(events);
			expect(Reflect.get({}, 'a')).toBeUndefined();
		},
		60_000,
	);

	test('what is unknown brings its raw text, whatever is chosen', async () => {
		const bench = await trigger({ events: ['fax'], options: { names: 'nobody' } });
		await deliver(bench, { body: '<call/>', type: 'text/plain' });
		await bench.settled(1);

		expect(bench.items).toEqual([
			{ event: 'unknown', missing: [], receivedAt: anyText, reason: anyText, raw: '<call/>' },
		]);
	});
});
