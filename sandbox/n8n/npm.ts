import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { lastLines } from './errorText';

export interface NpmCall {
	/** Folder that holds the package.json. */
	cwd: string;
	/** What npm says is appended to this file; without it, to nowhere. */
	logFile: string;
	env?: NodeJS.ProcessEnv;
}

// What `npm run` hands to its scripts describes our project, not the one npm is called for.
const PARENT_RUN =
	/^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|ignore_scripts|prefix)$|INIT_CWD$)/i;

function childEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !PARENT_RUN.test(name));
	return { ...Object.fromEntries(inherited), ...extra };
}

/** How to start the npm that started us, else the one on the PATH. */
function npmCommand(): { command: string; prefix: string[]; shell: boolean } {
	const cli = process.env.npm_execpath;
	if (cli && /npm-cli\.c?js$/.test(cli)) {
		return { command: process.execPath, prefix: [cli], shell: false };
	}
	// npm is a .cmd file on Windows, which only a shell can start
	return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

/**
 * Runs npm and gives what it printed to standard output.
 * @throws Error with the end of the log when npm cannot be started or ends with a code other than 0.
 */
export async function runNpm(args: string[], { cwd, logFile, env }: NpmCall): Promise<string> {
	const log = await open(logFile, 'a');
	try {
		await log.write(`\n$ npm ${args.join(' ')}\n`);
		const { command, prefix, shell } = npmCommand();
		const child = spawn(command, [...prefix, ...args], {
			cwd,
			env: childEnvironment(env),
			shell,
			stdio: ['ignore', 'pipe', log.fd],
		});
		// without this an npm that still downloads would outlive us
		const kill = () => child.kill();
		process.once('exit', kill);
		const printed: Buffer[] = [];
		child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
		const code = await new Promise<number | null>((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		}).finally(() => process.off('exit', kill));
		const output = Buffer.concat(printed).toString('utf8');
		await log.write(output);
		if (code === 0) return output;
		throw new Error(
			`'npm ${args.join(' ')}' ended with code ${code}. The end of ${logFile}:\n${await lastLines(logFile)}`,
		);
	} finally {
		await log.close();
	}
}
