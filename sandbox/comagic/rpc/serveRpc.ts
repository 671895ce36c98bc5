/** The way of one JSON-RPC call: envelope, token, account, points, params, handler, answer. */
import type { ComagicCustomer } from '../contract';
import type { MethodSpec } from '../data/catalogue';
import type { RpcApi, World } from '../world';
import { carriesPoints, invalid, missing, RpcError } from './errors';
import { idOf, readRequest, type RpcRequest } from './request';
import { accountOf, type AccountKind } from './tokens';
import { validate } from './validate';

/** What tells the two APIs apart. */
export interface RpcDialect {
	api: RpcApi;
	spec(method: string, world: World): MethodSpec | undefined;
	/** Mnemonic for a component that is not bought. */
	disabled: string;
	/** `result` of a method that is not about access. */
	handle(run: RpcRun): Record<string, unknown>;
	loggedOut: Record<string, unknown>;
	/** Key that says the version is on its way out (§B.1, §C.1). */
	deprecated: string;
}

export interface RpcRun {
	world: World;
	spec: MethodSpec;
	params: Record<string, unknown>;
	kind: AccountKind;
	customer: ComagicCustomer;
	/** ms */
	now: number;
	/** `metadata` of the answer. */
	metadata: Record<string, unknown>;
}

export interface RpcInput {
	body: unknown;
	/** The body is not JSON. */
	isBroken: boolean;
	/** The caller's address. */
	ip: string;
	now: number;
}

/** The answer's body; refusals are answers, too. */
export function serveRpc(
	world: World,
	dialect: RpcDialect,
	input: RpcInput,
): Record<string, unknown> {
	const id = idOf(input.body);
	try {
		const request = readRequest(input.body, input.isBroken, world.switches);
		return { jsonrpc: '2.0', id, result: resultOf(world, dialect, request, input) };
	} catch (error) {
		const refusal = error instanceof RpcError ? error : new RpcError('internal_error');
		if (!(error instanceof RpcError)) reportBug(error);
		return refused(world, dialect.api, refusal, input);
	}
}

