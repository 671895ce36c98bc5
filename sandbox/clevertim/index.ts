/** The Clevertim emulator, in process: one account on its own port. */
import Fastify from 'fastify';

import type { ClevertimSandbox, ClevertimSandboxOptions } from './contract';
import { addControl } from './control';
import { KEYS } from './keys';
import { serve } from './serve';
import { World } from './world';

export type * from './contract';
export type { ClevertimSwitches } from './switches';
export { defaultSwitches } from './switches';
export type { ClevertimStore, CollectionName, Row } from './store';

const HOST = '127.0.0.1';
const MAX_BODY = 32 * 1024 * 1024;

/** Starts the account and resolves when it listens; rejects when the port is taken. */
export async function startClevertimSandbox(
	options: ClevertimSandboxOptions = {},
): Promise<ClevertimSandbox> {
	const world = new World(options);
	let url = '';
	const app = Fastify({ bodyLimit: MAX_BODY, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_req, body, done) => done(null, body));
	addControl(app, world, () => url);
	app.setNotFoundHandler((req, reply) => serve(world, req, reply));
	const listening = await app.listen({ host: options.host ?? HOST, port: options.port ?? 0 });
	url = listening.replace('0.0.0.0', HOST);
	const { store } = world;
	return {
		url,
		keys: KEYS,
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
		reset: () => world.reset(),
		close: async () => {
			world.closing.abort();
			await app.close();
		},
	};
}
