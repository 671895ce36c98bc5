/** The way of one API request: log, faults, key, handler, latency, answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';

import { isRecord } from '../kommo/guards';
import { maskAuthorization } from '../kommo/requestLog';
import { empty, htmlPage, json, type Wire } from '../kommo/wire';
import { wait } from '../kommo/world';
import type { FaultAction, LoggedRequest } from './contract';
import { handle } from './handle';
import { isoSeconds } from './isoSeconds';
import { KINDS } from './kinds';
import { USER_OF_KEY } from './keys';
import { Missing, notSupported, Refusal } from './problems';
import { isCollection, type Row } from './store';
import type { World } from './world';

const TYPE = 'application/json';

export async function serve(world: World, req: FastifyRequest, reply: FastifyReply): Promise<void> {
	const [path = '', search = ''] = req.url.split('?', 2);
	const body = bodyOf(req.body);
	const entry: LoggedRequest = {
		method: req.method,
		path,
		query: Object.fromEntries(new URLSearchParams(search)),
		headers: headersOf(req),
		body: body.value,
		status: 0,
		at: world.now(),
	};
	world.note(entry);
	const wire = await answer(world, req, entry, body.isBroken);
	if (!wire) {
		reply.hijack();
		req.raw.socket.destroy();
		return;
	}
	entry.status = wire.status;
	await reply.code(wire.status).headers(wire.headers).send(Buffer.from(wire.text));
}

/** The answer, or undefined when the connection is to be broken. */
async function answer(
	world: World,
	req: FastifyRequest,
	entry: LoggedRequest,
	isBroken: boolean,
): Promise<Wire | undefined> {
	const met = world.faults.meet(entry);
	const instead = await fault(world, met.before, undefined);
	if (instead !== 'none') return instead;
	const wire = handled(world, req, entry, isBroken);
	await wait(world.latencyOf(1), world.closing.signal);
	const broken = await fault(world, met.after, wire);
	return broken === 'none' ? wire : broken;
}

function handled(world: World, req: FastifyRequest, entry: LoggedRequest, isBroken: boolean): Wire {
	try {
		const user = userOf(world, req);
		// §3: a body that is not JSON ends in 500
		if (isBroken) throw new Refusal(500, 'Internal server error.');
		return ok(world, content(world, user, entry));
	} catch (error) {
		if (error instanceof Missing && world.switches.missingBody === 'emptyContent') {
			return json(404, { status: 'ERROR', content: [] }, TYPE);
		}
		const refusal = error instanceof Refusal ? error : null;
		const said = error instanceof Error ? error.message : String(error);
		return json(refusal?.status ?? 500, { status: 'ERROR', error: said }, TYPE);
	}
}

function userOf(world: World, req: FastifyRequest): Row {
	const [scheme = '', value = ''] = (req.headers.authorization ?? '').split(' ');
	const [key = ''] = Buffer.from(value, 'base64').toString().split(':');
	const user = scheme === 'Basic' ? world.store.get('user', USER_OF_KEY[key]) : undefined;
	if (!user) throw new Refusal(401, 'Invalid API key.');
	return user;
}

function content(world: World, user: Row, entry: LoggedRequest): Row[] | undefined {
	const { method, body, at } = entry;
	const match = /^(\/api)?\/(\w+)(?:\/([^/]+))?$/.exec(entry.path);
	const [, api, name, id] = match ?? [];
	const isAlias = method !== 'GET' && world.switches.writesWithoutApi;
	if (!isCollection(name) || (api === undefined && !isAlias)) {
		throw new Refusal(404, 'Not found.');
	}
	const needsBody = (method === 'POST' || method === 'PUT') && KINDS[name].verbs.has(method);
	if (needsBody && !isRecord(body)) throw new Refusal(400, 'An object is expected.');
	if (!['GET', 'POST', 'PUT', 'DELETE'].includes(method)) throw notSupported();
	return handle({
		store: world.store,
		switches: world.switches,
		user,
		method,
		name,
		id,
		body: isRecord(body) ? body : {},
		now: isoSeconds(at),
	});
}

function ok(world: World, content: Row[] | undefined): Wire {
	if (content !== undefined) return json(200, { status: 'OK', content }, TYPE);
	return world.switches.deleteAnswer === 'empty' ? empty(200) : json(200, { status: 'OK' }, TYPE);
}

async function fault(
	world: World,
	actions: FaultAction[],
	wire: Wire | undefined,
): Promise<Wire | 'none' | undefined> {
	for (const action of actions) {
		if (action.type === 'delay') await wait(action.ms, world.closing.signal);
	}
	const action = actions.find(({ type }) => type !== 'delay');
	return action ? broken(action, wire ?? json(200, { status: 'OK', content: [] }, TYPE)) : 'none';
}

function broken(action: FaultAction, wire: Wire): Wire | undefined {
	switch (action.type) {
		case 'html':
			return htmlPage(action.status ?? 502, 'Bad Gateway');
		case 'empty':
			return empty(action.status ?? 200);
		case 'truncate': {
			const whole = Buffer.from(wire.text);
			const bytes = action.bytes ?? Math.floor(whole.length / 2);
			return { ...wire, text: whole.subarray(0, bytes).toString() };
		}
		case 'status': {
			const body = action.body ?? { status: 'ERROR', error: 'Injected by the sandbox.' };
			const made = json(action.status, body, TYPE);
			return { ...made, headers: { ...made.headers, ...action.headers } };
		}
		default:
			return undefined;
	}
}

function bodyOf(raw: unknown): { value: unknown; isBroken: boolean } {
	if (typeof raw !== 'string' || raw === '') return { value: undefined, isBroken: false };
	try {
		const value: unknown = JSON.parse(raw);
		return { value, isBroken: false };
	} catch {
		return { value: raw, isBroken: true };
	}
}

function headersOf(req: FastifyRequest): Record<string, string> {
	return Object.fromEntries(
		Object.entries(req.headers).map(([key, value]) => {
			const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
			return [key, key === 'authorization' ? maskAuthorization(text) : text];
		}),
	);
}
