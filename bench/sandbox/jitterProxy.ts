import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';

/**
 * Stands before a server and holds every request back for 0 to `mostMs`, each on its own, as a
 * network does: requests that left in good order arrive bunched. Gives its address.
 */
export async function startJitterProxy(target: string, mostMs: number): Promise<string> {
	const { hostname, port } = new URL(target);
	const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
		const { method, url, headers } = incoming;
		const onward = request({ hostname, port, method, path: url, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	};
	const server = createServer((incoming, outgoing) => {
		setTimeout(() => pass(incoming, outgoing), Math.random() * mostMs);
	});
	await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
	return `http://${LOOPBACK}:${portOf(server.address())}`;
}

function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
	return address.port;
}
