import { startKommoSandbox, type KommoSandbox, type SandboxAccount } from '../../../sandbox/kommo';
import { ask, at, idsOf, problemsOf, type Reply } from './client';

const nowSeconds = 1_780_000_000;
let sandbox: KommoSandbox;
let kommo: SandboxAccount;
let amocrm: SandboxAccount;

beforeAll(async () => {
	sandbox = await startKommoSandbox({
		rateLimit: { enabled: false },
		now: () => nowSeconds * 1000,
	});
	({ kommo, amocrm } = sandbox.accounts);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const post = (path: string, body: unknown): Promise<Reply> =>
	ask(kommo, `/api/v4${path}`, { body });
const patch = (path: string, body: unknown): Promise<Reply> =>
	ask(kommo, `/api/v4${path}`, { method: 'PATCH', body });
describe('tasks (§4.7)', () => {
	it('needs a text and a date; result is [] when absent and an object when present', async () => {
		const bad = await post('/tasks', [
			{},
			{ text: 'x', complete_till: 'soon', task_type_id: 99, entity_id: 1, entity_type: 'leads' },
		]);
		expect(problemsOf(bad)).toEqual([
			'0: FieldMissing text',
			'0: FieldMissing complete_till',
			'1: InvalidType complete_till',
			'1: NotSupportedChoice task_type_id',
			'1: NotSupportedChoice entity_id',
		]);
		await post('/tasks', [
			{ text: 'Call', complete_till: 9, entity_id: 7001, entity_type: 'leads' },
		]);
		expect(at((await ask(kommo, '/api/v4/tasks/4006')).json, 'result')).toEqual([]);
		await patch('/tasks/4006', { is_completed: true, result: { text: 'Agreed' } });
		const done = await ask(kommo, '/api/v4/tasks/4006');
		expect(done.json).toMatchObject({
			is_completed: true,
			result: { text: 'Agreed' },
			task_type_id: 1,
		});
	});

	it('counts the earliest open task as closest_task_at', async () => {
		await post('/tasks', [
			{ text: 'Call', complete_till: 9, entity_id: 7001, entity_type: 'leads' },
		]);
		expect(at((await ask(kommo, '/api/v4/leads/7001')).json, 'closest_task_at')).toBe(9);
	});

	it('can be unbound', async () => {
		await patch('/tasks', [{ id: 4001, entity_id: null }]);
		expect(kommo.store.tasks.get(4001)).toMatchObject({ entity_id: null, entity_type: null });
	});
});

/** An attachment names a file the drive holds (§4.27). */
function storeFile(uuid: string): void {
	kommo.store.files.set(uuid, {
		uuid,
		version_uuid: 'v',
		earlier_versions: [],
		name: 'a.pdf',
		size: 1,
		mime_type: 'application/pdf',
		created_by: 501,
		updated_by: 501,
		created_at: nowSeconds,
		updated_at: nowSeconds,
	});
}

describe('notes (§4.8)', () => {
	it.each<[string, string, object]>([
		['by type', '/leads/notes', { entity_id: 7003 }],
		['by entity', '/leads/7003/notes', {}],
	])('can be written and read %s', async (_how, path, extra) => {
		const reply = await post(path, [
			{ ...extra, note_type: 'common', params: { text: 'Hi' }, request_id: 'n' },
		]);
		expect(at(reply.json, '_embedded.notes.0')).toEqual({
			id: 6006,
			entity_id: 7003,
			request_id: 'n',
			_links: { self: { href: `${kommo.url}/api/v4/leads/7003/notes/6006` } },
		});
		const note = await ask(kommo, `/api/v4${path}/6006?with=is_pinned`);
		expect(note.json).toMatchObject({
			params: { text: 'Hi' },
			note_type: 'common',
			is_pinned: false,
		});
		await patch(`${path}/6006`, { note_type: 'common', params: { text: 'Hello' } });
		expect(kommo.store.notes.get(6006)?.params).toEqual({ text: 'Hello' });
		expect((await ask(kommo, `/api/v4${path}/6006/pin`, { method: 'POST' })).status).toBe(204);
		expect(kommo.store.notes.get(6006)?.is_pinned).toBe(true);
	});

	it('are found under their own entity only', async () => {
		expect((await ask(kommo, '/api/v4/leads/7002/notes/6001')).status).toBe(204);
		expect(idsOf(await ask(kommo, '/api/v4/contacts/8101/notes'), 'notes')).toEqual([6003]);
	});

	it.each<[string, object, string]>([
		['no entity', { note_type: 'common', params: { text: 'x' } }, 'FieldMissing entity_id'],
		['no params', { entity_id: 7001, note_type: 'common' }, 'FieldMissing params'],
		['no text', { entity_id: 7001, note_type: 'common', params: {} }, 'FieldMissing params.text'],
		[
			'a type that is read only',
			{ entity_id: 7001, note_type: 'amomail_message', params: {} },
			'NotSupportedChoice note_type',
		],
		[
			'a type of the other product',
			{ entity_id: 7001, note_type: 'message_cashier', params: { status: 'shown', text: 'x' } },
			'NotSupportedChoice note_type',
		],
		[
			'null for an optional key',
			{
				entity_id: 7001,
				note_type: 'call_in',
				params: { duration: 1, source: 's', phone: '1', call_result: null },
			},
			'InvalidType params.call_result',
		],
	])('refuse %s', async (_what, note, problem) => {
		expect(problemsOf(await post('/leads/notes', [note]))).toEqual([`0: ${problem}`]);
	});

	it.each<[string, object]>([
		[
			'call_out',
			{
				uniq: 'c',
				duration: 3,
				source: 's',
				link: 'https://x.example',
				phone: '+1',
				call_responsible: 501,
				call_result: 'Sold',
				call_status: 4,
			},
		],
		['service_message', { service: 'S', text: 'x' }],
		['extended_service_message', { service: 'S', text: 'x' }],
		['geolocation', { text: 'x', address: 'a', longitude: '1.5', latitude: '2.5' }],
		['sms_in', { text: 'x', phone: '+1' }],
		['attachment', { file_uuid: 'u', file_name: 'a.pdf' }],
	])('take %s with its params', async (note_type, params) => {
		storeFile('u');
		expect((await post('/companies/8201/notes', [{ note_type, params }])).status).toBe(200);
		expect(kommo.store.notes.get(6006)).toMatchObject({
			note_type,
			params,
			entity_type: 'companies',
		});
	});

	it('need no more of a call than its params, and take null for what is not set', async () => {
		const params = { duration: 3, phone: '+1', uniq: null, source: null, link: null };
		const reply = await post('/leads/7001/notes', [{ note_type: 'call_in', params }]);
		expect(reply.status).toBe(200);
		expect(kommo.store.notes.get(6006)?.params).toEqual({ duration: 3, phone: '+1' });
	});

	it('leave out params they do not have', async () => {
		const params = { text: 'x', is_read: true };
		expect((await post('/leads/7001/notes', [{ note_type: 'common', params }])).status).toBe(200);
		expect(kommo.store.notes.get(6006)?.params).toEqual({ text: 'x' });
	});

	it('take message_cashier on amoCRM, with the statuses it has', async () => {
		const cashier = (status: unknown) => {
			const body = [{ note_type: 'message_cashier', params: { status, text: 'x' } }];
			return ask(amocrm, '/api/v4/leads/1007001/notes', { body });
		};
		expect((await cashier('created')).status).toBe(200);
		expect(problemsOf(await cashier('paid'))).toEqual(['0: NotSupportedChoice params.status']);
		expect(problemsOf(await cashier(1))).toEqual(['0: InvalidType params.status']);
	});
});
