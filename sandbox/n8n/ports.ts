import { createServer } from 'node:net';
import { hasCode } from './errorText';

/** Thrown when a wanted port belongs to another program. */
export class PortTakenError extends Error {
	constructor(
		readonly port: number,
		readonly purpose: string,
	) {
		super(`Port ${port} (${purpose}) is taken by another program.`);
		this.name = 'PortTakenError';
	}
}

async function listenOnce(port: number): Promise<number> {
	const server = createServer();
	return await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
		});
	});
}

/** A port of the loopback address that nobody listens on now. */
export async function freePort(): Promise<number> {
	return await listenOnce(0);
}

/**
 * Passes when `port` can be listened on.
 * @throws PortTakenError that names the port and what it was wanted for
 */
export async function assertPortFree(port: number, purpose: string): Promise<void> {
	try {
		await listenOnce(port);
	} catch (error) {
		if (hasCode(error, 'EADDRINUSE')) throw new PortTakenError(port, purpose);
		throw error;
	}
}
