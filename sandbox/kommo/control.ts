/** The control API under /_sandbox/: never limited, never logged. */
import type { FastifyInstance } from 'fastify';
import type { AccountRuntime } from './account';
import { isRecord, type Json } from './guards';
import type { AccountStore } from './store';
import { queryTree, texts } from './queryString';
import { isAccountName, readFault, readLatency, readRateLimit, readSwitches } from './controlBody';
import { deliver, readOrder } from './webhooks/deliver';
import type { World } from './world';

export function addControl(app: FastifyInstance, world: World, account: AccountRuntime): void {
	const at = (path: string): string => `/_sandbox/${path}`;
	const ok = { ok: true };
	app.get(at('health'), () => ({ ...ok, account: account.name }));
	app.get(at('info'), () => infoOf(world));
	app.post(at('reset'), () => {
		world.reset();
		return ok;
	});
	app.get(at('requests'), (req) => {
		const query = queryTree(req.url.split('?')[1] ?? '');
		const [name, method, path] = ['account', 'method', 'path'].map((key) => texts(query[key])[0]);
		return world.log.find({
			...(isAccountName(name) ? { account: name } : {}),
			...(method === undefined ? {} : { method }),
			...(path === undefined ? {} : { path }),
		});
	});
	app.delete(at('requests'), () => {
		world.log.clear();
		return ok;
	});
	app.post(at('faults'), (req, reply) => {
		const fault = readFault(parse(req.body));
		if (typeof fault === 'string') return reply.code(400).send({ detail: fault });
		world.faults.add(fault);
		return ok;
	});
	app.delete(at('faults'), () => {
		world.faults.clear();
		return ok;
	});
	app.post(at('deliveries'), (req, reply) => {
		const order = readOrder(parse(req.body));
		const hooks = order ? deliver(world, account, order) : null;
		if (hooks === null)
			return reply.code(400).send({ detail: 'A known event or a body is needed' });
		return { ...ok, hooks };
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
	app.post(at('rate-limit'), (req) => {
		world.limiter.configure(readRateLimit(parse(req.body)));
		return ok;
	});
	app.get<{ Params: { collection: string } }>(at('state/:collection'), (req, reply) => {
		const rows = stateOf(account.store, req.params.collection);
		return rows ?? reply.code(404).send({ detail: 'No such collection' });
	});
}

function infoOf(world: World): Json {
	return Object.fromEntries(
		Object.values(world.accounts).map(({ name, url, driveUrl, profile, tokens }) => [
			name,
			{
				url,
				driveUrl,
				subdomain: profile.info.subdomain,
				accountId: profile.info.id,
				token: profile.token,
				limitedToken: profile.limitedToken,
				oauth: {
					clientId: profile.clientId,
					clientSecret: profile.clientSecret,
					authorizeUrl: `${url}/oauth`,
					tokenUrl: `${url}/oauth2/access_token`,
					redirectUri: tokens.redirectUri,
				},
			},
		]),
	);
}

/** Rows as JSON; a lead's `values` map is shown as an object. */
function stateOf(store: AccountStore, collection: string): unknown[] | undefined {
	const map = store.collections().get(collection);
	return map ? [...map.values()].map(plain) : undefined;
}

function plain(row: unknown): unknown {
	if (!isRecord(row)) return row;
	return Object.fromEntries(
		Object.entries(row).map(([key, value]) => [
			key,
			value instanceof Map ? Object.fromEntries(value) : value,
		]),
	);
}

function parse(body: unknown): unknown {
	if (typeof body !== 'string' || body === '') return {};
	try {
		return JSON.parse(body);
	} catch {
		return {};
	}
}
