import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const README = path.join(__dirname, '..', 'README.md');

const beginOf = (name: string) => `<!-- begin ${name} -->`;
const endOf = (name: string) => `<!-- end ${name} -->`;

/** Puts the section between its two marks in bench/README.md; throws when the marks are missing. */
export async function writeSection(name: string, section: string): Promise<void> {
	const text = await readFile(README, 'utf8');
	const [before, rest] = text.split(beginOf(name));
	const after = rest?.split(endOf(name))[1];
	if (before === undefined || after === undefined) {
		throw new Error(`bench/README.md has no place for '${name}'`);
	}
	const filled = `${before}${beginOf(name)}\n\n${section}\n\n${endOf(name)}${after}`;
	await writeFile(README, await formatted(filled));
}

async function formatted(text: string): Promise<string> {
	const { format, resolveConfig } = await import('prettier');
	return await format(text, { ...(await resolveConfig(README)), filepath: README });
}
