import type { IDataObject } from 'n8n-workflow';

import type { Clock } from '../../shared/clock';
import type { RetryLimits } from '../../shared/retryPolicy';
import type { Sent } from '../../shared/sendWithRetry';
import { shown } from '../../shared/shown';
import { isRecord, type WireRequest } from '../../shared/wire';
import { apiFailure, limitsFor } from './apiFailure';
import { fingerprint, proofOf, userIdOf, withoutAppId, type Proof } from './credentials';
import type { Surroundings } from './errorTable';
import type { Failure } from './failure';
import { resolveEndpoint } from './host';
import { LOGOUT_TIMEOUT_MS, type ComagicHttp } from './http';
import { budgetFor, type PointBudget } from './points';
import type { RpcAnswer } from './readRpc';
import { RpcClient, type RpcCall } from './rpcClient';
import { rpcParams, takesUserId, USER } from './rpcParams';
import { SharedLogin } from './sharedLogin';

/** What both kinds of access work with. */
export interface AccessSettings {
	credentials: IDataObject;
	userId: number | null;
	http: ComagicHttp;
	clock: Clock;
	limits: RetryLimits;
	/** Session keys are added to its secrets as they are opened. */
	around: Surroundings;
}

interface Opened {
	client: RpcClient;
	proof: Proof;
	/** Names the credential at this API, without telling it. */
	key: string;
}

/** Methods that prove nothing: they are about the proof itself. */
const LOGIN = 'login.user';
const LOGOUT = 'logout.user';

/**
 * One JSON-RPC API with the credential's right to use it: an access token as it is, or one that
 * `login.user` gives on demand, shared by the run and renewed once when it is refused (§B.2).
 */
export class RpcAccess {
	private opened: Opened | null = null;
	/** Whether the key is taken without its prefix. */
	private isBare = false;
	private readonly login = new SharedLogin(
		async () => await this.logIn(),
		async (token) => await this.logOut(token),
	);

	constructor(
		private readonly api: 'data' | 'call',
		private readonly settings: AccessSettings,
	) {}

	/** Throws ApiFailure, or InvalidValue when the credential does not fit. */
	async send(method: string, request: WireRequest, signal: AbortSignal): Promise<RpcAnswer> {
		const { proof } = this.open();
		const params = this.params(method, request);
		const call: RpcCall = { method, params, kind: request.method, signal };
		// a log-in proves itself; nothing is added to it
		if (method === LOGIN) return this.valueOf(await this.exchange(call), call, request);
		if (proof.kind === 'login') return await this.sendWithLogin(call, request);
		return this.valueOf(await this.exchangeWithKey(call, proof.accessToken), call, request);
	}

	/** A key copied with its prefix may be meant without it; one that is refused was not used. */
	private async exchangeWithKey(call: RpcCall, key: string): Promise<Sent<RpcAnswer, Failure>> {
		const bare = withoutAppId(key);
		const known = this.isBare ? bare : key;
		const first = await this.exchange(withToken(call, known));
		if (bare === known || !isInvalid(first)) return first;
		const second = await this.exchange(withToken(call, bare));
		this.isBare ||= second.ok;
		return second;
	}

	/** Logs out what was logged in. Never rejects. */
	async close(): Promise<void> {
		await this.login.close();
	}

	/** A session token that is refused was not used: the same request goes out again, once. */
	private async sendWithLogin(call: RpcCall, request: WireRequest): Promise<RpcAnswer> {
		const token = await this.login.current();
		const first = await this.exchange(withToken(call, token));
		if (!isStale(first) || call.method === LOGOUT) return this.valueOf(first, call, request);
		const fresh = await this.login.renewed(token);
		return this.valueOf(await this.exchange(withToken(call, fresh)), call, request);
	}

	private async exchange(call: RpcCall): Promise<Sent<RpcAnswer, Failure>> {
		return await this.open().client.send(call, this.budget(call.params));
	}

	private valueOf(sent: Sent<RpcAnswer, Failure>, call: RpcCall, request: WireRequest): RpcAnswer {
		if (sent.ok) return sent.value;
		const asked = this.open().client.asked(call);
		const { limits, around } = this.settings;
		const { retryCreates } = limitsFor(asked, limits);
		throw apiFailure(request, asked, sent, retryCreates, around);
	}

	private params(method: string, request: WireRequest): IDataObject {
		const params = rpcParams(request);
		const own = userIdOf(request.query?.[USER], 'Acting User ID');
		const userId = own ?? this.settings.userId;
		const acts = this.api === 'data' && userId !== null && takesUserId(method);
		return acts && params.user_id === undefined ? { ...params, user_id: userId } : params;
	}

	/** An agent's customers have budgets of their own. */
	private budget(params: IDataObject): PointBudget {
		const { key } = this.open();
		return budgetFor(fingerprint(key, shown(params.user_id)), this.settings.clock);
	}

	private open(): Opened {
		this.opened ??= this.openClient();
		return this.opened;
	}

	private openClient(): Opened {
		const { credentials, http, clock, limits } = this.settings;
		const endpoint = resolveEndpoint(credentials, this.api);
		const proof = proofOf(credentials);
		const { api } = this;
		const own = limitsFor({ api, method: '' }, limits);
		const who = proof.kind === 'login' ? `${proof.login}\n${proof.password}` : proof.accessToken;
		return {
			client: new RpcClient({ api, endpoint, http, clock, limits: own }),
			proof,
			key: fingerprint(endpoint.url, who),
		};
	}

	private async logIn(): Promise<string> {
		const { proof } = this.open();
		if (proof.kind !== 'login') throw new Error('An access token needs no log-in');
		const { login, password } = proof;
		const request: WireRequest = { method: 'GET', path: `${this.api}/${LOGIN}` };
		const call: RpcCall = { method: LOGIN, params: { login, password }, kind: 'GET' };
		const { data } = this.valueOf(await this.exchange(call), call, request);
		const token = isRecord(data) ? shown(data.access_token) : '';
		if (token === '') throw new Error('The log-in was answered without an access token');
		this.settings.around.secrets.push(token);
		return token;
	}

	private async logOut(token: string): Promise<void> {
		const params = { access_token: token };
		const call: RpcCall = { method: LOGOUT, params, kind: 'GET', timeoutMs: LOGOUT_TIMEOUT_MS };
		await this.open().client.once(call);
	}
}

const isInvalid = (sent: Sent<RpcAnswer, Failure>): boolean =>
	!sent.ok && sent.failure?.mnemonic === 'access_token_invalid';

/** Keys of a log-in are called invalid when their hour is over; some may be called expired (§B.2). */
const isStale = (sent: Sent<RpcAnswer, Failure>): boolean =>
	isInvalid(sent) || (!sent.ok && sent.failure?.mnemonic === 'access_token_expired');

const withToken = (call: RpcCall, access_token: string): RpcCall => ({
	...call,
	params: { ...call.params, access_token },
});
