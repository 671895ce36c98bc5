/** The control API under /_sandbox/: never logged, never broken by faults. */
import type { FastifyInstance } from 'fastify';

import { readLatency } from '../kommo/controlBody';
import { isRecord } from '../kommo/guards';
import type { Fault, FaultAction } from './contract';
import { KEYS } from './keys';
import { isCollection } from './store';
import { defaultSwitches, type ClevertimSwitches } from './switches';
import type { World } from './world';

export function addControl(app: FastifyInstance, world: World, url: () => string): void {
	const at = (path: string): string => `/_sandbox/${path}`;
	const ok = { ok: true };
	app.get(at('health'), () => ok);
	app.get(at('info'), () => ({ clevertim: { url: url(), keys: KEYS } }));
	app.post(at('reset'), () => {
		world.reset();
		return ok;
	});
	app.get<{ Querystring: { method?: string; path?: string } }>(at('requests'), (req) =>
		world.requests(req.query),
	);
	app.delete(at('requests'), () => {
		world.clearRequests();
		return ok;
	});
	app.post(at('faults'), (req, reply) => {
		const fault = readFault(parse(req.body));
		if (!fault) {
			return reply.code(400).send({ detail: 'A fault needs an action with a known type' });
		}
		world.faults.add(fault);
		return ok;
	});
	app.delete(at('faults'), () => {
		world.faults.clear();
		return ok;
	});
	app.get(at('switches'), () => world.switches);
	app.patch(at('switches'), (req, reply) => {
		const switches = readSwitches(parse(req.body));
		if (typeof switches === 'string') return reply.code(400).send({ detail: switches });
		world.switches = { ...world.switches, ...switches };
		return world.switches;
	});
	app.post(at('latency'), (req) => {
		world.latency = readLatency(parse(req.body));
		return ok;
	});
	app.get<{ Params: { collection: string } }>(at('state/:collection'), (req, reply) => {
		const { collection } = req.params;
		if (!isCollection(collection)) return reply.code(404).send({ detail: 'No such collection' });
		return world.store.all(collection);
	});
}

/** The switches in a body; a text names the first one that is unknown or of the wrong type. */
function readSwitches(body: unknown): Partial<ClevertimSwitches> | string {
	if (!isRecord(body)) return 'An object of switches is expected';
	const known = new Map<string, unknown>(Object.entries(defaultSwitches));
	for (const [key, value] of Object.entries(body)) {
		if (!known.has(key)) return `Unknown switch '${key}'`;
		const usual = typeof known.get(key);
		if (typeof value !== usual) return `Switch '${key}' is a ${usual}`;
	}
	return body;
}

function parse(body: unknown): unknown {
	if (typeof body !== 'string' || body === '') return {};
	try {
		return JSON.parse(body);
	} catch {
		return {};
	}
}

const ACTIONS = ['status', 'delay', 'reset', 'truncate', 'html', 'empty'];

function isAction(value: unknown): value is FaultAction {
	if (!isRecord(value) || !ACTIONS.includes(String(value.type))) return false;
	if (value.type === 'status') return typeof value.status === 'number';
	return value.type !== 'delay' || typeof value.ms === 'number';
}

/** As `Fault`; endless `times` is the text "Infinity". */
function readFault(body: unknown): Fault | undefined {
	if (!isRecord(body) || !isAction(body.action)) return undefined;
	const { method, path, nth, times, when, action } = body;
	return {
		action,
		...(typeof method === 'string' ? { method } : {}),
		...(typeof path === 'string' ? { path } : {}),
		...(typeof nth === 'number' ? { nth } : {}),
		...(typeof times === 'number' || times === 'Infinity' ? { times: Number(times) } : {}),
		...(when === 'after' ? { when } : {}),
	};
}
