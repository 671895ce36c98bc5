/** The files service: sessions, parts, stored files, notes that name them (§4.27, §4.8). */
import type { SandboxAccount } from '../../../sandbox/kommo';
import { useSandbox } from '../../support/sandbox';
import { ask, at, problemsOf, type Ask, type Reply } from './client';

const sandbox = useSandbox();
const account = () => sandbox().accounts.kommo;

const PART = 524_288;
const bytesOf = (size: number): Buffer => Buffer.alloc(size, 'Kommo sandbox ');

/** A request to an address that the drive named, or to one of its paths. */
async function drive(address: string, options: Ask = {}): Promise<Reply> {
	const { pathname, origin } = new URL(address, account().driveUrl);
	return await ask({ ...account(), url: origin }, pathname, options);
}

async function send(
	address: unknown,
	bytes: Buffer,
	token?: string,
	type = 'application/octet-stream',
): Promise<Reply> {
	const res = await fetch(String(address), {
		method: 'POST',
		headers: { authorization: `Bearer ${token ?? account().token}`, 'content-type': type },
		body: new Uint8Array(bytes),
	});
	const text = await res.text();
	return { status: res.status, headers: res.headers, text, json: JSON.parse(text) };
}

const opening = { file_name: 'offer.pdf', content_type: 'application/pdf' };

async function open(size: number, more: object = {}): Promise<Reply> {
	return await drive('/v1.0/sessions', { body: { ...opening, file_size: size, ...more } });
}

/** The file model of an uploaded file. */
async function upload(content: string, more: object = {}): Promise<unknown> {
	const bytes = Buffer.from(content);
	const session = await open(bytes.length, more);
	return (await send(at(session.json, 'upload_url'), bytes)).json;
}

const note = async (params: object): Promise<Reply> =>
	await ask(account(), '/api/v4/leads/notes', {
		body: [{ entity_id: 7001, note_type: 'attachment', params }],
	});

describe('where it is (§1.1, §4.17)', () => {
	test('the account names an origin of its own for the drive, when asked', async () => {
		const reply = await ask(account(), '/api/v4/account?with=drive_url');

		expect(at(reply.json, 'drive_url')).toBe(account().driveUrl);
		expect(account().driveUrl).not.toBe(account().url);
		expect(sandbox().accounts.amocrm.driveUrl).not.toBe(account().driveUrl);
	});

	test('the API does not live there, nor the drive on the account host', async () => {
		expect((await drive('/api/v4/leads')).status).toBe(404);
		expect((await ask(account(), '/v1.0/sessions', { body: {} })).status).toBe(404);
	});

	test('a token of the other account is refused', async () => {
		const { token } = sandbox().accounts.amocrm;
		const reply = await drive('/v1.0/sessions', { body: { ...opening, file_size: 3 }, token });

		expect(reply.status).toBe(401);
	});
});

describe('session (§4.27 step 1)', () => {
	test('says the limits, its id, and where the first part goes', async () => {
		const reply = await open(1_200_000);

		expect(reply.status).toBe(200);
		expect(reply.json).toEqual({
			max_file_size: 314_572_800,
			max_part_size: PART,
			session_id: 1,
			upload_url: expect.stringContaining(
				`${account().driveUrl}/v1.0/sessions/upload/eyJ`,
			) as string,
		});
	});

	test.each<[string, object]>([
		['no name', { file_name: undefined }],
		['an empty name', { file_name: '' }],
		['no bytes', { file_size: 0 }],
		['a size as text', { file_size: '12' }],
		['more than 300 MB', { file_size: 314_572_801 }],
		['a content type that is no text', { content_type: 5 }],
		['a new version of a file that is not there', { file_uuid: 'unknown' }],
	])('refuses %s', async (_what, more) => {
		expect((await open(12, more)).status).toBe(400);
	});
});

describe('parts (§4.27 steps 2 and 3)', () => {
	test('each answers with the address of the next, the last with the file', async () => {
		const content = bytesOf(PART + 10);
		const session = await open(content.length);
		const first = await send(at(session.json, 'upload_url'), content.subarray(0, PART));
		expect(first.json).toEqual({
			next_url: expect.stringContaining(account().driveUrl) as string,
			session_id: 1,
		});
		expect(account().store.files.size).toBe(0);

		const last = await send(at(first.json, 'next_url'), content.subarray(PART));

		expect(last.status).toBe(200);
		expect(last.json).toMatchObject({
			uuid: 'f11e0000-0000-4000-8000-000000000001',
			version_uuid: '7e250000-0000-4000-8000-000000000001',
			name: 'offer.pdf',
			size: content.length,
			has_multiple_versions: false,
			is_trashed: false,
			metadata: { extension: 'pdf', mime_type: 'application/pdf' },
			previews: [],
		});
		const stored = account().store.fileContents.get(String(at(last.json, 'version_uuid')));
		expect(stored?.equals(content)).toBe(true);
	});

	test.each(['application/json', 'application/x-www-form-urlencoded', 'text/plain'])(
		'one sent as %s, the type of its file, stays the bytes it is',
		async (type) => {
			const content = Buffer.from([0x7b, 0x22, 0xff, 0x00, 0x3d]);
			const session = await open(content.length, { content_type: type });
			const reply = await send(at(session.json, 'upload_url'), content, undefined, type);

			expect(reply.status).toBe(200);
			const stored = account().store.fileContents.get(String(at(reply.json, 'version_uuid')));
			expect(stored?.equals(content)).toBe(true);
		},
	);

	test.each<[string, number, number, number]>([
		['is larger than a part may be', PART + 1, 2 * PART, 413],
		['is empty', 0, 10, 400],
		['goes beyond the announced size', 11, 10, 400],
	])('one that %s is refused', async (_what, size, announced, status) => {
		const session = await open(announced);

		expect((await send(at(session.json, 'upload_url'), bytesOf(size))).status).toBe(status);
	});

	test('one that was received before is refused, so that nobody can send it twice unseen', async () => {
		const session = await open(20);
		const url = at(session.json, 'upload_url');
		await send(url, bytesOf(10));

		expect((await send(url, bytesOf(10))).status).toBe(400);
	});

	test('an address that no session gave is unknown', async () => {
		const reply = await send(`${account().driveUrl}/v1.0/sessions/upload/nonsense`, bytesOf(1));

		expect(reply.status).toBe(404);
	});

	test('a session that named a file makes a new version of it', async () => {
		const first = await upload('one');
		const second = await upload('two!', { file_uuid: at(first, 'uuid') });

		expect(second).toMatchObject({
			uuid: at(first, 'uuid'),
			size: 4,
			has_multiple_versions: true,
		});
		expect(at(second, 'version_uuid')).not.toBe(at(first, 'version_uuid'));
	});
});

