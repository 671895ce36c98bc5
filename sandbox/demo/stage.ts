import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ClevertimSandbox } from '../clevertim';
import type { ComagicSandbox } from '../comagic';
import type { KommoSandbox, KommoSandboxOptions } from '../kommo';
import { hasCode } from '../n8n/errorText';
import { ensureN8n } from '../n8n/install';
import { N8nClient } from '../n8n/client';
import { PortTakenError } from '../n8n/ports';
import { progressPrinter } from '../n8n/progressLine';
import { startN8n, type N8nServer, type StartN8nOptions } from '../n8n/server';
import { startAll, type Sandboxes } from '../startAll';
import { buildPackage, isBuildStale } from './buildPackage';
import { saveCredentials } from './credentials';
import type { CredentialsByType } from './importWorkflow';
import { demoOwner } from './owner';

export const PROJECT_DIR = path.resolve(__dirname, '..', '..');

export interface StageOptions {
	/** n8n's data; kept between starts if the caller keeps the folder. */
	userFolder: string;
	/** 0 or left out: any free port. */
	n8nPort?: number;
	/** Port of the Kommo account; amoCRM, Clevertim and Comagic get the next ones. 0 or left out: any free ports. */
	sandboxPort?: number;
	sandbox?: Omit<KommoSandboxOptions, 'ports'>;
	/** Variables of n8n beside its usual ones. */
	env?: Record<string, string>;
	/** Says what is being done, one line at a time. */
	say: (line: string) => void;
}

export interface RestartOptions {
	/** Variables of n8n beside its usual ones. Default: those it had before. */
	env?: Record<string, string>;
	/** What happens while there is no n8n. */
	whileDown?: () => Promise<void>;
}

/** Everything of the demo, running: the emulated services and the real n8n with our package in it. */
export interface Stage {
	sandbox: KommoSandbox;
	clevertim: ClevertimSandbox;
	comagic: ComagicSandbox;
	n8n: N8nServer;
	/** Variables n8n was started with, beside its usual ones. */
	env: Record<string, string>;
	/** Logged in as the owner. */
	client: N8nClient;
	/** Ready to use: kommoApi of the Kommo account, clevertimApi, comagicApi. */
	credentials: CredentialsByType;
	/** Ends n8n and starts it again with the same data and address; who was logged in still is. */
	restartN8n: (options?: RestartOptions) => Promise<void>;
	/** Ends n8n with all its children, then the sandboxes. */
	close: () => Promise<void>;
}

/**
 * Installs n8n when this user has not got it, builds the package when it changed, starts the
 * sandboxes and n8n, and prepares owner and credentials. What was started is ended again
 * when a later step does not succeed.
 * @throws PortTakenError when a wanted port is in use
 */
export async function setStage(options: StageOptions): Promise<Stage> {
	const { userFolder, say } = options;
	await mkdir(userFolder, { recursive: true });
	const progress = progressPrinter();
	const installation = await ensureN8n({ onProgress: progress.show }).finally(progress.end);
	if (await isBuildStale(PROJECT_DIR)) {
		say('Building the package …');
		await buildPackage(PROJECT_DIR, path.join(userFolder, 'build.log'));
	}
	const sandboxes = await startSandboxes(options);
	say('Starting n8n …');
	try {
		return await withN8n(sandboxes, {
			installation,
			userFolder,
			packageDir: PROJECT_DIR,
			port: options.n8nPort,
			env: options.env,
		});
	} catch (error) {
		await sandboxes.close();
		throw error;
	}
}

async function withN8n(sandboxes: Sandboxes, options: StartN8nOptions): Promise<Stage> {
	const n8n = await startN8n(options);
	try {
		const client = new N8nClient(n8n.url);
		await logIn(client);
		const credentials = await saveCredentials(client, sandboxes);
		const stage: Stage = {
			...{ sandbox: sandboxes.kommo, clevertim: sandboxes.clevertim, comagic: sandboxes.comagic },
			...{ n8n, client, credentials, env: options.env ?? {} },
			restartN8n: async ({ env = stage.env, whileDown } = {}) => {
				await stage.n8n.stop();
				await whileDown?.();
				stage.n8n = await startN8n({ ...options, port: n8n.port, env });
				stage.env = env;
			},
			close: async () => {
				await stage.n8n.stop();
				await sandboxes.close();
			},
		};
		return stage;
	} catch (error) {
		await n8n.stop();
		throw error;
	}
}

async function startSandboxes({ sandboxPort = 0, sandbox }: StageOptions): Promise<Sandboxes> {
	const [kommo, amocrm, clevertim, comagic] = portsFrom(sandboxPort);
	try {
		const ports = { kommo, amocrm, clevertim, comagic };
		return await startAll({ ports, ...(sandbox ? { kommo: sandbox } : {}) });
	} catch (error) {
		if (!hasCode(error, 'EADDRINUSE')) throw error;
		const taken =
			typeof error === 'object' && error && 'port' in error ? Number(error.port) : sandboxPort;
		throw new PortTakenError(taken, 'sandbox');
	}
}

/** Four in a row; any free ones for 0. */
const portsFrom = (first: number): [number, number, number, number] =>
	first === 0 ? [0, 0, 0, 0] : [first, first + 1, first + 2, first + 3];

async function logIn(client: N8nClient): Promise<void> {
	if (await client.needsOwner()) await client.setUpOwner(demoOwner);
	else await client.logIn(demoOwner);
}
