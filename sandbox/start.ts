/** Starts the sandbox on its own: `npm run sandbox`. */
import { Command, InvalidArgumentError } from 'commander';
import { startKommoSandbox, type KommoSandbox, type LatencyOptions } from './kommo';

interface CliOptions {
	host: string;
	kommoPort: number;
	amocrmPort: number;
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
	.option('--no-rate-limit', 'do not refuse requests above 7 a second')
	.option('--latency <ms>', 'base,perEntity[,jitter] in milliseconds', latency)
	.option('--no-seed', 'accounts without leads, contacts and the like')
	.option('--webhook-speed <factor>', 'divides the delays between webhook retries', speed, 60);

async function main(): Promise<void> {
	const options = program.parse().opts<CliOptions>();
	const sandbox = await start(options);
	const stop = (): void => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
	process.stdout.write(describe(sandbox));
}

function start(options: CliOptions): Promise<KommoSandbox> {
	return startKommoSandbox({
		host: options.host,
		ports: { kommo: options.kommoPort, amocrm: options.amocrmPort },
		rateLimit: { enabled: options.rateLimit },
		latency: options.latency,
		seed: options.seed,
		webhooks: { speed: options.webhookSpeed },
	});
}

function describe(sandbox: KommoSandbox): string {
	const blocks = Object.values(sandbox.accounts).map((account) =>
		[
			`${account.name} (${account.subdomain})`,
			`  board and API   ${account.url}/`,
			`  token           ${account.token}`,
			`  limited token   ${account.limitedToken}`,
			`  OAuth2 client   ${account.oauth.clientId}  secret ${account.oauth.clientSecret}`,
			`  authorise       ${account.url}/oauth`,
			`  token endpoint  ${account.url}/oauth2/access_token`,
		].join('\n'),
	);
	return `${blocks.join('\n\n')}\n\nControl API under /_sandbox/ on both. Ctrl-C ends it.\n`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${reason(error)}\n`);
	process.exit(1);
});

function reason(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('code' in error && error.code === 'EADDRINUSE') {
		const taken = 'port' in error ? String(error.port) : 'wanted';
		return `Port ${taken} is taken. End what uses it, or choose others with --kommo-port and --amocrm-port.`;
	}
	return error.message;
}
