import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cacheRoot, installationName } from './cache';
import { withLock } from './directoryLock';
import { messageOf } from './errorText';
import { PackageCounter, type InstallProgress, type InstallStep } from './installProgress';
import { assertNodeWillExist, findNodeBinary, headersFolder } from './nodeBinary';
import { runNpm } from './npm';

const run = promisify(execFile);
const MANIFESTS = ['package.json', 'package-lock.json', '.npmrc'];
const TICK_MS = 1000;

export interface N8nInstallation {
	/** The Node.js that n8n is to be started with. */
	nodeBinary: string;
	/** The script to start: `nodeBinary n8nEntry start`. */
	n8nEntry: string;
	/** Folder of the installation, in the user's cache. */
	dir: string;
}

export interface EnsureN8nOptions {
	/** Called about once a second while something is being installed, never when all is there. */
	onProgress?: (progress: InstallProgress) => void;
	/** Folder of package.json, package-lock.json and .npmrc; default: this one. */
	manifestDir?: string;
	/** Folder that receives the installation; default: the user's cache. */
	cacheDir?: string;
}

/**
 * Gives the n8n of the committed lock file, and installs it first when this user has not got it
 * (once per lock file: minutes and gigabytes). Two processes at once install it once; an install
 * that was broken off leaves nothing that a later call would take for complete.
 * @throws Error that names the log when npm fails, or says what is missing (Node.js, compiler)
 */
export async function ensureN8n(options: EnsureN8nOptions = {}): Promise<N8nInstallation> {
	const { manifestDir = __dirname, cacheDir = cacheRoot(), onProgress = () => {} } = options;
	const lockText = await readFile(path.join(manifestDir, 'package-lock.json'), 'utf8');
	const dir = path.join(cacheDir, installationName(lockText));
	if (!(await exists(dir))) {
		await assertNodeWillExist(path.join(manifestDir, 'package.json'));
		const startedAt = Date.now();
		const report = (step: InstallStep, counts: { done?: number; total?: number } = {}) =>
			onProgress({ step, elapsedMs: Date.now() - startedAt, ...counts });
		await withLock(
			`${dir}.lock`,
			async () => {
				if (!(await exists(dir))) await install({ manifestDir, dir, report });
			},
			() => report('waiting'),
		);
	}
	return {
		nodeBinary: await findNodeBinary(dir),
		n8nEntry: path.join(dir, 'node_modules', 'n8n', 'bin', 'n8n'),
		dir,
	};
}

interface InstallJob {
	manifestDir: string;
	dir: string;
	report: (step: InstallStep, counts?: { done?: number; total?: number }) => void;
}

async function install({ manifestDir, dir, report }: InstallJob): Promise<void> {
	await removeLeftovers(dir);
	const draft = `${dir}.installing-${process.pid}`;
	const logFile = `${dir}.log`;
	await mkdir(draft, { recursive: true });
	await rm(logFile, { force: true });
	for (const name of MANIFESTS) {
		await copyFile(path.join(manifestDir, name), path.join(draft, name));
	}
	const counter = await PackageCounter.of(draft, path.join(draft, 'package-lock.json'));
	await every(
		TICK_MS,
		async () => report('packages', { done: await counter.count(), total: counter.total }),
		runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: draft, logFile }),
	);
	await every(TICK_MS, async () => report('database'), buildDatabaseDriver(draft, logFile));
	// the rename is what makes the installation exist
	await rename(draft, dir);
}

/** sqlite3 is the one package of n8n whose binary part is not in its tarball. */
async function buildDatabaseDriver(dir: string, logFile: string): Promise<void> {
	const nodeBinary = await findNodeBinary(dir);
	const headers = await headersFolder(nodeBinary);
	try {
		await runNpm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			cwd: dir,
			logFile,
			env: {
				PATH: `${path.dirname(nodeBinary)}${path.delimiter}${process.env.PATH ?? ''}`,
				...(headers ? { npm_config_nodedir: headers } : {}),
			},
		});
		await run(nodeBinary, ['-e', "require('sqlite3')"], { cwd: dir });
	} catch (error) {
		throw new Error(
			'The database driver of n8n (sqlite3) could not be made ready. Where no ready binary can be ' +
				'downloaded it is compiled, which needs a C++ compiler, make and Python 3 ' +
				`(Debian: apt-get install build-essential python3).\n${messageOf(error)}`,
		);
	}
}

/** Runs `tick` every `intervalMs` until `work` is settled; a tick never overlaps the one before. */
async function every<T>(
	intervalMs: number,
	tick: () => Promise<void>,
	work: Promise<T>,
): Promise<T> {
	let ticking = false;
	const timer = setInterval(() => {
		if (ticking) return;
		ticking = true;
		void tick().finally(() => (ticking = false));
	}, intervalMs);
	try {
		return await work;
	} finally {
		clearInterval(timer);
	}
}

/** Drafts of this installation are dead ones, because the caller holds the lock. */
async function removeLeftovers(dir: string): Promise<void> {
	const parent = path.dirname(dir);
	const prefix = `${path.basename(dir)}.installing-`;
	for (const name of await readdir(parent)) {
		if (name.startsWith(prefix)) {
			await rm(path.join(parent, name), { recursive: true, force: true });
		}
	}
}

async function exists(folder: string): Promise<boolean> {
	return await stat(folder).then(
		(found) => found.isDirectory(),
		() => false,
	);
}
