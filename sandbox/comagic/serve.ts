/** The way of one API request: log, faults, the API itself, latency, answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';

import { isRecord } from '../kommo/guards';
import { htmlPage, json, type Wire } from '../kommo/wire';
import { wait } from '../kommo/world';
import { callDialect } from './call/dialect';
import type { ApiName, LoggedRequest } from './contract';
import { dataDialect } from './data/dialect';
import { meetFaults } from './faultWire';
import { serveLegacy } from './legacy/serveLegacy';
import { toXml } from './legacy/xml';
import { readBody, type Body } from './requestBody';
import { masked, maskedText } from './rpc/secrets';
import { serveRpc, type RpcDialect, type RpcInput } from './rpc/serveRpc';
import type { World } from './world';

const TYPE = 'application/json; charset=utf-8';

/** Everything known of a request before an API looks at it. */
export interface Incoming {
	entry: LoggedRequest;
	body: Body;
	/** Query and body together. */
	params: Record<string, string>;
	ip: string;
	accept: string;
	host: string;
}

const DIALECTS: Readonly<Record<'data' | 'call', RpcDialect>> = {
	data: dataDialect,
	call: callDialect,
};

export async function serve(
	world: World,
	api: ApiName,
	req: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const incoming = await incomingOf(world, api, req);
	const { entry } = incoming;
	world.note(entry);
	const wire = await answer(world, incoming);
	if (!wire) {
		reply.hijack();
		req.raw.socket.destroy();
		return;
	}
	entry.status = wire.status;
	await reply.code(wire.status).headers(wire.headers).send(Buffer.from(wire.text));
}

async function incomingOf(world: World, api: ApiName, req: FastifyRequest): Promise<Incoming> {
	const [path = '', search = ''] = req.url.split('?', 2);
	const query = Object.fromEntries(new URLSearchParams(search));
	const body = await readBody(req);
	const params = { ...query, ...body.form };
	const { value } = body;
	const rpc = api !== 'session' && isRecord(value) ? value : {};
	const rpcParams = isRecord(rpc.params) ? rpc.params : {};
	const shown = masked(api === 'session' ? params : rpcParams);
	return {
		entry: {
			api,
			...(typeof rpc.method === 'string' ? { rpcMethod: rpc.method } : {}),
			method: req.method,
			path,
			query: maskedText(query),
			headers: maskedText(headersOf(req)),
			body: masked(value),
			params: isRecord(shown) ? shown : {},
			status: 0,
			at: world.now(),
		},
		body,
		params,
		ip: req.ip,
		accept: req.headers.accept ?? '',
		host: req.headers.host ?? '',
	};
}

/** The answer, or undefined when the connection is to be broken. */
async function answer(world: World, incoming: Incoming): Promise<Wire | undefined> {
	const met = world.faults.meet(incoming.entry);
	const instead = await meetFaults(world, incoming, met.before, undefined);
	if (instead !== 'none') return instead;
	const { wire, rows } = handled(world, incoming);
	await wait(world.latencyOf(rows), world.closing.signal);
	const broken = await meetFaults(world, incoming, met.after, wire);
	return broken === 'none' ? wire : broken;
}

export const rpcInput = ({ body, ip, entry }: Incoming): RpcInput => ({
	body: body.value,
	isBroken: body.isBroken,
	ip,
	now: entry.at,
});

function handled(world: World, incoming: Incoming): { wire: Wire; rows: number } {
	const { entry } = incoming;
	if (entry.api === 'session') return handledLegacy(world, incoming);
	if (entry.method !== 'POST') return { wire: htmlPage(405, 'Not Allowed'), rows: 0 };
	const body = serveRpc(world, DIALECTS[entry.api], rpcInput(incoming));
	noteRefusal(entry, body);
	const result = isRecord(body.result) ? body.result.data : undefined;
	return { wire: json(200, body, TYPE), rows: Array.isArray(result) ? result.length : 1 };
}

export function noteRefusal(entry: LoggedRequest, { error }: Record<string, unknown>): void {
	const data = isRecord(error) ? error.data : undefined;
	if (isRecord(data)) entry.refusal = String(data.mnemonic);
}

function handledLegacy(world: World, incoming: Incoming): { wire: Wire; rows: number } {
	const { entry, params, accept, host } = incoming;
	const { method, path, at: now } = entry;
	const answered = serveLegacy(world, { method, path, params, accept, host, now });
	if (!answered) return { wire: htmlPage(404, 'Not Found'), rows: 0 };
	const { body, isXml } = answered;
	if (body.message !== undefined) entry.refusal = body.message;
	const rows = Array.isArray(body.data) ? body.data.length : 1;
	if (!isXml) return { wire: json(200, body, TYPE), rows };
	const headers = { 'content-type': 'application/xml; charset=utf-8' };
	return { wire: { status: 200, headers, text: toXml(body) }, rows };
}

function headersOf(req: FastifyRequest): Record<string, string> {
	return Object.fromEntries(
		Object.entries(req.headers).map(([key, value]) => [
			key,
			Array.isArray(value) ? value.join(', ') : (value ?? ''),
		]),
	);
}
