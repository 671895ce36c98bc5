import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startGroup } from '../../../sandbox/n8n/processGroup';

/** Starts a child of its own and says both process ids. */
const PARENT = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
console.log(process.pid + ' ' + child.pid);
setInterval(() => {}, 1000);
`;

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

describe('a process group', () => {
	let folder: string;
	let logFile: string;
	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'group-'));
		logFile = path.join(folder, 'log');
	});
	afterEach(async () => await rm(folder, { recursive: true }));

	const start = async (script: string) =>
		await startGroup(process.execPath, ['-e', script], { cwd: folder, env: {}, logFile });

	it('ends with all processes that its program started', async () => {
		const group = await start(PARENT);
		let pids: number[] = [];
		while (pids.length < 2) {
			pids = (await readFile(logFile, 'utf8')).trim().split(' ').filter(Boolean).map(Number);
			await new Promise(setImmediate);
		}
		expect(pids.map(isAlive)).toEqual([true, true]);
		await group.stop();
		expect(pids.map(isAlive)).toEqual([false, false]);
	});

	it('says with which code its program ended, and keeps what it printed', async () => {
		const group = await start("console.log('bye'); process.exit(3)");
		expect(await group.ended).toBe(3);
		expect(await readFile(logFile, 'utf8')).toBe('bye\n');
		await group.stop();
	});

	it('refuses a program that is not there', async () => {
		const missing = path.join(folder, 'missing');
		await expect(startGroup(missing, [], { cwd: folder, env: {}, logFile })).rejects.toThrow(
			'could not be started',
		);
	});
});
