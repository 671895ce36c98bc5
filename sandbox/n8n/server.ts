import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { n8nEnvironment } from './environment';
import { lastLines } from './errorText';
import type { N8nInstallation } from './install';
import { installCommunityPackage } from './packageInstall';
import { assertPortFree, freePort } from './ports';
import { startGroup, type ProcessGroup } from './processGroup';

const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 200;

export interface StartN8nOptions {
	installation: N8nInstallation;
	/** Default: any free port. */
	port?: number;
	/** n8n's data: database, key, installed packages. Created when it is not there. */
	userFolder: string;
	/** The built package to install; it must contain `dist`. */
	packageDir: string;
	/** Variables beside (or instead of) those of environment.ts. */
	env?: Record<string, string>;
	/** Default: `n8n.log` in the user folder. */
	logFile?: string;
}

export interface N8nServer {
	/** Without a slash at the end, e.g. `http://localhost:5678`. */
	url: string;
	port: number;
	pid: number;
	logFile: string;
	/** Settles when n8n has ended, by itself or by `stop()`. */
	ended: Promise<number | null>;
	/** Ends n8n and all its children. */
	stop: () => Promise<void>;
}

/**
 * Installs the package into n8n as n8n itself would, starts n8n and waits until it serves.
 * Nothing of it leaves the loopback address.
 * @throws PortTakenError when the port is in use
 * @throws Error with the end of the log when n8n ends early or is not ready after two minutes
 */
export async function startN8n(options: StartN8nOptions): Promise<N8nServer> {
	const { installation, userFolder, packageDir } = options;
	const logFile = options.logFile ?? path.join(userFolder, 'n8n.log');
	if (options.port) await assertPortFree(options.port, 'n8n');
	const port = options.port || (await freePort());
	const url = `http://localhost:${port}`;
	await mkdir(userFolder, { recursive: true });
	await installCommunityPackage(packageDir, userFolder, logFile);
	const settings = { port, brokerPort: await freePort(), userFolder, url };
	const group = await startGroup(installation.nodeBinary, [installation.n8nEntry, 'start'], {
		cwd: userFolder,
		env: n8nEnvironment(settings, options.env),
		logFile,
	});
	try {
		await waitUntilReady(url, group, logFile);
	} catch (error) {
		await group.stop();
		throw error;
	}
	return { url, port, pid: group.pid, logFile, ended: group.ended, stop: group.stop };
}

async function waitUntilReady(url: string, group: ProcessGroup, logFile: string): Promise<void> {
	const life = { ended: false };
	void group.ended.then(() => (life.ended = true));
	const deadline = Date.now() + READY_TIMEOUT_MS;
	while (Date.now() < deadline) {
		if (life.ended) {
			throw new Error(
				`n8n ended while starting. The end of ${logFile}:\n${await lastLines(logFile)}`,
			);
		}
		// readiness comes after migrations and after published workflows are active again
		if ((await answers(`${url}/healthz`)) && (await answers(`${url}/healthz/readiness`))) return;
		await delay(POLL_MS);
	}
	throw new Error(
		`n8n was not ready after ${READY_TIMEOUT_MS / 1000} seconds. The end of ${logFile}:\n${await lastLines(logFile)}`,
	);
}

async function answers(url: string): Promise<boolean> {
	return await fetch(url).then(
		(response) => response.ok,
		() => false,
	);
}
