import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The folder of the user's cache that belongs to this project. It outlives a clone, so that
 * a second clone and CI find the n8n that the first one installed.
 */
export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
	const xdg = env.XDG_CACHE_HOME;
	// The XDG specification says that a relative path is to be ignored.
	const base = xdg && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache');
	return path.join(base, 'n8n-nodes-kommo-suite');
}

/** Name of the folder that holds the n8n of one lock file: the same text gives the same name. */
export function installationName(lockFileText: string): string {
	return `n8n-${createHash('sha256').update(lockFileText).digest('hex').slice(0, 12)}`;
}
