/**
 * Import this before n8n-core: n8n keeps an encryption key in its user folder and would write it
 * into the home of whoever runs the tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Test files of one Jest worker share n8n-core, and so the folder. */
const MARK = 'N8N_ENGINE_USER_FOLDER';

if (!process.env[MARK]) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	process.env[MARK] = folder;
	process.env.N8N_USER_FOLDER = folder;
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
// n8n reports node errors to its own log; here they are asserted, not read
process.env.N8N_LOG_LEVEL ??= 'silent';
