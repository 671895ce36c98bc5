import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { cacheRoot } from '../n8n/cache';
import { messageOf } from '../n8n/errorText';
import { PortTakenError } from '../n8n/ports';
import { FORM_LEAD_FILE, FORM_PATH, sampleForm } from './formLead';
import { EXAMPLES_DIR, importWorkflow, readWorkflowFile } from './importWorkflow';
import { demoOwner } from './owner';
import { setStage, type Stage } from './stage';
import { describeNew, snapshot } from './whatIsNew';

interface DemoOptions {
	port: number;
	sandboxPort: number;
	reset?: boolean;
	once?: boolean;
}

const say = (line = '') => process.stdout.write(`${line}\n`);

function toPort(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
	throw new InvalidArgumentError('A port is a whole number from 0 (any free one) to 65535.');
}

/** The sandboxes listen on this port and the next three. */
function toFirstPort(text: string): number {
	const port = toPort(text);
	if (port <= 65535 - 3) return port;
	throw new InvalidArgumentError('Three more ports follow it: 65532 is the highest.');
}

/** n8n's data belongs to its port: two demos at once must not share a database. */
async function userFolderFor(port: number): Promise<string> {
	return port === 0
		? await mkdtemp(path.join(tmpdir(), 'kommo-suite-demo-'))
		: path.join(cacheRoot(), `demo-${port}`);
}

/** Imports the example, sends the form to its production webhook once, and shows what came of it. */
async function runExample({ client, credentials, sandbox, n8n, ...stage }: Stage): Promise<void> {
	const { store, url } = sandbox.accounts.kommo;
	const file = await readWorkflowFile(path.join(EXAMPLES_DIR, FORM_LEAD_FILE));
	const workflow = await importWorkflow(client, file, credentials);
	const before = snapshot(store);
	const answer = await client.postToWebhook(FORM_PATH, sampleForm);
	if (answer.status !== 200) {
		throw new Error(`The workflow answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
	}
	say(`\nThe workflow '${workflow.name}' ran once and created in the sandbox:`);
	for (const line of describeNew(store, before)) say(`  ${line}`);
	say(`
n8n       ${n8n.url}   log in: ${demoOwner.email} / ${demoOwner.password}
workflow  ${n8n.url}/workflow/${workflow.id}
CRM       ${url}/   (Kommo account "Acme", a board that refreshes by itself)
amoCRM    ${sandbox.accounts.amocrm.url}/   (amoCRM account "Ромашка")
Clevertim ${stage.clevertim.url}/api   (credential "${credentials.clevertimApi?.name}")
Comagic   ${stage.comagic.dataUrl}   (credential "${credentials.comagicApi?.name}")
once more curl -X POST ${n8n.url}/webhook/${FORM_PATH} -H 'content-type: application/json' -d '${JSON.stringify(sampleForm)}'`);
}

/** Resolves at Ctrl-C (or the end of the terminal, or SIGTERM); a second one ends at once. */
function untilInterrupted(): Promise<void> {
	const FORCE_AFTER_MS = 1000;
	let firstAt = 0;
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => {
				// one Ctrl-C may arrive twice: from the terminal and through npm
				if (firstAt > 0 && Date.now() - firstAt > FORCE_AFTER_MS) process.exit(130);
				firstAt ||= Date.now();
				resolve();
			});
		}
	});
}

async function demo({ port, sandboxPort, reset, once }: DemoOptions): Promise<void> {
	const interrupted = untilInterrupted();
	const userFolder = await userFolderFor(port);
	if (reset) await rm(userFolder, { recursive: true, force: true });
	const preparing = setStage({ userFolder, n8nPort: port, sandboxPort, say });
	const stage = await Promise.race([preparing, interrupted]);
	// interrupted before it was ready: what has been started dies with this process
	if (!stage) process.exit(130);
	try {
		await Promise.race([runExample(stage), interrupted]);
		if (once) return;
		say('\nCtrl-C ends n8n and the sandboxes.');
		const ended = await Promise.race([interrupted, stage.n8n.ended.then(() => 'n8n')]);
		if (ended) throw new Error(`n8n ended by itself. Its log: ${stage.n8n.logFile}`);
		say('\nEnding …');
	} finally {
		await stage.close();
		if (port === 0) await rm(userFolder, { recursive: true, force: true });
	}
}

function explain(error: unknown): string {
	if (!(error instanceof PortTakenError)) return messageOf(error);
	const option = error.purpose === 'n8n' ? '--port' : '--sandbox-port';
	return `${error.message} End it, or choose another: npm run demo -- ${option} ${error.port + 100}`;
}

const program = new Command('demo')
	.description(
		'Starts a real n8n with this package in it, wired to emulated services, and runs an example.',
	)
	.addOption(new Option('--port <port>', "n8n's port").argParser(toPort).default(5678))
	.addOption(
		new Option(
			'--sandbox-port <port>',
			'port of the Kommo account; amoCRM, Clevertim and Comagic get the next ones',
		)
			.argParser(toFirstPort)
			.default(4010),
	)
	.option('--reset', "forget n8n's data of earlier starts")
	.option('--once', 'run the example, show what it created, and end')
	.action(async (options: DemoOptions) => {
		try {
			await demo(options);
			process.exit(0);
		} catch (error) {
			process.stderr.write(`\n${explain(error)}\n`);
			process.exit(1);
		}
	});

void program.parseAsync();
