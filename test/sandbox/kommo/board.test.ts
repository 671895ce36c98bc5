import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { at } from './client';
import { startReceiver, type Receiver } from './receiver';

let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let receiver: Receiver;

beforeAll(async () => {
	sandbox = await startKommoSandbox();
	kommo = sandbox.accounts.kommo;
	receiver = await startReceiver();
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await receiver.close();
	await sandbox.close();
});

const move = (id: number, body: unknown) =>
	fetch(`${kommo.url}/_board/leads/${id}/move`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

describe('the board', () => {
	it.each([
		['/', 'text/html', 'id="board"'],
		['/_board/board.css', 'text/css', '.column'],
		['/_board/board.js', 'text/javascript', '_board/data'],
	])('serves %s from files, without anything from elsewhere', async (path, type, part) => {
		const res = await fetch(kommo.url + path);
		const text = await res.text();
		expect(res.headers.get('content-type')).toContain(type);
		expect(text).toContain(part);
		expect(text).not.toMatch(/https?:\/\/(?!\$\{location)/);
	});

	it('shows stages, and cards with contacts, tasks and notes', async () => {
		const data: unknown = await (await fetch(`${kommo.url}/_board/data`)).json();
		expect(at(data, 'pipelines')).toHaveLength(2);
		expect(at(data, 'leads.0')).toMatchObject({
			id: 7001,
			name: 'Roof repair',
			price: 1450,
			status_id: 60001,
			company: 'Reis Ltda',
			contacts: [{ name: 'Ana Reis', is_main: true }],
			tasks: [{ text: 'Call back about the roof', is_completed: false }],
			notes: [{ text: 'Asked for a discount' }],
			tags: ['vip', 'site'],
		});
	});

	it('moves a card as the chosen user would, and fires webhooks', async () => {
		kommo.store.webhooks.set(1, {
			id: 1,
			destination: receiver.url,
			settings: ['status_lead'],
			sort: 1,
			disabled: false,
			created_by: 501,
			created_at: 0,
			updated_at: 0,
		});
		const res = await move(7001, { pipeline_id: 900, status_id: 142, user_id: 502 });
		expect(res.status).toBe(200);
		expect(kommo.store.leads.get(7001)).toMatchObject({ status_id: 142, updated_by: 502 });
		expect(kommo.store.leads.get(7001)?.closed_at).not.toBeNull();
		const [delivery] = await receiver.until(1);
		expect(delivery?.fields).toMatchObject({
			'leads[status][0][status_id]': '142',
			'leads[status][0][old_status_id]': '60001',
			'leads[status][0][modified_user_id]': '502',
		});
		expect(sandbox.requests()).toEqual([]);
	});

	it.each<[string, number, object]>([
		['an unknown lead', 1, { pipeline_id: 900, status_id: 142 }],
		['a deleted lead', 7012, { pipeline_id: 900, status_id: 142 }],
		['a stage of another pipeline', 7001, { pipeline_id: 900, status_id: 60011 }],
		['a user who left', 7001, { pipeline_id: 900, status_id: 142, user_id: 504 }],
		['an empty body', 7001, {}],
	])('refuses to move %s', async (_what, id, body) => {
		expect((await move(id, body)).status).toBe(400);
		expect(kommo.store.leads.get(7001)?.status_id).toBe(60001);
	});
});
