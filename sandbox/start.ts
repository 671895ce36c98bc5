/** Starts the sandbox on its own: `npm run sandbox`. */
import { Command, InvalidArgumentError } from 'commander';
import { describe } from './describe';
import type { LatencyOptions } from './kommo';
import { startAll, type Sandboxes } from './startAll';

interface CliOptions {
	host: string;
	kommoPort: number;
	amocrmPort: number;
	clevertimPort: number;
	comagicPort: number;
	rateLimit: boolean;
	latency?: LatencyOptions;
	seed: boolean;
	webhookSpeed: number;
}

function port(text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 0 || value > 65_535) {
		throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
	}
	return value;
}

function latency(text: string): LatencyOptions {
	const [baseMs = NaN, perEntityMs = 0, jitterMs = 0] = text.split(',').map(Number);
	if ([baseMs, perEntityMs, jitterMs].some((ms) => !Number.isFinite(ms) || ms < 0)) {
		throw new InvalidArgumentError('Write base,perEntity[,jitter] in milliseconds, e.g. 150,2.');
	}
	return { baseMs, perEntityMs, jitterMs };
}

function speed(text: string): number {
	const value = Number(text);
	if (!(value > 0)) throw new InvalidArgumentError('A speed is a number above 0.');
	return value;
}

const program = new Command('sandbox')
	.description('Emulators of the services the nodes talk to. Nothing leaves this machine.')
	.option('--host <address>', 'address to listen on', '127.0.0.1')
	.option('--kommo-port <port>', 'port of the Kommo account "Acme"', port, 4010)
	.option('--amocrm-port <port>', 'port of the amoCRM account "Ромашка"', port, 4011)
	.option('--clevertim-port <port>', 'port of Clevertim', port, 4012)
	.option('--comagic-port <port>', 'port of Comagic: all of its APIs', port, 4013)
	.option('--no-rate-limit', 'Kommo: do not refuse requests above 7 a second')
	.option('--latency <ms>', 'base,perEntity[,jitter] in milliseconds', latency)
	.option('--no-seed', 'accounts without leads, contacts and the like')
	.option(
		'--webhook-speed <factor>',
		'divides the delays between webhook retries (Kommo)',
		speed,
		60,
	);

async function main(): Promise<void> {
	const options = program.parse().opts<CliOptions>();
	const sandboxes = await start(options);
	const stop = (): void => {
		void sandboxes.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	process.stdout.write(describe(sandboxes));
}

async function start(options: CliOptions): Promise<Sandboxes> {
	const { host, latency, seed, kommoPort, amocrmPort, clevertimPort, comagicPort } = options;
	return await startAll({
		ports: { kommo: kommoPort, amocrm: amocrmPort, clevertim: clevertimPort, comagic: comagicPort },
		host,
		latency,
		seed,
		kommo: {
			rateLimit: { enabled: options.rateLimit },
			webhooks: { speed: options.webhookSpeed },
		},
	});
}

main().catch((error: unknown) => {
	process.stderr.write(`${reason(error)}\n`);
	process.exit(1);
});

function reason(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('code' in error && error.code === 'EADDRINUSE') {
		const taken = 'port' in error ? String(error.port) : 'wanted';
		return `Port ${taken} is taken. End what uses it, or choose another with --kommo-port, --amocrm-port, --clevertim-port or --comagic-port.`;
	}
	return error.message;
}
