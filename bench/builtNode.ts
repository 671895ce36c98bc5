import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { INodeType } from 'n8n-workflow';

const run = promisify(execFile);
const PROJECT = path.resolve(__dirname, '..');
/** Not `dist`: another build must not change what is being measured. */
const OWN_BUILD = path.join(PROJECT, 'node_modules', '.cache', 'kommo-suite-bench');

/**
 * The Kommo node compiled as it is published; loading its sources through tsx would measure tsx
 * as well.
 * @param folder a build to measure instead, e.g. one with a change to be compared
 */
export async function builtNode(folder?: string): Promise<INodeType> {
	if (folder === undefined) await compile();
	const file = path.join(path.resolve(folder ?? OWN_BUILD), 'nodes', 'Kommo', 'Kommo.node.js');
	const module = (await import(file)) as { Kommo?: unknown };
	if (!isNodeClass(module.Kommo)) throw new Error(`${file} does not export the node Kommo`);
	return new module.Kommo();
}

async function compile(): Promise<void> {
	const compiler = require.resolve('typescript/bin/tsc');
	const args = [compiler, '-p', 'tsconfig.json', '--outDir', OWN_BUILD];
	await run(process.execPath, args, { cwd: PROJECT });
}

function isNodeClass(value: unknown): value is new () => INodeType {
	return typeof value === 'function';
}
