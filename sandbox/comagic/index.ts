/** The Comagic emulator, in process: three APIs on one port. */
import Fastify from 'fastify';

import type { ComagicSandbox, ComagicSandboxOptions } from './contract';
import { addControl } from './control';
import { addMedia } from './media';
import { notifier } from './notificationValues';
import { KEYS, LOGINS } from './rpc/tokens';
import { serve } from './serve';
import { World } from './world';

export type * from './contract';
export type { Delivered, NotificationOrder } from './notify';
export type { PointLimits } from './rpc/points';
export type { SeedOptions } from './seed/options';
export type { ComagicSwitches } from './switches';
export { defaultSwitches } from './switches';
export type { CollectionName, ComagicStore, Row } from './store';

const HOST = '127.0.0.1';
const MAX_BODY = 32 * 1024 * 1024;

/** Starts the account and resolves when it listens; rejects when the port is taken. */
export async function startComagicSandbox(
	options: ComagicSandboxOptions = {},
): Promise<ComagicSandbox> {
	const world = new World(options);
	const app = Fastify({ bodyLimit: MAX_BODY, forceCloseConnections: true });
	// bodies are read by hand, because a GET may have one
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', (_req, _payload, done) => done(null));
	addControl(app, world);
	addMedia(app, world);
	app.all('/v2.0', (req, reply) => serve(world, 'data', req, reply));
	app.all('/v2.0/', (req, reply) => serve(world, 'data', req, reply));
	app.all('/v4.0', (req, reply) => serve(world, 'call', req, reply));
	app.all('/v4.0/', (req, reply) => serve(world, 'call', req, reply));
	app.setNotFoundHandler((req, reply) => serve(world, 'session', req, reply));
	const listening = await app.listen({ host: options.host ?? HOST, port: options.port ?? 0 });
	world.url = listening.replace('0.0.0.0', HOST);
	return sandboxOf(world, async () => await app.close());
}

function sandboxOf(world: World, close: () => Promise<void>): ComagicSandbox {
	const { url, store, customers } = world;
	return {
		url,
		legacyUrl: `${url}/api/`,
		dataUrl: `${url}/v2.0`,
		callUrl: `${url}/v4.0`,
		token: KEYS.client,
		refusedTokens: { expired: KEYS.expired, blocked: KEYS.blocked },
		...LOGINS.client,
		agency: { ...LOGINS.agent, token: KEYS.agent, customers: [...customers] },
		store,
		requests: (filter) => world.requests(filter),
		clearRequests: () => world.clearRequests(),
		addFault: (fault) => world.faults.add(fault),
		clearFaults: () => world.faults.clear(),
		setSwitches: (switches) => {
			world.switches = { ...world.switches, ...switches };
		},
		setLatency: (latency) => {
			world.latency = latency;
		},
		setLimits: (limits) => world.setLimits(limits),
		openSessions: () => world.openSessions(),
		expireSessions: (api) => world.expireSessions(api),
		notify: notifier(world),
		reset: () => world.reset(),
		close: async () => {
			world.closing.abort();
			await close();
		},
	};
}
