import { createServer } from 'node:http';

export interface ReceivedRequest {
	method: string;
	query: Record<string, string>;
	type: string;
	body: string;
}

export interface Receiver {
	url: string;
	requests: ReceivedRequest[];
	/** Resolves when so many requests have come. */
	until(count: number): Promise<void>;
	close(): Promise<void>;
}

/** A server that keeps what it is sent and answers 200. */
export async function startScriptedReceiver(): Promise<Receiver> {
	const requests: ReceivedRequest[] = [];
	const waiting = new Set<() => void>();
	const server = createServer((req, res) => {
		const chunks: Buffer[] = [];
		req.on('data', (chunk: Buffer) => chunks.push(chunk));
		req.on('end', () => {
			const { searchParams } = new URL(req.url ?? '/', 'http://receiver');
			requests.push({
				method: req.method ?? '',
				query: Object.fromEntries(searchParams),
				type: req.headers['content-type'] ?? '',
				body: Buffer.concat(chunks).toString(),
			});
			res.end('ok');
			for (const look of waiting) look();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/hook`,
		requests,
		until: async (count) =>
			await new Promise((resolve) => {
				const look = () => (requests.length >= count ? resolve() : undefined);
				waiting.add(look);
				look();
			}),
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
