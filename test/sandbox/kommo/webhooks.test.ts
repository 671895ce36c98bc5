import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { until } from '../../support/until';
import { ask, at, problemsOf } from './client';
import { NEVER, startReceiver, type Receiver } from './receiver';

let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;
let receiver: Receiver;

// five minutes become 3 ms, an hour 36 ms; the time-out is never compressed, nor reached by a slow machine
beforeAll(async () => {
	sandbox = await startKommoSandbox({
		rateLimit: { enabled: false },
		webhooks: { speed: 100_000, timeoutMs: 10_000 },
	});
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(async () => {
	sandbox.reset();
	receiver = await startReceiver();
});
afterEach(() => receiver.close());
afterAll(() => sandbox.close());

const hook = (settings: string[], account = kommo, destination = receiver.url) =>
	ask(account, '/api/v4/webhooks', { body: { destination, settings, sort: 10 } });
const patch = (path: string, body: unknown) =>
	ask(kommo, `/api/v4${path}`, { method: 'PATCH', body });
const post = (path: string, body: unknown) => ask(kommo, `/api/v4${path}`, { body });

async function settled(id: number): Promise<string> {
	const state = () => kommo.store.deliveries.get(id)?.state ?? 'pending';
	await until('the delivery has ended', () => state() !== 'pending');
	return state();
}

describe('subscriptions (§4.19)', () => {
	it('are answered 200 by Kommo, 201 by amoCRM, with the hook', async () => {
		const reply = await hook(['add_lead', 'status_lead']);
		expect(reply.status).toBe(200);
		expect(reply.json).toMatchObject({
			id: 47001,
			destination: receiver.url,
			settings: ['add_lead', 'status_lead'],
			sort: 1,
			disabled: false,
			account_id: 30001,
			created_by: 501,
		});
		expect((await hook(['add_customer'], amocrm)).status).toBe(201);
		expect(problemsOf(await hook(['add_customer']))).toEqual(['0: NotSupportedChoice settings.0']);
	});

	it('are an upsert by destination that replaces the events and switches on again', async () => {
		await hook(['add_lead', 'update_lead']);
		const stored = kommo.store.webhooks.get(47001);
		if (stored) stored.disabled = true;
		const again = await hook(['add_task']);
		expect(again.json).toMatchObject({ id: 47001, settings: ['add_task'], disabled: false });
		const list = await ask(kommo, '/api/v4/webhooks');
		expect(at(list.json, '_total_items')).toBe(1);
	});

	it('are found and deleted by the exact destination', async () => {
		await hook(['add_lead']);
		const filter = (url: string) =>
			ask(kommo, `/api/v4/webhooks?filter[destination]=${encodeURIComponent(url)}`);
		expect((await filter(receiver.url)).status).toBe(200);
		expect((await filter(`${receiver.url}x`)).status).toBe(204);
		const remove = (destination: string) =>
			ask(kommo, '/api/v4/webhooks', { method: 'DELETE', body: { destination } });
		expect((await remove(`${receiver.url}x`)).status).toBe(404);
		expect((await remove(receiver.url)).status).toBe(204);
		expect(kommo.store.webhooks.size).toBe(0);
	});

	it.each<[object, string[]]>([
		[{ settings: ['add_lead'] }, ['0: FieldMissing destination']],
		[{ destination: 'no url', settings: ['add_lead'] }, ['0: InvalidUrl destination']],
		[{ destination: 'https://пример.рф/x', settings: ['add_lead'] }, ['0: InvalidUrl destination']],
		[{ destination: 'https://a.example/x' }, ['0: FieldMissing settings']],
		[{ destination: 'https://a.example/x', settings: [] }, ['0: NotBlank settings']],
	])('refuse %j', async (body, problems) => {
		expect(problemsOf(await post('/webhooks', body))).toEqual(problems);
	});

	it('have neither PATCH nor more than 100 places (§2.2)', async () => {
		expect((await patch('/webhooks', {})).status).toBe(405);
		for (let i = 0; i < 100; i += 1) await hook(['add_lead'], kommo, `https://a.example/${i}`);
		expect((await hook(['add_lead'])).status).toBe(422);
	});
});

describe('deliveries (§5.1, §5.4)', () => {
	it('have the form, the headers and the field order of captured ones', async () => {
		await hook(['status_lead']);
		await patch('/leads/7001', { status_id: 142 });
		const [delivery] = await receiver.until(1);
		expect(delivery?.headers).toMatchObject({
			'user-agent': 'amoCRM-Webhooks/3.0',
			'content-type': 'application/x-www-form-urlencoded',
			'accept-encoding': 'gzip',
		});
		expect(delivery?.headers['x-amocrm-requestid']).toMatch(/^[0-9a-f-]{36}$/);
		expect(delivery?.body).toContain('leads%5Bstatus%5D%5B0%5D%5Bname%5D=Roof+repair');
		const lead = kommo.store.leads.get(7001);
		const own = (key: string): string => `leads[status][0]${key}`;
		expect(Object.entries(delivery?.fields ?? {})).toEqual([
			['account[subdomain]', 'acme'],
			['account[id]', '30001'],
			['account[_links][self]', kommo.url],
			[own('[id]'), '7001'],
			[own('[name]'), 'Roof repair'],
			[own('[status_id]'), '142'],
			[own('[old_status_id]'), '60001'],
			[own('[price]'), '1450'],
			[own('[responsible_user_id]'), '501'],
			[own('[last_modified]'), String(lead?.updated_at)],
			[own('[modified_user_id]'), '501'],
			[own('[created_user_id]'), '501'],
			[own('[date_create]'), String(lead?.created_at)],
			[own('[pipeline_id]'), '900'],
			[own('[tags][0][id]'), '14'],
			[own('[tags][0][name]'), 'vip'],
			[own('[tags][1][id]'), '15'],
			[own('[tags][1][name]'), 'site'],
			[own('[account_id]'), '30001'],
			[own('[custom_fields][0][id]'), '3101'],
			[own('[custom_fields][0][name]'), 'Channel'],
			[own('[custom_fields][0][values][0][value]'), 'Referral'],
			[own('[custom_fields][0][values][0][enum]'), '310101'],
			[own('[custom_fields][0][code]'), 'CHANNEL'],
			[own('[custom_fields][1][id]'), '3104'],
			[own('[custom_fields][1][name]'), 'Interests'],
			[own('[custom_fields][1][values][0][value]'), 'Roofing'],
			[own('[custom_fields][1][values][0][enum]'), '310403'],
			[own('[custom_fields][2][id]'), '3103'],
			[own('[custom_fields][2][name]'), 'Budget (hours)'],
			[own('[custom_fields][2][values][0][value]'), '12.5'],
			[own('[created_at]'), String(lead?.created_at)],
			[own('[updated_at]'), String(lead?.updated_at)],
		]);
	});

	it('send dates as bare scalars and flags as 1', async () => {
		await hook(['update_lead']);
		await patch('/leads/7002', {
			custom_fields_values: [{ field_id: 3107, values: [{ value: true }] }],
		});
		const [delivery] = await receiver.until(1);
		const values = Object.entries(delivery?.fields ?? {}).filter(([key]) =>
			key.includes('[values]'),
		);
		expect(values).toContainEqual([
			'leads[update][0][custom_fields][2][values][0]',
			String(Date.UTC(2026, 1, 3) / 1000),
		]);
		expect(values).toContainEqual(['leads[update][0][custom_fields][3][values][0][value]', '1']);
	});

	it('carry companies under contacts, and linked leads by id', async () => {
		await hook(['update_contact', 'add_company']);
		await post('/companies', [{ name: 'New & Co' }]);
		const [company] = await receiver.until(1);
		expect(company?.fields).toMatchObject({
			'contacts[add][0][name]': 'New & Co',
			'contacts[add][0][type]': 'company',
		});
		await patch('/contacts/8101', { name: 'Ana R.' });
		const fields = (await receiver.until(2))[1]?.fields;
		expect(fields).toMatchObject({
			'contacts[update][0][type]': 'contact',
			'contacts[update][0][company_name]': 'Reis Ltda',
			'contacts[update][0][linked_company_id]': '8201',
			'contacts[update][0][linked_leads_id][7001][ID]': '7001',
			'contacts[update][0][custom_fields][0][code]': 'PHONE',
		});
	});

	it('tell of tasks with dates in account time, and of their end', async () => {
		await hook(['add_task', 'update_task', 'responsible_task']);
		await post('/tasks', [
			{ text: 'Call', complete_till: 1767312000, entity_id: 8101, entity_type: 'contacts' },
		]);
		const [added] = await receiver.until(1);
		expect(added?.fields).toMatchObject({
			'task[add][0][element_id]': '8101',
			'task[add][0][element_type]': '1',
			'task[add][0][complete_till]': '2026-01-01 19:00:00',
			'task[add][0][complete_before]': '1767312000',
			'task[add][0][status]': '0',
		});
		await patch('/tasks/4006', {
			is_completed: true,
			result: { text: 'Done' },
			text: 'Called',
			responsible_user_id: 502,
		});
		const all = await receiver.until(3);
		const fields = { ...all[1]?.fields, ...all[2]?.fields };
		expect(fields).toMatchObject({
			'task[responsible][0][old_responsible_user_id]': '501',
			'task[update][0][action_close]': '1',
			'task[update][0][old_text]': 'Call',
			'task[update][0][result][text]': 'Done',
			'task[update][0][status]': '1',
		});
	});

	it('put notes one level deeper, with metadata as JSON text', async () => {
		await hook(['note_lead', 'note_contact']);
		await post('/leads/7001/notes', [{ note_type: 'common', params: { text: 'Hi' } }]);
		const [note] = await receiver.until(1);
		const own = (key: string): string => `leads[note][0][note]${key}`;
		expect(note?.fields).toMatchObject({
			[own('[text]')]: 'Hi',
			[own('[note_type]')]: '4',
			[own('[element_type]')]: '2',
		});
		const metadata: unknown = JSON.parse(note?.fields[own('[metadata]')] ?? '');
		expect(at(metadata, 'event_source.author_name')).toBe('Dana Cole');
		await post('/contacts/8101/notes', [
			{
				note_type: 'call_in',
				params: { duration: 1, source: 's', phone: '1', link: 'https://x.example' },
			},
		]);
		const call = (await receiver.until(2))[1]?.fields['contacts[note][0][note][text]'];
		expect(JSON.parse(call ?? '')).toMatchObject({ LINK: 'https://x.example' });
	});

	it('hold many entities of one event under one action', async () => {
		await hook(['add_lead']);
		await post('/leads', [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
		const [delivery] = await receiver.until(1);
		expect(delivery?.fields['leads[add][2][name]']).toBe('c');
		expect(kommo.store.deliveries.size).toBe(1);
	});

	it('go to nobody who did not ask, and not for a rejected batch', async () => {
		await hook(['delete_lead']);
		await hook(['add_lead'], kommo, receiver.url.replace('secret=s', 'secret=t'));
		await post('/leads', [{ name: 'a' }, { price: 'x' }]);
		await post('/tasks', [{ text: 'x', complete_till: 1 }]);
		expect(kommo.store.deliveries.size).toBe(0);
	});
});

describe('the delivery policy (§5.2)', () => {
	const deliver = async (answers: number[]): Promise<number[]> => {
		receiver.answers = answers;
		await hook(['add_lead']);
		await post('/leads', [{}]);
		await settled(1);
		return (kommo.store.deliveries.get(1)?.attempts ?? []).map((a) => a.status);
	};

	it.each<[string, number[], number[]]>([
		['a success at once', [204], [204]],
		['a redirect is a failure, tried three times', [302], [302, 302, 302]],
		['so is a 404', [404], [404, 404, 404]],
		['500 is tried five times', [500], [500, 500, 500, 500, 500]],
		['499 likewise', [499], [499, 499, 499, 499, 499]],
		['the second try may succeed', [500, 200], [500, 200]],
		['the fourth try needs a server fault', [500, 500, 404], [500, 500, 404]],
	])('%s', async (_what, answers, attempts) => {
		expect(await deliver(answers)).toEqual(attempts);
		expect(await settled(1)).toBe(
			attempts.at(-1) === 200 || attempts.at(-1) === 204 ? 'delivered' : 'failed',
		);
	});

	it('counts no answer in time as 0', async () => {
		const hasty = await startKommoSandbox({
			rateLimit: { enabled: false },
			webhooks: { speed: 100_000, timeoutMs: 50 },
		});
		receiver.answers = [NEVER];
		await hook(['add_lead'], hasty.accounts.kommo);
		await ask(hasty.accounts.kommo, '/api/v4/leads', { body: [{}] });
		const delivery = () => hasty.accounts.kommo.store.deliveries.get(1);
		await until('the delivery has failed', () => delivery()?.state === 'failed');

		expect(delivery()?.attempts.map(({ status }) => status)).toEqual([0, 0, 0]);
		await hasty.close();
	});

	it('switches a hook off after more than 100 bad answers, and sends it nothing more', async () => {
		const slow = await startKommoSandbox({ rateLimit: { enabled: false } });
		receiver.answers = [404];
		await hook(['add_lead'], slow.accounts.kommo);
		slow.setSwitches({ deliveryGrouping: 'entity' });
		const { store } = slow.accounts.kommo;
		const create = (count: number) =>
			ask(slow.accounts.kommo, '/api/v4/leads', {
				body: Array.from({ length: count }, () => ({})),
			});
		await create(100);
		const attempts = () => [...store.deliveries.values()].flatMap((one) => one.attempts).length;
		await until('100 bad answers', () => attempts() === 100);
		expect(store.webhooks.get(47001)?.disabled).toBe(false);
		await create(1);
		await until('one more', () => attempts() === 101);
		expect(store.webhooks.get(47001)?.disabled).toBe(true);
		await create(1);
		expect(store.deliveries.size).toBe(101);
		await slow.close();
	});
});
