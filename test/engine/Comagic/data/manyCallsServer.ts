import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

const SECOND = 1000;

export interface ManyCalls {
	url: string;
	/** Params of the calls so far. */
	asked: Asked[];
	close(): Promise<void>;
}

interface Asked extends IDataObject {
	date_from: string;
	date_till: string;
	limit: number;
	offset?: number;
}

interface Options {
	count: number;
	/** Time of the first call, and seconds from one to the next. */
	first: string;
	step: number;
	inclusive: boolean;
	/** Before a page is made and after it is sent. */
	watch?: () => void;
}

/**
 * A Data API with nothing but calls at even distances. It keeps no rows, so that what a test
 * measures is the node's.
 */
export async function manyCalls(options: Options): Promise<ManyCalls> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		void (async () => {
			const { id, params } = JSON.parse(await textOf(request)) as { id: string; params: Asked };
			asked.push(params);
			options.watch?.();
			response.on('finish', () => options.watch?.());
			response.setHeader('Content-Type', 'application/json; charset=UTF-8');
			response.end(answer(id, params, options));
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v2.0`,
		asked,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

async function textOf(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}

const toMs = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);
const toText = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

function answer(id: string, params: Asked, { count, first, step, inclusive }: Options): string {
	const start = toMs(first);
	const place = (ms: number): number => (ms - start) / SECOND / step;
	const from = Math.max(0, Math.ceil(place(toMs(params.date_from))));
	const end = place(toMs(params.date_till));
	const till = Math.min(count, inclusive ? Math.floor(end) + 1 : Math.ceil(end));
	const total = Math.max(0, till - from);
	const offset = params.offset ?? 0;
	const size = Math.max(0, Math.min(params.limit, total - offset));
	const rows = Array.from({ length: size }, (_, index) => {
		const number = from + offset + index;
		return row(number, toText(start + number * step * SECOND));
	});
	const metadata = { total_items: total, version: null };
	return JSON.stringify({ jsonrpc: '2.0', id, result: { data: rows, metadata } });
}

/** The usual columns of a call (fact sheet §B.9). */
const row = (number: number, time: string): IDataObject => ({
	id: 1_000_000 + number,
	start_time: time,
	finish_time: time,
	virtual_phone_number: `7495${1_000_000 + (number % 50)}`,
	finish_reason: 'subscriber_disconnects',
	direction: number % 3 === 0 ? 'out' : 'in',
	source: 'call_tracking',
	communication_id: 5_000_000 + number,
	communication_type: 'call',
	is_lost: number % 5 === 0,
	cpn_region_id: 77,
	cpn_region_name: 'Москва',
	wait_duration: number % 40,
	talk_duration: number % 600,
	total_duration: number % 640,
	contact_phone_number: `7915${1_000_000 + number}`,
	call_records: [`rec${number}`],
});