// a bug of the emulator must not hide behind internal_error
function reportBug(error: unknown): void {
	process.emitWarning(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** §B.6; also for refusals on demand. */
export function refused(
	world: World,
	api: RpcApi,
	error: RpcError,
	input: RpcInput,
): Record<string, unknown> {
	const { field, value, params = {} } = error.details;
	const limits = world.pointsOf(api, kindForLimits(world, api, input)).metadata(input.now);
	const isOver = error.mnemonic === 'limit_exceeded';
	const spent = isOver ? { [`${String(params.limit_type)}_remaining`]: 0 } : {};
	const points = { ...limits, ...spent };
	return {
		jsonrpc: '2.0',
		id: idOf(input.body),
		error: {
			code: error.code,
			message: error.message,
			data: {
				mnemonic: error.mnemonic,
				...(field === undefined ? {} : { field }),
				...(value === undefined ? {} : { value }),
				params,
				extended_helper: '',
				metadata: carriesPoints(error.mnemonic) ? { limits: points } : {},
			},
		},
	};
}

function kindForLimits(world: World, api: RpcApi, { body, now }: RpcInput): AccountKind {
	try {
		const { params } = readRequest(body, false, world.switches);
		return world.tokens[api].kindOf(String(params.access_token), now);
	} catch {
		return 'client';
	}
}

function resultOf(
	world: World,
	dialect: RpcDialect,
	{ method, params }: RpcRequest,
	{ ip, now }: RpcInput,
): Record<string, unknown> {
	const { api } = dialect;
	const spec = dialect.spec(method, world);
	if (!spec) throw new RpcError('method_not_found', { field: 'method', value: method });
	const isBlocked = api === 'data' ? world.switches.dataIpBlocked : world.switches.callIpBlocked;
	if (isBlocked) throw new RpcError('ip_not_whitelisted', { params: { ip } });
	if (method === 'login.user') return logIn(world, dialect, spec, params, now);
	const token = tokenOf(params);
	const kind = world.tokens[api].kindOf(token, now);
	checkAccount(world, dialect, spec, kind, params);
	const points = world.pointsOf(api, kind);
	points.demand(spec.weight, now);
	validate(params, specsFor(world, spec), ['access_token', ...spec.commonParams]);
	const customer = customerOf(world, kind, spec, params);
	const metadata: Record<string, unknown> = {};
	const run = { world, spec, params, kind, customer, now, metadata };
	if (method === 'logout.user') world.tokens[api].close(token);
	const result =
		method === 'logout.user' ? { data: dialect.loggedOut, metadata } : dialect.handle(run);
	points.charge(spec.weight, now);
	metadata.limits = points.metadata(now);
	if (world.switches.versionDeprecated) metadata.api_version = { [dialect.deprecated]: true };
	return result;
}

function logIn(
	world: World,
	{ api }: RpcDialect,
	spec: MethodSpec,
	params: Record<string, unknown>,
	now: number,
): Record<string, unknown> {
	validate(params, spec.params, []);
	const kind = accountOf(params.login, params.password);
	if (!kind) throw new RpcError('auth_error');
	if (world.switches.accountInactive) throw new RpcError('account_inactive');
	const { token, expiresAt } = world.tokens[api].open(kind, now);
	const end = Math.floor(expiresAt / 1000);
	const key = api === 'call' ? 'expire_at' : world.switches.expiryKey;
	return { data: { access_token: token, [key]: end, app_id: 30_100 }, metadata: {} };
}

function tokenOf({ access_token }: Record<string, unknown>): string {
	if (access_token === undefined || access_token === null) throw missing('access_token');
	if (typeof access_token !== 'string') {
		throw new RpcError('data_type_error', { field: 'access_token' });
	}
	return access_token;
}

function checkAccount(
	{ switches }: World,
	{ disabled }: RpcDialect,
	{ name, component, access }: MethodSpec,
	kind: AccountKind,
	{ user_id }: Record<string, unknown>,
): void {
	if (switches.accountInactive) throw new RpcError('account_inactive');
	const parts = component === '' ? [] : component.split(' + ');
	if (parts.some((part) => switches.disabledComponents.includes(part)))
		throw new RpcError(disabled);
	const isOwn = kind === 'client' || user_id !== undefined;
	const isOpen = isOwn ? access.includes('C') || kind === 'agent' : access.includes('A');
	if (!isOpen || switches.forbiddenMethods.includes(name)) throw new RpcError('forbidden');
}

/** Some updates mark more as required than may be enforced (§B.8). */
function specsFor({ switches }: World, spec: MethodSpec): MethodSpec['params'] {
	if (switches.updateNeeds === 'documented' || !spec.name.startsWith('update.')) return spec.params;
	return spec.params.map((one) => ({ ...one, required: one.name === 'id' }));
}

/** Whose data: agents say it with `user_id` (§B.2). */
function customerOf(
	{ customers, switches }: World,
	kind: AccountKind,
	{ access, commonParams }: MethodSpec,
	{ user_id }: Record<string, unknown>,
): ComagicCustomer {
	if (user_id !== undefined && user_id !== null && typeof user_id !== 'number') {
		throw new RpcError('data_type_error', { field: 'user_id', value: user_id });
	}
	const wanted = customers.find(({ userId }) => userId === user_id);
	if (kind === 'client') {
		if (typeof user_id === 'number' && wanted !== customers[0]) throw invalid('user_id', user_id);
		return customers[0];
	}
	if (wanted) return wanted;
	if (typeof user_id === 'number') throw invalid('user_id', user_id);
	const needsUser = access !== 'A' && commonParams.includes('user_id') && switches.agentNeedsUserId;
	if (needsUser) throw missing('user_id');
	return customers[0];
}
