import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Ended {
	code: number | null;
	out: string;
	err: string;
}

/** Runs the CLI; `whenUp` is called with what it printed once it is up. */
function run(
	args: string[],
	whenUp?: (child: ChildProcess, out: string) => void,
	script = 'sandbox/start.ts',
): Promise<Ended> {
	const child = spawn(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let out = '';
	let err = '';
	child.stdout.on('data', (chunk: Buffer) => {
		out += chunk.toString();
		if (out.includes('Ctrl-C')) whenUp?.(child, out);
	});
	child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
	return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** Ports nobody listens on, for all but Comagic. */
const FREE = ['--kommo-port', '--amocrm-port', '--clevertim-port'].flatMap((name) => [name, '0']);

describe('the sandbox on its own', () => {
	jest.setTimeout(30_000);

	it('prints addresses, tokens and clients, and ends cleanly on Ctrl-C', async () => {
		const ended = await run([...FREE, '--comagic-port', '0'], (child) => child.kill('SIGINT'));
		expect(ended.code).toBe(0);
		expect(ended.out).toMatch(/board and API +http:\/\/127\.0\.0\.1:\d+\//);
		for (const part of [
			'acme-long-lived-token',
			'romashka-long-lived-token',
			'/oauth2/access_token',
			'ClevertimSandboxKeyOfTheAdministrator',
			'comagic-sandbox-permanent-key-of-the-client',
			'/v2.0',
			'/v4.0',
		]) {
			expect(ended.out).toContain(part);
		}
	});

	it('listens with every service', async () => {
		const statuses: number[] = [];
		let asking: Promise<void> = Promise.resolve();
		await run([...FREE, '--comagic-port', '0'], (child, out) => {
			const origins = new Set(out.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? []);
			asking = Promise.all(
				[...origins].map(async (origin) => await fetch(`${origin}/_sandbox/health`)),
			).then((answers) => {
				statuses.push(...answers.map(({ status }) => status));
				child.kill('SIGINT');
			});
		});
		await asking;
		expect(statuses).toEqual([200, 200, 200, 200]);
	});

	it('says which port is taken', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const address = other.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		const ended = await run([...FREE, '--comagic-port', String(port)]);
		other.close();
		expect(ended.code).toBe(1);
		expect(ended.err).toContain(`Port ${port} is taken.`);
		expect(ended.err).not.toContain('    at ');
	});

	it.each([
		[['--latency', 'slow'], 'base,perEntity'],
		[['--kommo-port', '70000'], 'from 0 to 65535'],
	])('refuses %j with a hint', async (args, hint) => {
		const ended = await run(args);
		expect([ended.code, ended.err.includes(hint)]).toEqual([1, true]);
	});

	it.each([
		[['--sandbox-port', '65533'], '65532 is the highest'],
		[['--port', 'x'], 'from 0 (any free one) to 65535'],
	])('the demo refuses %j with a hint, before it installs anything', async (args, hint) => {
		const ended = await run(args, undefined, 'sandbox/demo/demo.ts');
		expect([ended.code, ended.err.includes(hint)]).toEqual([1, true]);
	});

	it('the demo names the options it has', async () => {
		const { code, out } = await run(['--help'], undefined, 'sandbox/demo/demo.ts');
		expect(code).toBe(0);
		for (const option of ['--port', '--sandbox-port', '--reset', '--once']) {
			expect(out).toContain(option);
		}
	});
});
