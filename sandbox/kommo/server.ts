/** One Fastify server per account: API routes from the table, control API, board, consent page. */
import Fastify, {
	type FastifyInstance,
	type FastifyReply,
	type FastifyRequest,
	type HTTPMethods,
} from 'fastify';
import type { AccountRuntime } from './account';
import type { Route } from './call';
import { addBoard } from './board/routes';
import { addControl } from './control';
import { isRecord } from './guards';
import { addConsentPage } from './oauth/consent';
import { Problem } from './problems';
import { resourceRoutes } from './resources';
import { serve } from './serve';
import type { World } from './world';

const methods: HTTPMethods[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const maxBody = 32 * 1024 * 1024;

export function buildServer(world: World, account: AccountRuntime): FastifyInstance {
	// clients that speak TLS only come through a proxy: links name the address they asked
	const app = Fastify({ bodyLimit: maxBody, forceCloseConnections: true, trustProxy: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_req, body, done) => done(null, body));
	app.setErrorHandler(sayProblem);
	addControl(app, world, account);
	addConsentPage(app, world, account);
	addBoard(app, world, account);
	addApi(app, world, account);
	return app;
}

/** What the framework refuses before a handler is asked, e.g. a body that is too large. */
function sayProblem(error: unknown, _req: FastifyRequest, reply: FastifyReply): void {
	const status =
		isRecord(error) && typeof error['statusCode'] === 'number' ? error['statusCode'] : 500;
	const problem = new Problem(status, error instanceof Error ? error.message : String(error));
	void reply.code(status).type('application/problem+json').send(JSON.stringify(problem.body()));
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
