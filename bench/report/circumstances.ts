import { cpus, getPriority, loadavg } from 'node:os';
import path from 'node:path';

import { readJsonFile } from '../../sandbox/n8n/jsonFile';

const PROJECT = path.resolve(__dirname, '..', '..');

interface Manifest {
	version?: string;
	dependencies?: Record<string, string>;
}

/** When, on what and with which versions a table was made, as one line. */
export async function circumstances(realN8n: boolean): Promise<string> {
	const [load = 0] = loadavg();
	const priority = getPriority();
	return [
		new Date().toISOString().slice(0, 10),
		`Node ${process.versions.node}`,
		realN8n ? `n8n ${await n8nVersion()}` : `n8n-core ${await engineVersion()}`,
		`${cpus().length} shared cores, load ${load.toFixed(1)} at the start`,
		...(priority === 0 ? [] : [`process priority ${priority}`]),
	].join(' · ');
}

async function engineVersion(): Promise<string> {
	const file = path.join(PROJECT, 'node_modules', 'n8n-core', 'package.json');
	return (await readJsonFile<Manifest>(file)).version ?? 'unknown';
}

async function n8nVersion(): Promise<string> {
	const file = path.join(PROJECT, 'sandbox', 'n8n', 'package.json');
	const { dependencies = {} } = await readJsonFile<Manifest>(file);
	return dependencies.n8n ?? 'unknown';
}
