import { createServer, request, type ClientRequest, type Server } from 'node:http';

/** What stands between the account and n8n: requests and answers pass, until they are broken off. */
export interface Relay {
	origin: string;
	/** n8n's address; only its origin counts. */
	leadTo(url: string): void;
	/** Ends the open requests at both sides without an answer, as a sender does that waits no longer. */
	breakOff(): void;
	close(): Promise<void>;
}

export async function startRelay(): Promise<Relay> {
	let target = '';
	const open = new Map<ClientRequest, () => void>();
	const server = createServer((incoming, outgoing) => {
		const { method, headers, url } = incoming;
		const forwarded = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(outgoing);
		});
		const end = () => {
			outgoing.destroy();
			forwarded.destroy();
		};
		open.set(forwarded, end);
		forwarded.on('error', end);
		forwarded.on('close', () => open.delete(forwarded));
		incoming.pipe(forwarded);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${portOf(server)}`,
		leadTo: (url) => {
			target = new URL(url).origin;
		},
		breakOff: () => open.forEach((end) => end()),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function portOf(server: Server): number {
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The relay has no address');
	return address.port;
}
