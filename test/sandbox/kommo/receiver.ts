/** A webhook receiver on loopback that answers as told. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

export interface Received {
	headers: IncomingHttpHeaders;
	body: string;
	/** Decoded pairs, keys with literal brackets. */
	fields: Record<string, string>;
}

/** Stands for a status: the request stays without an answer. */
export const NEVER = 0;

export interface Receiver {
	url: string;
	received: Received[];
	/** Statuses of the next answers, or NEVER; the last one stays. */
	answers: number[];
	/** Resolves when `count` requests came in. */
	until(count: number): Promise<Received[]>;
	close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
	const received: Received[] = [];
	const waiting: Array<{ count: number; resolve: () => void }> = [];
	const receiver: Receiver = {
		url: '',
		received,
		answers: [200],
		until: (count) =>
			new Promise((resolve) => {
				const done = (): void => resolve(received);
				if (received.length >= count) done();
				else waiting.push({ count, resolve: done });
			}),
		close: () => stop(server),
	};
	const server = createServer((req, res) => {
		const chunks: Buffer[] = [];
		req.on('data', (chunk: Buffer) => chunks.push(chunk));
		req.on('end', () => {
			const body = Buffer.concat(chunks).toString();
			received.push({
				headers: req.headers,
				body,
				fields: Object.fromEntries(new URLSearchParams(body)),
			});
			const answer =
				(receiver.answers.length > 1 ? receiver.answers.shift() : receiver.answers[0]) ?? 200;
			if (answer !== NEVER) {
				res.statusCode = answer;
				res.end();
			}
			for (const w of waiting) if (received.length >= w.count) w.resolve();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('no address');
	receiver.url = `http://127.0.0.1:${address.port}/hook?secret=s`;
	return receiver;
}

function stop(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}
