import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withLock } from '../../../sandbox/n8n/directoryLock';

describe('withLock', () => {
	let folder: string;
	let lockFile: string;
	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
		lockFile = path.join(folder, 'n8n.lock');
	});
	afterEach(async () => await rm(folder, { recursive: true }));

	const exists = async () =>
		await readFile(lockFile).then(
			() => true,
			() => false,
		);

	it('runs two tasks under one lock one after the other and tells the second that it waits', async () => {
		const events: string[] = [];
		let letFirstEnd: () => void = () => {};
		const firstMayEnd = new Promise<void>((resolve) => (letFirstEnd = resolve));
		const started = new Promise<void>((resolve) => {
			void withLock(lockFile, async () => {
				resolve();
				await firstMayEnd;
				events.push('first ended');
			});
		});
		await started;
		await withLock(
			lockFile,
			async () => await Promise.resolve(events.push('second ran')),
			() => {
				events.push('waiting');
				letFirstEnd();
			},
		);
		expect(events).toEqual(['waiting', 'first ended', 'second ran']);
	});

	it('takes over the lock of a process that died', async () => {
		// no process has the greatest pid a 32-bit number can hold
		await writeFile(lockFile, '2147483647');
		expect(await withLock(lockFile, async () => await Promise.resolve('ran'))).toBe('ran');
	});

	it('releases the lock when the task throws, and passes the error on', async () => {
		const broken = async () => await Promise.reject(new Error('no space left'));
		await expect(withLock(lockFile, broken)).rejects.toThrow('no space left');
		expect(await exists()).toBe(false);
	});

	it('does not hide an error of the file system behind endless waiting', async () => {
		await writeFile(path.join(folder, 'file'), '');
		const impossible = path.join(folder, 'file', 'n8n.lock');
		await expect(withLock(impossible, async () => await Promise.resolve())).rejects.toThrow();
	});
});
