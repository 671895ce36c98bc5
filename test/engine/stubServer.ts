import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';

export interface StubRequest {
	method: string;
	path: string;
	authorization: string | undefined;
	body: unknown;
}

/** A service with one long-lived token and rotating, single-use refresh tokens. */
export interface StubServer {
	host: string;
	requests: StubRequest[];
	/** Ends the present access token of the OAuth2 grant. */
	expireAccess(): void;
	close(): Promise<void>;
}

export const LONG_LIVED = 'long-lived';

export async function startStubServer(): Promise<StubServer> {
	const app: FastifyInstance = fastify();
	await app.register(formbody);
	const requests: StubRequest[] = [];
	let generation = 1;
	let expired = false;
	const accepted = () => [LONG_LIVED, ...(expired ? [] : [`access-${generation}`])];

	app.addHook('preHandler', async (request) => {
		const { method, url, headers, body } = request;
		requests.push({ method, path: url, authorization: headers.authorization, body });
	});
	app.post<{ Body: Record<string, string> }>('/oauth2/access_token', async (request, reply) => {
		if (request.body.refresh_token !== `refresh-${generation}`) {
			return await reply.code(401).send({ hint: 'Token has been revoked' });
		}
		generation += 1;
		expired = false;
		return {
			token_type: 'Bearer',
			expires_in: 86_400,
			access_token: `access-${generation}`,
			refresh_token: `refresh-${generation}`,
		};
	});
	app.all('/api/names', async (request, reply) => {
		const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
		if (!accepted().includes(token)) return await reply.code(401).send({ title: 'Unauthorized' });
		return request.method === 'GET' ? { name: 'Anna' } : request.body;
	});
	await app.listen({ host: '127.0.0.1', port: 0 });
	const address = app.server.address();
	if (address === null || typeof address === 'string') throw new Error('The stub has no port');
	return {
		host: `127.0.0.1:${address.port}`,
		requests,
		expireAccess: () => {
			expired = true;
		},
		close: async () => await app.close(),
	};
}
