/** The way of one Session API call: type, session, customer, params, handler (§A.1, §A.2). */
import type { ComagicCustomer } from '../contract';
import { accountOf, type AccountKind } from '../rpc/tokens';
import type { World } from '../world';
import type { LegacyCall, LegacyEndpoint } from './call';
import { endpointOf } from './endpoints';
import {
	accessDenied,
	LegacyError,
	missingParameter,
	noSuchResource,
	notAcceptable,
	unauthorized,
	wrongLogin,
} from './problems';

export interface LegacyInput {
	method: string;
	/** e.g. /api/v1/call/ */
	path: string;
	params: Readonly<Record<string, string>>;
	accept: string;
	host: string;
	now: number;
}

export interface LegacyAnswer {
	body: { success: boolean; data?: unknown; message?: string };
	isXml: boolean;
}

/** undefined: no such address, the trailing slash is missing (§A.1). */
export function serveLegacy(world: World, input: LegacyInput): LegacyAnswer | undefined {
	if (!input.path.endsWith('/')) return undefined;
	const type = typeOf(input, world.switches.acceptWildcard);
	const isXml = type === 'xml';
	try {
		if (!type) throw notAcceptable();
		return { body: { success: true, data: dataOf(world, input) }, isXml };
	} catch (error) {
		if (!(error instanceof LegacyError)) throw error;
		return { body: { success: false, message: error.message }, isXml };
	}
}

/** A query parameter `accept` beats the header (§A.1). */
function typeOf({ accept, params }: LegacyInput, takesAny: boolean): 'json' | 'xml' | undefined {
	const wanted = params.accept ?? accept;
	if (wanted.includes('application/json')) return 'json';
	if (wanted.includes('application/xml')) return 'xml';
	return takesAny && /(\*|application)\/\*/.test(wanted) ? 'json' : undefined;
}

function dataOf(world: World, input: LegacyInput): unknown {
	const { path, params, now } = input;
	if (path === '/api/login/') return logIn(world, params, now);
	const kind = sessionOf(world, params, now);
	if (path === '/api/logout/') {
		world.sessionKeys.close(params.session_key ?? '');
		return [];
	}
	const [, resource = '', id] = /^\/api\/v1\/(\w+)\/(?:([\w-]+)\/)?$/.exec(path) ?? [];
	const verb = verbOf(input);
	const endpoint = endpointOf(verb, resource);
	if (!endpoint) throw noSuchResource();
	const customer = customerOf(world, kind, endpoint, params);
	const call: LegacyCall = {
		verb,
		resource,
		id,
		params,
		kind,
		store: customer.store,
		customers: world.customers,
		switches: world.switches,
		now,
		host: input.host,
	};
	return endpoint.handle(call);
}

function logIn(world: World, { login, password }: LegacyInput['params'], now: number): unknown {
	const kind = accountOf(login, password);
	if (!kind) throw wrongLogin();
	return { session_key: world.sessionKeys.open(kind, now) };
}

function sessionOf(
	world: World,
	{ session_key = '' }: LegacyInput['params'],
	now: number,
): AccountKind {
	const kind = world.sessionKeys.kindOf(session_key, now, world.switches.slidingSession);
	if (!kind) throw unauthorized();
	return kind;
}

/** §A.1: a POST may stand for another verb. */
function verbOf({ method, params }: LegacyInput): string {
	const { action } = params;
	return method === 'POST' && action !== undefined ? action.toUpperCase() : method;
}

function customerOf(
	{ customers }: World,
	kind: AccountKind,
	{ required = [], needsCustomer = false }: LegacyEndpoint,
	params: LegacyInput['params'],
): ComagicCustomer {
	const absent = required.find((name) => (params[name] ?? '') === '');
	if (absent !== undefined) throw missingParameter(absent);
	const { customer_id } = params;
	if (kind === 'client') {
		// a plain account may name itself
		if ((customer_id ?? '') !== '' && customer_id !== String(customers[0].id)) throw accessDenied();
		return customers[0];
	}
	if (customer_id === undefined) {
		if (needsCustomer) throw accessDenied();
		return customers[0];
	}
	const customer = customers.find(({ id }) => String(id) === customer_id);
	if (!customer) throw accessDenied();
	return customer;
}
