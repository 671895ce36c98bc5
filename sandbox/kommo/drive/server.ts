/** The files service of one account: an origin of its own, as the real one has (§1.1, §4.27). */
import Fastify, { type FastifyInstance } from 'fastify';
import type { AccountRuntime } from '../account';
import { serve } from '../serve';
import type { World } from '../world';
import { driveRoutes, partPath } from './routes';

const maxBody = 32 * 1024 * 1024;

export function buildDriveServer(world: World, account: AccountRuntime): FastifyInstance {
	const app = Fastify({
		bodyLimit: maxBody,
		forceCloseConnections: true,
		// addresses of parts are long keys
		routerOptions: { maxParamLength: 500 },
	});
	app.removeAllContentTypeParsers();
	// a part is bytes also where its type is that of the file, e.g. application/json
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (req, body, done) =>
		done(null, req.url.startsWith(partPath) ? body : body.toString()),
	);
	for (const route of driveRoutes) {
		app.route({
			method: route.method,
			url: route.path,
			exposeHeadRoute: false,
			handler: (req, reply) => serve(world, account, req, reply, route),
		});
	}
	app.setNotFoundHandler((req, reply) => serve(world, account, req, reply, undefined));
	return app;
}
