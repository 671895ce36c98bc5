import { readFile } from 'node:fs/promises';

/**
 * Reads a JSON file of ours, of npm or of n8n, whose shape the caller knows.
 * @throws SyntaxError when it is no JSON, a system error when it cannot be read
 */
export async function readJsonFile<T>(file: string): Promise<T> {
	const content = JSON.parse(await readFile(file, 'utf8')) as T;
	return content;
}