describe('stored files (§4.27)', () => {
	test('are read by uuid, 404 for one that is not there (§8)', async () => {
		const uploaded = await upload('some text');

		const found = await drive(`/v1.0/files/${String(at(uploaded, 'uuid'))}`);
		expect(found.json).toEqual(uploaded);
		const missing = await drive('/v1.0/files/7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d');
		expect(missing.status).toBe(404);
		expect(missing.headers.get('content-type')).toContain('application/problem+json');
	});

	test('are gone after a reset, and the ids start anew', async () => {
		const before = await upload('some text');
		sandbox().reset();

		expect(account().store.files.size).toBe(0);
		expect(at(await upload('some text'), 'uuid')).toBe(at(before, 'uuid'));
	});
});

describe('the tools of the sandbox', () => {
	test('the log shows how many bytes a part had, and faults can break it', async () => {
		sandbox().addFault({
			path: '/v1.0/sessions/upload/*',
			action: { type: 'status', status: 500 },
		});
		const session = await open(20);
		const url = at(session.json, 'upload_url');

		expect((await send(url, bytesOf(20))).status).toBe(500);
		expect((await send(url, bytesOf(20))).status).toBe(200);
		const logged = sandbox().requests({ path: '/v1.0/sessions/upload/*' });
		expect(logged.map(({ body, status }) => ({ body, status }))).toEqual([
			{ body: { bytes: 20 }, status: 500 },
			{ body: { bytes: 20 }, status: 200 },
		]);
	});

	test('uploads do not use up the rate limit of the API', async () => {
		sandbox().setRateLimit({ enabled: true, perSecond: 2 });
		await open(20);
		await open(20);

		expect((await open(20)).status).toBe(429);
		expect((await ask(account(), '/api/v4/account')).status).toBe(200);
	});
});

describe('notes of type attachment (§4.8)', () => {
	let file: { uuid: unknown; version: unknown };
	beforeEach(async () => {
		const model = await upload('some text');
		file = { uuid: at(model, 'uuid'), version: at(model, 'version_uuid') };
	});

	test('name a stored file; read adds its name and that it lies in the drive', async () => {
		const written = await note({
			file_uuid: file.uuid,
			version_uuid: file.version,
			file_name: 'Our offer.pdf',
		});
		const id = String(at(written.json, '_embedded.notes.0.id'));

		const read = await ask(account(), `/api/v4/leads/notes/${id}`);
		expect(at(read.json, 'params')).toEqual({
			file_uuid: file.uuid,
			version_uuid: file.version,
			file_name: 'Our offer.pdf',
			original_name: 'offer.pdf',
			is_drive_attachment: true,
			text: 'Our offer.pdf',
		});
	});

	test('are refused for a file or version that the drive does not hold', async () => {
		const unknown = '7c2a1b7e-0d1f-4a11-9c55-1d2f3a4b5c6d';

		expect(problemsOf(await note({ file_uuid: unknown, file_name: 'a.pdf' }))).toEqual([
			'0: NotSupportedChoice params.file_uuid',
		]);
		expect(
			problemsOf(await note({ file_uuid: file.uuid, version_uuid: unknown, file_name: 'a.pdf' })),
		).toEqual(['0: NotSupportedChoice params.version_uuid']);
	});

	test.each([
		[false, 200],
		[true, 400],
	])('with rejectReadOnlyKeys %s a key of the read shape gives %d', async (strict, status) => {
		sandbox().setSwitches({ rejectReadOnlyKeys: strict });
		const params = { file_uuid: file.uuid, file_name: 'a.pdf', is_drive_attachment: true };

		expect((await note(params)).status).toBe(status);
	});
});

test('each account has files of its own', async () => {
	const { uuid } = { uuid: at(await upload('some text'), 'uuid') };
	const other: SandboxAccount = sandbox().accounts.amocrm;

	const reply = await ask({ ...other, url: other.driveUrl }, `/v1.0/files/${String(uuid)}`);
	expect(reply.status).toBe(404);
});
