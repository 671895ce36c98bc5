import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { readJsonFile } from './jsonFile';

const run = promisify(execFile);

/** n8n 2.41 refuses to start with an older one. */
export const REQUIRED_NODE_MAJOR = 24;

const PLATFORM_PACKAGE = `node-${process.platform}-${process.arch}`;

function tooOld(hostVersion: string): Error {
	return new Error(
		`n8n needs Node.js ${REQUIRED_NODE_MAJOR} or newer. This is ${hostVersion}, and there is no ` +
			`npm package with a newer one for ${process.platform}-${process.arch}. ` +
			`Run the same command with Node.js ${REQUIRED_NODE_MAJOR} or newer.`,
	);
}

function majorOf(version: string): number {
	return Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
}

async function versionOf(binary: string): Promise<string> {
	try {
		return (await run(binary, ['--version'])).stdout.trim();
	} catch {
		return '';
	}
}

/**
 * Says before a long install whether there will be a Node.js to run n8n with.
 * @param manifestFile the package.json whose optionalDependencies list the platform packages
 * @throws Error that says what to do
 */
export async function assertNodeWillExist(
	manifestFile: string,
	hostVersion = process.version,
): Promise<void> {
	if (majorOf(hostVersion) >= REQUIRED_NODE_MAJOR) return;
	const manifest = await readJsonFile<{ optionalDependencies?: Record<string, string> }>(
		manifestFile,
	);
	if (!manifest.optionalDependencies?.[PLATFORM_PACKAGE]) throw tooOld(hostVersion);
}

/**
 * The Node.js that runs n8n: the one of the platform package when it starts here,
 * else the one that runs this script if it is new enough.
 * @throws Error that says what to do when there is neither
 */
export async function findNodeBinary(
	installationDir: string,
	hostVersion = process.version,
): Promise<string> {
	const shipped = path.join(installationDir, 'node_modules', PLATFORM_PACKAGE, 'bin', 'node');
	if (majorOf(await versionOf(shipped)) >= REQUIRED_NODE_MAJOR) return shipped;
	if (majorOf(hostVersion) >= REQUIRED_NODE_MAJOR) return process.execPath;
	throw tooOld(hostVersion);
}

/** The folder with `include/node` that belongs to a Node.js binary, for compilers; undefined if it has none. */
export async function headersFolder(nodeBinary: string): Promise<string | undefined> {
	const prefix = path.dirname(path.dirname(nodeBinary));
	try {
		await access(path.join(prefix, 'include', 'node', 'node_api.h'));
		return prefix;
	} catch {
		return undefined;
	}
}
