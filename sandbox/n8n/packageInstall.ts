import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readJsonFile } from './jsonFile';
import { runNpm } from './npm';

const run = promisify(execFile);

interface PackageManifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
	n8n?: { nodes?: string[]; credentials?: string[] };
}

interface PackageLedger {
	name: string;
	private: boolean;
	dependencies: Record<string, string>;
}

export interface InstalledPackage {
	name: string;
	version: string;
	dir: string;
}

/**
 * Installs a built package the way n8n's own "Install community node" does it: pack, unpack into
 * `.n8n/nodes/node_modules/<name>`, drop what is only for developers, install what it depends on,
 * note it in `.n8n/nodes/package.json`. n8n loads what it finds in that folder; the entry in its
 * database serves only the list of installed packages.
 * @throws Error when files that the package promises are not in it (not built)
 */
export async function installCommunityPackage(
	packageDir: string,
	userFolder: string,
	logFile: string,
): Promise<InstalledPackage> {
	const nodesDir = path.join(userFolder, '.n8n', 'nodes');
	const { name, version } = await readJsonFile<PackageManifest>(
		path.join(packageDir, 'package.json'),
	);
	const dir = path.join(nodesDir, 'node_modules', name);
	await rm(dir, { recursive: true, force: true });
	await mkdir(dir, { recursive: true });
	await packInto(packageDir, dir, logFile);
	await keepWhatRuns(dir, logFile);
	await noteInLedger(path.join(nodesDir, 'package.json'), name, version);
	return { name, version, dir };
}

async function packInto(packageDir: string, dir: string, logFile: string): Promise<void> {
	const scratch = await mkdtemp(path.join(tmpdir(), 'kommo-suite-pack-'));
	try {
		const printed = await runNpm(
			['pack', '--quiet', '--ignore-scripts', '--pack-destination', scratch],
			{ cwd: packageDir, logFile },
		);
		const tarball = printed.trim().split('\n').at(-1) ?? '';
		await run('tar', ['-xzf', path.join(scratch, tarball), '-C', dir, '--strip-components=1']);
	} finally {
		await rm(scratch, { recursive: true, force: true });
	}
}

async function keepWhatRuns(dir: string, logFile: string): Promise<void> {
	const manifestFile = path.join(dir, 'package.json');
	const { devDependencies, peerDependencies, optionalDependencies, ...manifest } =
		await readJsonFile<PackageManifest>(manifestFile);
	await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
	for (const file of [...(manifest.n8n?.nodes ?? []), ...(manifest.n8n?.credentials ?? [])]) {
		await access(path.join(dir, file)).catch(() => {
			throw new Error(`${manifest.name} has no ${file}. Build it first: npm run build`);
		});
	}
	if (Object.keys(manifest.dependencies ?? {}).length === 0) return;
	await runNpm(
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ cwd: dir, logFile },
	);
}

async function noteInLedger(ledgerFile: string, name: string, version: string): Promise<void> {
	const ledger = await readJsonFile<PackageLedger>(ledgerFile).catch(() => ({
		name: 'installed-nodes',
		private: true,
		dependencies: {},
	}));
	const dependencies = { ...ledger.dependencies, [name]: version };
	await writeFile(ledgerFile, JSON.stringify({ ...ledger, dependencies }, null, 2));
}
