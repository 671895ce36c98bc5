import { EVENTS } from '../../../../nodes/Kommo/webhook/events';
import { ask } from '../../../sandbox/kommo/client';
import { anyText, partial, textLike } from '../../../support/partial';
import { useSandbox } from '../../../support/sandbox';
import { deliver, destinationOf, useTrigger } from './bench';

// a machine that answers late must not make the account repeat
const sandbox = useSandbox({ webhooks: { timeoutMs: 60_000 } });
const trigger = useTrigger(sandbox);

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const LEAD = 'leads[update][0][id]=7001&leads[update][0][updated_at]=1767229200';
const patch = async (id: number, body: object) =>
	await ask(sandbox().accounts.kommo, `/api/v4/leads/${id}`, { method: 'PATCH', body });

describe('an event of the account', () => {
	test('becomes an item, answered 200 without a body', async () => {
		const bench = await trigger(['status_lead']);
		await bench.publish();
		await patch(7001, { status_id: 142 });
		const [handled] = await bench.settled(1);

		expect(handled).toMatchObject({ status: 200 });
		expect(handled?.items).toEqual([
			{
				event: 'status_lead',
				entityType: 'leads',
				action: 'status',
				entity: partial({
					id: 7001,
					name: 'Roof repair',
					status_id: 142,
					old_status_id: 60001,
					price: 1450,
					tags: ['vip', 'site'],
					customFields: { Channel: 'Referral', Interests: 'Roofing', 'Budget (hours)': '12.5' },
					created_at: '2025-12-03T09:00:00.000Z',
				}),
				account: { id: 30001, subdomain: 'acme', url: sandbox().accounts.kommo.url },
				receivedAt: anyText,
				deliveryId: textLike(/^[0-9a-f-]{36}$/),
			},
		]);
	});

	test.each(EVENTS.map(({ code }) => code))('%s arrives as such', async (code) => {
		sandbox().setSwitches({ unknownWebhookCode: 'accept' });
		const bench = await trigger([code]);
		await bench.publish();

		expect(sandbox().deliver({ event: code })).toBe(1);
		await bench.settled(1);

		expect(bench.items.map(({ event }) => event)).toEqual([code]);
	});

	test('of many entities becomes an item for each, more than 1,000 keys or not', async () => {
		const bench = await trigger(['update_lead']);
		await bench.publish();
		sandbox().deliver({ event: 'update_lead', count: 200 });
		await bench.settled(1);

		expect(bench.items).toHaveLength(200);
		expect(bench.items.at(-1)).toMatchObject({
			entity: { id: 7200, customFields: { Channel: 'Referral' } },
		});
	});

	test('without Simplify has the fields as they came', async () => {
		const bench = await trigger(['status_lead'], { simplify: false });
		await bench.publish();
		await patch(7001, { status_id: 142 });
		await bench.settled(1);

		expect(bench.items[0]).toMatchObject({
			entity: { created_at: 1764752400, custom_fields: [{ id: 3101 }, {}, {}], tags: [{}, {}] },
		});
	});

	test('of a task without the Unix due date has the one in account time', async () => {
		const bench = await trigger(['add_task']);
		await bench.publish();
		const till = 'task[add][0][complete_till]=2026-01-02+23%3A59%3A00';
		await deliver(destinationOf(sandbox()), till);
		await deliver(destinationOf(sandbox()), `${till}&task[add][0][complete_before]=1767398340`);
		await bench.settled(2);

		expect(bench.items.map(({ entity }) => entity)).toEqual([
			{ complete_till: '2026-01-02 23:59:00' },
			{ complete_till: '2026-01-02T23:59:00.000Z' },
		]);
	});

	test('can carry the raw body', async () => {
		const bench = await trigger(['update_lead'], { options: { includeRaw: true } });
		await bench.publish();
		await deliver(destinationOf(sandbox()), LEAD);
		await bench.settled(1);

		expect(bench.items).toEqual([partial({ event: 'update_lead', raw: LEAD })]);
	});
});

