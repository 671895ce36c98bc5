import { readFile } from 'node:fs/promises';

/** True when the value is a system error with this code, e.g. 'EADDRINUSE'. */
export function hasCode(error: unknown, code: string): boolean {
	return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** The last lines of a log file, for a message that would otherwise only name the file. */
export async function lastLines(file: string, count = 15): Promise<string> {
	const text = await readFile(file, 'utf8').catch(() => '');
	return text.trimEnd().split('\n').slice(-count).join('\n');
}
