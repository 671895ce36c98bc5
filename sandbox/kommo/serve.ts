/** The way of one API request: log, limit, faults, token, handler, latency, answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountRuntime } from './account';
import type { Answer, Call, Route } from './call';
import type { LoggedRequest } from './contract';
import { applyFaults } from './faultWire';
import { queryPairs, queryTree } from './queryString';
import {
	cannot,
	forbidden,
	methodNotAllowed,
	Problem,
	tooManyRequests,
	unauthorised,
} from './problems';
import { maskAuthorization, maskSecrets } from './requestLog';
import { readBody, type ReadBody } from './requestBody';
import type { StoredUser } from './model';
import { answerToWire, blockPage, htmlPage, json, problemToWire, type Wire } from './wire';
import { wait, type World } from './world';

interface Arrival {
	world: World;
	account: AccountRuntime;
	req: FastifyRequest;
	route: Route | undefined;
	/** Set where the path is known, but not with this method. */
	wrongMethod: boolean;
	path: string;
	search: string;
	read: ReadBody;
	entry: LoggedRequest;
}

export async function serve(
	world: World,
	account: AccountRuntime,
	req: FastifyRequest,
	reply: FastifyReply,
	route: Route | undefined,
	wrongMethod = false,
): Promise<void> {
	const started = performance.now();
	const [path, search] = splitUrl(req.url);
	const read = readBody(req.body, req.headers['content-type']);
	const entry: LoggedRequest = {
		account: account.name,
		method: req.method,
		path,
		query: queryPairs(search),
		url: req.url,
		headers: headersOf(req),
		body: maskSecrets(read.body),
		status: 0,
		at: world.now(),
		durationMs: 0,
	};
	world.log.add(entry);
	const arrival: Arrival = { world, account, req, route, wrongMethod, path, search, read, entry };
	const wire = await answer(arrival);
	entry.durationMs = performance.now() - started;
	if (!wire) {
		reply.hijack();
		req.raw.socket.destroy();
		return;
	}
	entry.status = wire.status;
	await reply
		.code(wire.status)
		.headers({ ...wire.headers, 'x-request-id': world.nextRequestId() })
		.send(wire.text === '' ? undefined : Buffer.from(wire.text));
}

/** The answer, or undefined when the connection is to be broken. */
async function answer(arrival: Arrival): Promise<Wire | undefined> {
	const { world, entry } = arrival;
	const refused = refusal(arrival);
	if (refused) return refused;
	const met = world.faults.meet(entry);
	const instead = await applyFaults(world, met.before, undefined);
	if (instead !== 'none') return instead === 'reset' ? undefined : instead;
	let wire: Wire;
	let entities = 0;
	try {
		const done = handle(arrival);
		entities = done.entities ?? 0;
		wire = answerToWire(done);
	} catch (error) {
		wire = problemWire(arrival, error);
	}
	await wait(world.latencyOf(entities), world.closing.signal);
	const broken = await applyFaults(world, met.after, wire);
	if (broken === 'reset') return undefined;
	return broken === 'none' ? wire : broken;
}

function refusal({ world, account, req, route, entry }: Arrival): Wire | undefined {
	// §2.1: amoCRM counts per account, Kommo per address
	const key = account.name === 'kommo' ? `ip ${req.ip}` : `account ${account.store.info.id}`;
	const verdict = world.limiter.check(`${route?.budget ?? 'api'} ${key}`, entry.at);
	if (verdict.ok) return undefined;
	const { rateLimitBody, rateLimitRetryAfterHeader } = world.switches;
	if (verdict.blocked || rateLimitBody === 'html403') return blockPage();
	const wire =
		rateLimitBody === 'html'
			? htmlPage(429, 'Too Many Requests')
			: json(429, tooManyRequests(verdict.retryAfter), 'application/problem+json');
	if (rateLimitRetryAfterHeader) wire.headers['retry-after'] = String(verdict.retryAfter);
	return wire;
}

function handle(arrival: Arrival): Answer {
	const { world, account, req, route, path, read } = arrival;
	const base = `${req.protocol}://${req.host}`;
	if (!route && !path.startsWith('/api/')) throw cannot(req.method, base + path);
	const user = route?.open ? undefined : authorise(arrival);
	if (arrival.wrongMethod) throw methodNotAllowed();
	if (!route) throw cannot(req.method, base + path);
	if (route.admin && !user?.is_admin) throw forbidden();
	if (read.isBroken) throw new Problem(400, 'Request body is not valid JSON');
	const call: Call = {
		account,
		store: account.store,
		switches: world.switches,
		user: user ?? robot,
		base,
		method: req.method,
		path,
		search: arrival.search,
		query: queryTree(arrival.search),
		params: paramsOf(req.params),
		headers: arrival.req.headers,
		body: read.body,
		isForm: read.isForm,
		now: Math.floor(arrival.entry.at / 1000),
		changes: [],
	};
	const answered = route.handle(call);
	world.sender.notify(account, call.changes);
	return answered;
}

const robot: StoredUser = {
	id: 0,
	name: 'Robot',
	email: '',
	lang: 'en',
	is_admin: false,
	is_active: true,
	group_id: 0,
	phone_number: null,
};

/** Owner of the Bearer token, or the user of X-Context-User-ID when an admin asks (§1.4). */
function authorise({ account, req, entry }: Arrival): StoredUser {
	const [scheme, token = ''] = (req.headers.authorization ?? '').split(' ');
	const userId = scheme === 'Bearer' ? account.tokens.userOf(token, entry.at / 1000) : undefined;
	const user = account.store.users.get(userId ?? -1);
	if (!user?.is_active) throw unauthorised();
	const asked = req.headers['x-context-user-id'];
	if (asked === undefined) return user;
	const other = account.store.users.get(Number(asked));
	if (!user.is_admin || !other?.is_active) throw unauthorised();
	return other;
}

function problemWire({ world, account }: Arrival, error: unknown): Wire {
	const translate = world.switches.localisedErrors && account.store.info.language === 'ru';
	if (error instanceof Problem) return problemToWire(error, translate);
	process.stderr.write(
		`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
	);
	return json(
		500,
		{
			title: 'ErrInternalServer',
			status: 500,
			detail: 'An unknown error occurred.',
			trace_id: '0',
		},
		'application/problem+json',
	);
}

function splitUrl(url: string): [string, string] {
	const at = url.indexOf('?');
	return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

function headersOf(req: FastifyRequest): Record<string, string> {
	return Object.fromEntries(
		Object.entries(req.headers).map(([key, value]) => {
			const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
			return [key, key === 'authorization' ? maskAuthorization(text) : text];
		}),
	);
}

function paramsOf(params: unknown): Record<string, string> {
	if (typeof params !== 'object' || params === null) return {};
	return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
}
