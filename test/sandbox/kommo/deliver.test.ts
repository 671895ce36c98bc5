import { startKommoSandbox, type KommoSandbox } from '../../../sandbox/kommo';
import { sampleCodes } from '../../../sandbox/kommo/webhooks/samples';
import { ask } from './client';
import { startReceiver, type Receiver } from './receiver';

let sandbox: KommoSandbox;
let receiver: Receiver;

beforeAll(async () => {
	sandbox = await startKommoSandbox({
		rateLimit: { enabled: false },
		switches: { unknownWebhookCode: 'accept' },
		webhooks: { speed: 100_000, timeoutMs: 10_000 },
	});
});
beforeEach(async () => {
	sandbox.reset();
	receiver = await startReceiver();
});
afterEach(() => receiver.close());
afterAll(() => sandbox.close());

const hook = (settings: readonly string[]) =>
	ask(sandbox.accounts.kommo, '/api/v4/webhooks', {
		body: { destination: receiver.url, settings },
	});
const order = (body: unknown) => ask(sandbox.accounts.kommo, '/_sandbox/deliveries', { body });

describe('deliveries on demand', () => {
	test.each(sampleCodes)('%s is sent to who asked for it, as a form', async (event) => {
		await hook([event]);

		expect((await order({ event })).json).toEqual({ ok: true, hooks: 1 });
		const [delivery] = await receiver.until(1);
		expect(Object.keys(delivery?.fields ?? {})[0]).toBe('account[subdomain]');
		expect(delivery?.body).not.toMatch(/[[\]]/);
	});

	test('nobody gets what he did not ask for', async () => {
		await hook(['add_lead']);

		expect((await order({ event: 'add_message' })).json).toEqual({ ok: true, hooks: 0 });
	});

	test('fields and count can be chosen', async () => {
		await hook(['update_lead']);
		await order({ event: 'update_lead', fields: { price: 5 }, count: 3 });
		const [delivery] = await receiver.until(1);

		expect(delivery?.fields).toMatchObject({
			'leads[update][0][price]': '5',
			'leads[update][2][id]': '7003',
		});
	});

	test('a recorded body goes out as it is, retried like any other', async () => {
		await hook(['add_lead']);
		receiver.answers = [500, 200];
		await order({ body: 'a[b]=%zz', contentType: 'text/plain' });
		const all = await receiver.until(2);

		expect(all.map(({ body }) => body)).toEqual(['a[b]=%zz', 'a[b]=%zz']);
		expect(all[0]?.headers['content-type']).toBe('text/plain');
	});

	test('an unknown event is refused', async () => {
		expect((await order({ event: 'no_such' })).status).toBe(400);
		expect((await order({})).status).toBe(400);
	});
});
