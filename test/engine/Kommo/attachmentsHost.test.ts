import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

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
const { account, attached, asked } = attachmentsIn(sandbox);

const named = (name: string) => (url: URL) => {
	url.hostname = name;
};
const withUser = (url: URL) => {
	url.username = 'user';
};

describe('the token stays with the account and its drive', () => {
	const reached: IncomingMessage[] = [];
	let foreign: Server;
	let foreignUrl = '';
	beforeAll(async () => {
		foreign = createServer((request, response) => {
			reached.push(request);
			response.end(JSON.stringify({ uuid: 'stolen' }));
		});
		await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
		const { port } = foreign.address() as AddressInfo;
		foreignUrl = `http://127.0.0.1:${port}/v1.0/sessions/upload/x`;
	});
	afterAll(() => foreign.close());
	beforeEach(() => reached.splice(0));

	const sessionAt = (upload_url: string) => ({ max_part_size: 5, upload_url });
	const onDrive = (change: (url: URL) => void): string => {
		const url = new URL(`${account().driveUrl}/v1.0/sessions/upload/x`);
		change(url);
		return url.href;
	};

	test.each<[string, string, () => unknown]>([
		['upload_url on another port', SESSIONS, () => sessionAt(foreignUrl)],
		['upload_url on the account host', SESSIONS, () => sessionAt(`${account().url}/x`)],
		['upload_url on another name', SESSIONS, () => sessionAt(onDrive(named('localhost')))],
		['upload_url with a user name', SESSIONS, () => sessionAt(onDrive(withUser))],
		['upload_url that is no address', SESSIONS, () => sessionAt('/v1.0/sessions/upload/x')],
		['next_url on another port', PARTS, () => ({ next_url: foreignUrl })],
		['drive_url without https', '/api/v4/account', () => ({ drive_url: 'http://files.test' })],
	])('%s is not followed', async (_what, path, body) => {
		sandbox().addFault({ path, action: answer(body()) });
		const run = await attached([file(bytesOf(PART + 1))]);

		expect(run.error?.message).toContain(
			'The address to upload the file to leads to another host and was not used',
		);
		expect(run.error?.description).toContain("only ever sent to the account '127.0.0.1'");
		expect(reached).toEqual([]);
		expect(asked(NOTES)).toEqual([]);
		expect(asked(path)).toHaveLength(1);
		expect(sandbox().requests().at(-1)?.path.startsWith(path.replace('*', ''))).toBe(true);
	});

	test('an account that names no drive says so', async () => {
		sandbox().addFault({ path: '/api/v4/account', action: answer({ id: 1 }) });
		const run = await attached([file('one')]);

		expect(run.error?.message).toContain('names no files service');
	});
});
