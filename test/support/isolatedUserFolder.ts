/**
 * Import this before n8n-core: n8n keeps an encryption key in its user folder and would write it
 * into the home of whoever runs the tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env.N8N_USER_FOLDER = folder;
// n8n reports node errors to its own log; here they are asserted, not read
process.env.N8N_LOG_LEVEL ??= 'silent';

const removeFolder = () => rmSync(folder, { recursive: true, force: true });
// Jest hands tests a copy of `process` whose exit event never fires
if (typeof afterAll === 'function') afterAll(removeFolder);
else process.once('exit', removeFolder);
