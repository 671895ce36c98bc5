/** One Fastify server per account: API routes from the table, control API, board, consent page. */
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify';
import type { AccountRuntime } from './account';
import type { Route } from './call';
import { addBoard } from './board/routes';
import { addControl } from './control';
import { addConsentPage } from './oauth/consent';
import { resourceRoutes } from './resources';
import { serve } from './serve';
import type { World } from './world';

const methods: HTTPMethods[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const maxBody = 32 * 1024 * 1024;

export function buildServer(world: World, account: AccountRuntime): FastifyInstance {
	const app = Fastify({ bodyLimit: maxBody, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_req, body, done) => done(null, body));
	addControl(app, world, account);
	addConsentPage(app, world, account);
	addBoard(app, world, account);
	addApi(app, world, account);
	return app;
}

function addApi(app: FastifyInstance, world: World, account: AccountRuntime): void {
	const known = new Map<string, Set<string>>();
	for (const route of resourceRoutes) {
		const url = urlOf(route);
		known.set(url, (known.get(url) ?? new Set()).add(route.method));
		app.route({
			method: route.method,
			url,
			exposeHeadRoute: false,
			handler: (req, reply) => serve(world, account, req, reply, route),
		});
	}
	for (const [url, used] of known) {
		const others = methods.filter((method) => !used.has(String(method)));
		app.route({
			method: others,
			url,
			exposeHeadRoute: false,
			handler: (req, reply) => serve(world, account, req, reply, undefined, true),
		});
	}
	app.setNotFoundHandler((req, reply) => serve(world, account, req, reply, undefined));
}

// parameters are numbers unless the route says otherwise: /leads/abc is an unknown path
function urlOf({ path, open }: Route): string {
	return (open ? '' : '/api/v4') + path.replace(/:(\w+)(?!\w|\()/g, ':$1(^\\d+$)');
}