describe('who may send', () => {
	test.each<[string, (destination: string) => string]>([
		['no secret', (to) => to.replace(/\?.*/, '')],
		['another secret', (to) => to.replace(/=.*/, `=${'0'.repeat(32)}`)],
		['a part of the secret', (to) => to.slice(0, -1)],
		['an empty secret', (to) => to.replace(/=.*/, '=')],
	])('%s: 401 and no run', async (_what, change) => {
		const bench = await trigger(['update_lead']);
		await bench.publish();

		expect(await deliver(change(destinationOf(sandbox())), LEAD)).toBe(401);
		expect(await bench.settled(1)).toEqual([partial({ items: null })]);
	});

	test.each([
		['account[id]=40001', 401],
		['account%5Bid%5D=40001', 401],
		['account[id]=30001&account[id]=40001', 401],
		['account[id]=30001', 200],
		['account[subdomain]=acme', 200],
	])('a delivery with %s is answered %d', async (account, status) => {
		const bench = await trigger(['update_lead']);
		await bench.publish();

		expect(await deliver(destinationOf(sandbox()), `${LEAD}&${account}`)).toBe(status);
		await bench.settled(1);
		expect(bench.items.length > 0).toBe(status === 200);
	});

	test('without anything known about the registration nobody may', async () => {
		const bench = await trigger(['update_lead']);
		await bench.publish();
		const destination = destinationOf(sandbox());
		bench.staticData = {};

		expect(await deliver(destination, LEAD)).toBe(401);
		expect(await deliver(`${bench.url}?kommoTrigger=`, LEAD)).toBe(401);
	});
});

describe('bodies nobody expects end in 200 and items', () => {
	const run = async (body: string | Buffer, headers: Record<string, string> = FORM) => {
		const bench = await trigger(['update_lead']);
		await bench.publish();
		const status = await deliver(destinationOf(sandbox()), body, headers);
		await bench.settled(1);
		return { status, items: bench.items };
	};

	test.each<[string, string | Buffer, Record<string, string>, string[]]>([
		['no body', '', FORM, ['unknown']],
		['text', LEAD, { 'content-type': 'text/plain' }, ['update_lead']],
		['no known type', LEAD, { 'content-type': 'application/octet-stream' }, ['update_lead']],
		[
			'JSON',
			'{"leads":{"update":[{"id":7001}]}}',
			{ 'content-type': 'application/json' },
			['update_lead'],
		],
		['broken encoding', 'leads[update][0][name]=%D0%&x=%zz', FORM, ['update_lead', 'unknown']],
		['no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0xd0]), FORM, ['unknown']],
		[
			'__proto__',
			'leads[update][0][__proto__][a]=1&__proto__[b]=1',
			FORM,
			['update_lead', 'unknown'],
		],
		[
			'duplicate indices',
			'leads[update][0][id]=1&leads[update][0][id]=2',
			FORM,
			['update_lead', 'unknown'],
		],
		[
			'holes',
			'leads[update][4][id]=1&leads[update][9][id]=2',
			FORM,
			['update_lead', 'update_lead'],
		],
		[
			'multipart',
			'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
			{ 'content-type': 'multipart/form-data; boundary=b' },
			['unknown'],
		],
		[
			'multipart that is no form, which n8n leaves unread',
			'--b\r\n\r\n1\r\n--b--\r\n',
			{ 'content-type': 'multipart/mixed; boundary=b' },
			['unknown'],
		],
	])('%s', async (_what, body, headers, events) => {
		const { status, items } = await run(body, headers);

		expect(status).toBe(200);
		expect(items.map(({ event }) => event)).toEqual(events);
		expect(Reflect.get({}, 'a') ?? Reflect.get({}, 'b')).toBeUndefined();
	});

	test.each(['text/plain', 'multipart/mixed; boundary=b'])(
		'what is unknown brings its raw text, as %s, too',
		async (type) => {
			const { items } = await run('<xml>no event</xml>', { 'content-type': type });

			expect(items).toEqual([
				partial({ event: 'unknown', raw: '<xml>no event</xml>', reason: anyText }),
			]);
		},
	);

	test('15 MB', async () => {
		const { status, items } = await run(`${LEAD}&leads[update][0][name]=${'x'.repeat(15 << 20)}`);

		expect(status).toBe(200);
		expect(items).toHaveLength(1);
	}, 30_000);

	test('5,000 entities', async () => {
		const ids = Array.from({ length: 5_000 }, (_, n) => `leads[update][${n}][id]=${n + 1}`);

		const { status, items } = await run(ids.join('&'));

		expect(status).toBe(200);
		expect(items).toHaveLength(5_000);
	}, 30_000);

	test('an expression of the form that fails', async () => {
		const bench = await trigger(['update_lead'], {
			filters: { pipelines: '={{ $json.no.such.thing }}' },
			options: '={{ (() => { throw new Error("broken") })() }}',
		});
		await bench.publish();

		expect(await deliver(destinationOf(sandbox()), LEAD)).toBe(200);
		await bench.settled(1);
		expect(bench.items).toHaveLength(1);
	});
});
