import { mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasCode } from './errorText';

const POLL_MS = 500;

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it lives and belongs to somebody else
		return hasCode(error, 'EPERM');
	}
}

async function tryLock(lockFile: string): Promise<boolean> {
	try {
		const handle = await open(lockFile, 'wx');
		await handle.writeFile(String(process.pid));
		await handle.close();
		return true;
	} catch (error) {
		if (hasCode(error, 'EEXIST')) return false;
		throw error;
	}
}

async function removeIfOwnerDied(lockFile: string): Promise<void> {
	const owner = Number(await readFile(lockFile, 'utf8').catch(() => ''));
	// 0: just made and not yet written, or gone already
	if (owner > 0 && !isAlive(owner)) await rm(lockFile, { force: true });
}

/**
 * Runs `task` while no other process of this user runs one under the same lock file.
 * The lock of a process that died is taken over. `onWait` is called once per half second
 * of waiting. Errors of `task` pass through, the lock is released in every case.
 */
export async function withLock<T>(
	lockFile: string,
	task: () => Promise<T>,
	onWait: () => void = () => {},
): Promise<T> {
	await mkdir(path.dirname(lockFile), { recursive: true });
	while (!(await tryLock(lockFile))) {
		await removeIfOwnerDied(lockFile);
		onWait();
		await delay(POLL_MS);
	}
	try {
		return await task();
	} finally {
		await rm(lockFile, { force: true });
	}
}
