import { Kommo } from '../../../nodes/Kommo/Kommo.node';
import { runNode } from '../../support/engine';
import { partial } from '../../support/partial';
import { apiTokenCredentials, oAuthCredentials, useSandbox } from '../../support/sandbox';
import {
	answer,
	attach,
	attachmentsIn,
	bytesOf,
	file,
	NOTES,
	PART,
	PARTS,
	SESSIONS,
} from './attachmentRun';
import { byId, pairing, sent } from './kommoRunner';

const sandbox = useSandbox();
const { account, attached, paths, asked, storedNotes, contentOf } = attachmentsIn(sandbox);

describe('a note with a file of the item', () => {
	test('is uploaded in parts of the session, then named by the note (fact sheet §4.27, §4.8)', async () => {
		const content = bytesOf(1_300_000);
		const run = await attached([file(content)]);

		expect(run.error).toBeNull();
		expect(paths().map((path) => path.replace(/(upload)\/.*/, '$1'))).toEqual([
			'GET /api/v4/account',
			'POST /v1.0/sessions',
			'POST /v1.0/sessions/upload',
			'POST /v1.0/sessions/upload',
			'POST /v1.0/sessions/upload',
			'POST /api/v4/leads/notes',
		]);
		const [opened] = asked(SESSIONS);
		expect(opened?.body).toEqual({
			file_name: 'offer.pdf',
			file_size: 1_300_000,
			content_type: 'application/pdf',
		});
		expect(asked(PARTS).map(({ body }) => body)).toEqual([
			{ bytes: PART },
			{ bytes: PART },
			{ bytes: 1_300_000 - 2 * PART },
		]);
		expect(asked(PARTS)[0]?.headers['content-type']).toBe('application/octet-stream');
		const params = {
			file_uuid: 'f11e0000-0000-4000-8000-000000000001',
			version_uuid: '7e250000-0000-4000-8000-000000000001',
			file_name: 'offer.pdf',
		};
		expect(asked(NOTES)[0]?.body).toEqual([
			{ entity_id: 7001, note_type: 'attachment', params, request_id: 'i0' },
		]);
		expect(contentOf(params.version_uuid)?.equals(content)).toBe(true);
		expect(run.json).toEqual([partial({ params })]);
	});

	test('is cut into parts of the size the session names', async () => {
		const opened = await fetch(`${account().driveUrl}${SESSIONS}`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${account().token}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({ file_name: 'a.txt', file_size: 25 }),
		});
		const session: unknown = await opened.json();
		const body = { ...Object(session), max_part_size: 10 } as object;
		sandbox().addFault({ path: SESSIONS, action: answer(body) });

		await attached([file(bytesOf(25))]);

		expect(asked(PARTS).map((part) => part.body)).toEqual([
			{ bytes: 10 },
			{ bytes: 10 },
			{ bytes: 5 },
		]);
		expect(storedNotes()).toHaveLength(1);
	});

	test('several items go out in one batch of notes, each with its own file', async () => {
		const run = await attached([
			file('one', 'a.txt'),
			file('two', 'b.txt'),
			file('three', 'c.txt'),
		]);

		expect(asked('/api/v4/account')).toHaveLength(1);
		expect(asked(SESSIONS)).toHaveLength(3);
		expect(asked(NOTES)).toHaveLength(1);
		const contents = storedNotes().map(({ params }) => [
			params['file_name'],
			contentOf(params['version_uuid'])?.toString(),
		]);
		expect(contents).toEqual([
			['a.txt', 'one'],
			['b.txt', 'two'],
			['c.txt', 'three'],
		]);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('with an OAuth2 token that expires in between, the part is sent again with the new one', async () => {
		sandbox().addFault({ path: PARTS, nth: 2, action: { type: 'status', status: 401 } });
		const content = bytesOf(PART + 5);
		const { error } = await runNode({
			nodeType: new Kommo(),
			parameters: { ...attach, authentication: 'oAuth2', resource: 'note', operation: 'create' },
			items: [file(content)],
			credentials: await oAuthCredentials(sandbox()),
		});

		expect(error).toBeNull();
		expect(asked(PARTS).map(({ status }) => status)).toEqual([200, 401, 200]);
		expect(contentOf(storedNotes()[0]?.params['version_uuid'])?.equals(content)).toBe(true);
	});
});

test('the drive has a limiter of its own: uploads take nothing from that of the account', async () => {
	// two a second for the account's look-up and note, two for the drive's session and part
	const credentials = apiTokenCredentials(sandbox(), 'amocrm', { requestsPerSecond: 2 });
	const run = await attached(
		[file('one')],
		{ entityId: byId(1_007_001), options: { maxWait: 0.2 } },
		{ credentials },
	);

	expect(run.error).toBeNull();
	expect(sandbox().requests({ account: 'amocrm' })).toHaveLength(4);
});

describe('a note with a stored file', () => {
	const uuid = 'f11e0000-0000-4000-8000-000000000001';
	const stored = { fileSource: 'stored', fileUuid: uuid, fileName: 'Our offer.pdf' };

	test('names it and asks the drive nothing (fact sheet §4.8)', async () => {
		await attached([file('content')]);
		sandbox().clearRequests();
		const run = await attached([{ json: {} }], stored);

		expect(run.error).toBeNull();
		expect(sent(sandbox())).toEqual([
			{
				method: 'POST',
				path: NOTES,
				query: {},
				body: [
					{
						entity_id: 7001,
						note_type: 'attachment',
						params: { file_uuid: uuid, file_name: 'Our offer.pdf' },
						request_id: 'i0',
					},
				],
			},
		]);
	});

	test('that the drive does not hold is refused on its own item', async () => {
		const run = await attached([{ json: {} }], stored);

		expect(run.error?.itemIndex).toBe(0);
		expect(run.error?.message).toContain("'File UUID'");
	});

	test('whose UUID is none is refused before anything is sent', async () => {
		const run = await attached([{ json: {} }], { ...stored, fileUuid: 'offer.pdf' });

		expect(run.error?.message).toContain("'File UUID' is not a UUID: offer.pdf");
		expect(paths()).toEqual([]);
	});
});

describe('what cannot be uploaded', () => {
	test('an item without the binary field is refused before anything is sent', async () => {
		const run = await attached([file('one'), { json: {} }]);

		expect(run.error).toMatchObject({ itemIndex: 1 });
		expect(run.error?.message).toContain(
			'\'Input Binary Field\' names no file of this item: "data"',
		);
		expect(paths()).toEqual([]);
	});

	test('an empty file is refused, and no session opened for it', async () => {
		const run = await attached([file('', 'empty.txt')]);

		expect(run.error?.message).toContain("'Input Binary Field' holds an empty file: empty.txt");
		expect(paths()).toEqual([]);
	});

	test('a file above max_file_size of the session is refused before any part (§2.2)', async () => {
		const body = { max_file_size: 9, max_part_size: 5, upload_url: `${account().driveUrl}/x` };
		sandbox().addFault({ path: SESSIONS, action: answer(body) });
		const run = await attached([file('ten bytes!')]);

		expect(run.error?.message).toContain('too large: offer.pdf has 10 bytes');
		expect(run.error?.description).toContain('up to 9 bytes');
		expect(paths()).toEqual(['GET /api/v4/account', 'POST /v1.0/sessions']);
	});

	test('without the scope Files the message names it, and no further upload starts (§1.5)', async () => {
		const detail = "Client doesn't have the required scope";
		const action = answer({ title: 'Forbidden', status: 403, detail }, 403);
		sandbox().addFault({ path: SESSIONS, times: Infinity, action });
		const items = Array.from({ length: 12 }, (_, index) => file(`file ${index}`));
		const settings = { onError: 'continueRegularOutput' } as const;
		const run = await attached(items, {}, { settings });

		expect(run.items).toHaveLength(12);
		const [first] = run.json;
		expect(first?.error).toContain("The credential may not store files (upload of 'offer.pdf')");
		expect(first?.details).toContain('scope Files');
		expect(first?.details).toContain(detail);
		// eight at most are under way at once
		expect(asked(SESSIONS).length).toBeLessThanOrEqual(8);
		expect(asked(NOTES)).toEqual([]);
	});

	test('a block is called a block, not a missing scope (§2.1)', async () => {
		sandbox().addFault({ path: SESSIONS, action: { type: 'html', status: 403 } });
		const run = await attached([file('one')]);

		expect(run.error?.message).toContain('The service blocks requests');
	});

	test('a file that the drive refuses costs only its own item', async () => {
		const action = answer({ title: 'Bad Request', detail: 'Bad file name' }, 400);
		sandbox().addFault({ path: SESSIONS, nth: 2, action });
		const settings = { onError: 'continueRegularOutput' } as const;
		const run = await attached([file('one'), file('two'), file('three')], {}, { settings });

		expect(run.json.filter(({ error }) => error !== undefined)).toHaveLength(1);
		expect(asked(NOTES)).toHaveLength(1);
		expect(storedNotes()).toHaveLength(2);
		expect(pairing(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('without On Error no note is written when one of the files is refused', async () => {
		sandbox().addFault({ path: SESSIONS, nth: 2, action: answer({ detail: 'no' }, 400) });
		const run = await attached([file('one'), file('two')]);

		expect(run.error?.message).toContain("(upload of 'offer.pdf')");
		expect(asked(NOTES)).toEqual([]);
	});
});

test('Validate Only uploads nothing and shows which file it would be', async () => {
	const run = await attached([file('one', 'a.txt')], { options: { validateOnly: true } });

	expect(paths()).toEqual([]);
	expect(run.json).toEqual([
		{
			method: 'POST',
			path: NOTES,
			body: [
				{
					entity_id: 7001,
					note_type: 'attachment',
					params: { file_name: 'a.txt' },
					request_id: 'i0',
				},
			],
		},
	]);
});
