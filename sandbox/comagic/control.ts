/** The control API under /_sandbox/: never logged, never broken by faults. */
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLatency } from '../kommo/controlBody';
import { isRecord } from '../kommo/guards';
import { readFault, readLimits, readOrder, readSwitches } from './controlBody';
import { notifier } from './notificationValues';
import { readText } from './requestBody';
import { KEYS, LOGINS } from './rpc/tokens';
import { isCollection } from './store';
import type { ApiName, RequestFilter } from './contract';
import type { World } from './world';

export function addControl(app: FastifyInstance, world: World): void {
	const at = (path: string): string => `/_sandbox/${path}`;
	const ok = { ok: true };
	app.get(at('health'), () => ok);
	app.get(at('info'), () => ({ comagic: infoOf(world) }));
	app.post(at('reset'), () => {
		world.reset();
		return ok;
	});
	app.get<{ Querystring: Record<string, string> }>(at('requests'), (req) =>
		world.requests(filterOf(req.query)),
	);
	app.delete(at('requests'), () => {
		world.clearRequests();
		return ok;
	});
	app.post(at('latency'), async (req) => {
		world.latency = readLatency(await bodyOf(req));
		return ok;
	});
	app.get<{ Params: { collection: string } }>(at('state/:collection'), (req, reply) => {
		const { collection } = req.params;
		if (!isCollection(collection)) return reply.code(404).send({ detail: 'No such collection' });
		return world.store.all(collection);
	});
	addConditions(app, world, at);
}

/** Faults, switches, points, sessions, notifications. */
function addConditions(app: FastifyInstance, world: World, at: (path: string) => string): void {
	const ok = { ok: true };
	app.post(at('faults'), async (req, reply) => {
		const fault = readFault(await bodyOf(req));
		if (typeof fault === 'string') return await reply.code(400).send({ detail: fault });
		world.faults.add(fault);
		return ok;
	});
	app.delete(at('faults'), () => {
		world.faults.clear();
		return ok;
	});
	app.get(at('switches'), () => world.switches);
	app.patch(at('switches'), async (req, reply) => {
		const switches = readSwitches(await bodyOf(req));
		if (typeof switches === 'string') return await reply.code(400).send({ detail: switches });
		world.switches = { ...world.switches, ...switches };
		return world.switches;
	});
	app.post(at('limits'), async (req) => {
		world.setLimits(readLimits(await bodyOf(req)));
		return ok;
	});
	app.get(at('sessions'), () => world.openSessions());
	app.delete(at('sessions'), () => {
		world.expireSessions();
		return ok;
	});
	app.post(at('notifications'), async (req, reply) => {
		const order = readOrder(await bodyOf(req));
		if (typeof order === 'string') return await reply.code(400).send({ detail: order });
		return await notifier(world)(order);
	});
}

const infoOf = ({ url, customers }: World) => ({
	legacyUrl: `${url}/api/`,
	dataUrl: `${url}/v2.0`,
	callUrl: `${url}/v4.0`,
	token: KEYS.client,
	...LOGINS.client,
	agency: {
		...LOGINS.agent,
		token: KEYS.agent,
		customers: customers.map(({ id, name, userId }) => ({ id, name, userId })),
	},
});

const APIS: readonly ApiName[] = ['session', 'data', 'call'];

function filterOf({ api, ...rest }: Record<string, string>): RequestFilter {
	const known = APIS.find((name) => name === api);
	return { ...rest, ...(known ? { api: known } : {}) };
}

async function bodyOf(req: FastifyRequest): Promise<unknown> {
	try {
		const value: unknown = JSON.parse(await readText(req));
		return isRecord(value) ? value : {};
	} catch {
		return {};
	}
}
