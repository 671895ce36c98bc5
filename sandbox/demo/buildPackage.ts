import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from '../n8n/npm';

/** What the built package is made of. */
const SOURCES = ['nodes', 'credentials', 'icons', 'package.json', 'tsconfig.json', 'gulpfile.js'];

/** Times of change (ms) of a file, or of a folder with everything in it; none when it is not there. */
async function times(entry: string): Promise<number[]> {
	const found = await stat(entry).catch(() => undefined);
	if (!found) return [];
	if (!found.isDirectory()) return [found.mtimeMs];
	const names = await readdir(entry);
	const inside = await Promise.all(names.map((name) => times(path.join(entry, name))));
	// a folder's own time changes when a file leaves it
	return [found.mtimeMs, ...inside.flat()];
}

/** When the compiler wrote its first file; copied icons keep the time of their source. */
async function builtAt(dist: string): Promise<number> {
	const names = await readdir(dist, { recursive: true }).catch(() => []);
	const scripts = names.filter((name) => name.endsWith('.js'));
	const written = await Promise.all(scripts.map((name) => times(path.join(dist, name))));
	return written.length === 0 ? 0 : Math.min(...written.flat());
}

/** True when something the package is made of is newer than the build. */
export async function isBuildStale(projectDir: string): Promise<boolean> {
	const sources = await Promise.all(SOURCES.map((name) => times(path.join(projectDir, name))));
	return Math.max(...sources.flat()) >= (await builtAt(path.join(projectDir, 'dist')));
}

/**
 * Builds the package (`npm run build`).
 * @throws Error with the end of the log when the build does not go through
 */
export async function buildPackage(projectDir: string, logFile: string): Promise<void> {
	try {
		await runNpm(['run', 'build'], { cwd: projectDir, logFile });
	} catch (error) {
		// the compiler writes files in spite of errors; they must not pass for a build
		await rm(path.join(projectDir, 'dist'), { recursive: true, force: true });
		throw error;
	}
}
