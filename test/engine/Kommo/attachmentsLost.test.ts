import { useSandbox } from '../../support/sandbox';
import {
	answer,
	attachmentsIn,
	bytesOf,
	file,
	NOTES,
	PART,
	PARTS,
	SESSIONS,
} from './attachmentRun';

const sandbox = useSandbox();
const { account, attached, asked, storedNotes, contentOf } = attachmentsIn(sandbox);

describe('an answer that is lost on the way', () => {
	const content = bytesOf(PART + 7);

	test.each<[string, string, number, number]>([
		['to the session', SESSIONS, 1, 1],
		['to a part in the middle', PARTS, 1, 1],
		['to the last part', PARTS, 2, 2],
	])('%s begins a new session, and no part is sent twice', async (_what, path, nth, files) => {
		sandbox().addFault({ path, nth, when: 'after', action: { type: 'reset' } });
		const run = await attached([file(content)], { options: { retryCreates: true } });

		expect(run.error).toBeNull();
		expect(asked(SESSIONS)).toHaveLength(2);
		const addresses = asked(PARTS).map((part) => part.path);
		expect(new Set(addresses).size).toBe(addresses.length);
		expect(storedNotes()).toHaveLength(1);
		expect(contentOf(storedNotes()[0]?.params['version_uuid'])?.equals(content)).toBe(true);
		// the spare copy of a file whose confirmation was lost
		expect(account().store.files.size).toBe(files);
	});

	// the first delay between two tries is longer than this Max Wait
	test('beyond Max Wait ends the item; nothing of it is unknown, so Retry On Fail writes it', async () => {
		sandbox().addFault({ path: PARTS, action: { type: 'reset' } });
		const settings = { retryOnFail: true, maxTries: 2 };
		const run = await attached([file('one')], { options: { maxWait: 0.2 } }, { settings });

		expect(run.tries).toBe(2);
		expect(run.error).toBeNull();
		expect(storedNotes()).toHaveLength(1);
		// nobody has to look whether the note was written
		expect(asked(NOTES).map(({ method }) => method)).toEqual(['POST']);
	});

	test('leaves no item whose fate is unknown', async () => {
		sandbox().addFault({ path: PARTS, times: 2, action: { type: 'reset' } });
		const run = await attached([file('one'), file('two')], { options: { maxWait: 0.2 } });

		expect(run.error?.description).toContain('Not written: items 0–1');
		expect(run.error?.description).not.toContain('Unknown');
	});

	test('is told with the name of the file, and without the key in the address', async () => {
		sandbox().addFault({ path: PARTS, action: { type: 'reset' } });
		const run = await attached([file('one')], { options: { maxWait: 0.2 } });

		expect(run.error?.message).toBe(
			"The connection to '127.0.0.1' broke off before the answer was complete (upload of 'offer.pdf')",
		);
		expect(JSON.stringify(run.run)).not.toContain('eyJ');
		expect(asked(NOTES)).toEqual([]);
	});
});

describe('answers that are not what the sheet says', () => {
	test.each<[string, string, object, string]>([
		['no upload_url', SESSIONS, {}, 'named no address'],
		['no file model at the end', PARTS, { session_id: 1 }, 'did not confirm the file'],
		['another size', PARTS, { uuid: 'u', size: 2 }, 'stored 2 of 3 bytes'],
	])('%s ends the item', async (_what, path, body, text) => {
		sandbox().addFault({ path, action: answer(body) });
		const run = await attached([file('one')]);

		expect(run.error?.message).toContain(text);
		expect(asked(NOTES)).toEqual([]);
	});

	test('a refused address of a part is told without its key', async () => {
		sandbox().addFault({ path: PARTS, action: { type: 'status', status: 404, body: {} } });
		const run = await attached([file('one')]);

		expect(run.error?.message).toContain('POST /v1.0/sessions/upload/…');
	});
});
