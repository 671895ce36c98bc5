import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const GRACE_MS = 10_000;
const POLL_MS = 50;

export interface GroupOptions {
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Standard output and error are appended to this file. */
	logFile: string;
}

/** A program together with every process it starts; ended as one. */
export interface ProcessGroup {
	readonly pid: number;
	/** Settles when the program itself has ended, with its exit code (null: by a signal). */
	readonly ended: Promise<number | null>;
	/** Asks all processes of the group to end, and forces those still there after ten seconds. */
	stop: () => Promise<void>;
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
	try {
		process.kill(-pid, signal);
		return true;
	} catch {
		// ESRCH: no process of the group is left
		return false;
	}
}

async function waitForEmptyGroup(pid: number, timeoutMs: number): Promise<boolean> {
	for (let waited = 0; waited < timeoutMs; waited += POLL_MS) {
		if (!signalGroup(pid, 0)) return true;
		await delay(POLL_MS);
	}
	return !signalGroup(pid, 0);
}

function endOf(child: ChildProcess): Promise<number | null> {
	return new Promise((resolve) => {
		child.once('error', () => resolve(null));
		child.once('exit', (code) => resolve(code));
	});
}

/**
 * Starts a program as leader of a new process group, so that its children can be ended with it
 * and a Ctrl-C of the terminal reaches it only through `stop()`.
 * @throws Error when the program cannot be started
 */
export async function startGroup(
	command: string,
	args: string[],
	{ cwd, env, logFile }: GroupOptions,
): Promise<ProcessGroup> {
	const log = await open(logFile, 'a');
	const child = spawn(command, args, {
		cwd,
		env,
		detached: true,
		stdio: ['ignore', log.fd, log.fd],
	});
	const ended = endOf(child);
	await log.close();
	const { pid } = child;
	if (pid === undefined) throw new Error(`${command} could not be started.`);

	// the last resort when this process ends without stop(): exit handlers cannot wait
	const kill = () => signalGroup(pid, 'SIGKILL');
	process.once('exit', kill);
	const stop = async () => {
		signalGroup(pid, 'SIGTERM');
		if (!(await waitForEmptyGroup(pid, GRACE_MS))) signalGroup(pid, 'SIGKILL');
		await ended;
		process.off('exit', kill);
	};
	return { pid, ended, stop };
}
