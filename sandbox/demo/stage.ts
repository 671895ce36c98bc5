import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { startKommoSandbox, type KommoSandbox, type KommoSandboxOptions } from '../kommo';
import { hasCode } from '../n8n/errorText';
import { ensureN8n } from '../n8n/install';
import { N8nClient } from '../n8n/client';
import { PortTakenError } from '../n8n/ports';
import { progressPrinter } from '../n8n/progressLine';
import { startN8n, type N8nServer } from '../n8n/server';
import { buildPackage, isBuildStale } from './buildPackage';
import type { CredentialsByType } from './importWorkflow';
import { demoOwner } from './owner';

export const PROJECT_DIR = path.resolve(__dirname, '..', '..');

export interface StageOptions {
	/** n8n's data; kept between starts if the caller keeps the folder. */
	userFolder: string;
	/** 0 or left out: any free port. */
	n8nPort?: number;
	/** Port of the Kommo account; amoCRM gets the next one. 0 or left out: any free ports. */
	sandboxPort?: number;
	sandbox?: Omit<KommoSandboxOptions, 'ports'>;
	/** Says what is being done, one line at a time. */
	say: (line: string) => void;
}

/** Everything of the demo, running: the emulated CRM and the real n8n with our package in it. */
export interface Stage {
	sandbox: KommoSandbox;
	n8n: N8nServer;
	/** Logged in as the owner. */
	client: N8nClient;
	/** Ready to use: kommoApi of the Kommo account. */
	credentials: CredentialsByType;
	/** Ends n8n with all its children, then the sandbox. */
	close: () => Promise<void>;
}

/**
 * Installs n8n when this user has not got it, builds the package when it changed, starts the
 * sandbox and n8n, and prepares owner and credentials. What was started is ended again
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
	const sandbox = await startSandbox(options);
	say('Starting n8n …');
	try {
		const n8n = await startN8n({
			installation,
			port: options.n8nPort,
			userFolder,
			packageDir: PROJECT_DIR,
		});
		const close = async () => {
			await n8n.stop();
			await sandbox.close();
		};
		try {
			const client = new N8nClient(n8n.url);
			await logIn(client);
			return { sandbox, n8n, client, credentials: await saveCredentials(client, sandbox), close };
		} catch (error) {
			await n8n.stop();
			throw error;
		}
	} catch (error) {
		await sandbox.close();
		throw error;
	}
}

async function startSandbox({ sandboxPort = 0, sandbox }: StageOptions): Promise<KommoSandbox> {
	const ports = { kommo: sandboxPort, amocrm: sandboxPort === 0 ? 0 : sandboxPort + 1 };
	try {
		return await startKommoSandbox({ ...sandbox, ports });
	} catch (error) {
		if (!hasCode(error, 'EADDRINUSE')) throw error;
		const taken =
			typeof error === 'object' && error && 'port' in error ? Number(error.port) : sandboxPort;
		throw new PortTakenError(taken, 'Kommo sandbox');
	}
}

async function logIn(client: N8nClient): Promise<void> {
	if (await client.needsOwner()) await client.setUpOwner(demoOwner);
	else await client.logIn(demoOwner);
}

async function saveCredentials(
	client: N8nClient,
	{ accounts }: KommoSandbox,
): Promise<CredentialsByType> {
	const kommoApi = await client.saveCredential('Kommo sandbox', 'kommoApi', {
		hostType: 'custom',
		baseUrl: accounts.kommo.url,
		domain: 'kommo.com',
		requestsPerSecond: 7,
		accessToken: accounts.kommo.token,
	});
	return { kommoApi };
}
