import { shown } from '../../shared/shown';
import { isRecord, type QueryValue, type WireRequest } from '../../shared/wire';
import { apiFailure } from './apiFailure';
import { fingerprint, loginOf, type Proof } from './credentials';
import type { Failure } from './failure';
import { resolveEndpoint } from './host';
import { LOGOUT_TIMEOUT_MS } from './http';
import { LegacyClient, type LegacyCall } from './legacyClient';
import { budgetFor, type PointBudget } from './points';
import { UNAUTHORIZED } from './readLegacy';
import type { AccessSettings } from './rpcAccess';
import { SharedLogin } from './sharedLogin';
import type { Sent } from '../../shared/sendWithRetry';

interface Opened {
	client: LegacyClient;
	proof: Extract<Proof, { kind: 'login' }>;
	places: PointBudget;
}

const LOGIN = 'login/';
const LOGOUT = 'logout/';

/**
 * The Session API with its session key: opened on demand, one for the run, renewed once when the
 * service says `102401`, ended with the run (fact sheet §A.2).
 */
export class LegacyAccess {
	private opened: Opened | null = null;
	private readonly login = new SharedLogin(
		async () => await this.logIn(),
		async (key) => await this.logOut(key),
	);

	constructor(private readonly settings: AccessSettings) {}

	/**
	 * The answer's `data`. Throws ApiFailure, or InvalidValue when the credential does not fit.
	 * @param request its path is below the base URL, e.g. `v1/call/`
	 */
	async send(
		request: WireRequest,
		values: Record<string, QueryValue>,
		signal: AbortSignal,
	): Promise<unknown> {
		this.open();
		const { method: kind, path } = request;
		const key = await this.login.current();
		const first = await this.exchange({ kind, path, signal, values: withKey(values, key) });
		if (first.ok) return first.value;
		if (first.failure?.mnemonic !== UNAUTHORIZED) throw this.failure(request, first);
		const fresh = await this.login.renewed(key);
		const again = await this.exchange({ kind, path, signal, values: withKey(values, fresh) });
		if (again.ok) return again.value;
		throw this.failure(request, again);
	}

	/** Only opens the session, to see whether the credential is accepted. Throws as `send` does. */
	async logInOnly(): Promise<void> {
		this.open();
		await this.login.current();
	}

	/** Logs out what was logged in. Never rejects. */
	async close(): Promise<void> {
		await this.login.close();
	}

	private async exchange(call: LegacyCall): Promise<Sent<unknown, Failure>> {
		const { client, places } = this.open();
		return await client.send(call, places);
	}

	private failure(request: WireRequest, sent: Extract<Sent<unknown, Failure>, { ok: false }>) {
		const { limits, around } = this.settings;
		const { method: kind, path } = request;
		const asked = this.open().client.asked({ kind, path, values: {} });
		const named = { ...request, path: `session/${path}` };
		return apiFailure(named, asked, sent, limits.retryCreates, around);
	}

	private open(): Opened {
		this.opened ??= this.openClient();
		return this.opened;
	}

	private openClient(): Opened {
		const { credentials, http, clock, limits } = this.settings;
		const endpoint = resolveEndpoint(credentials, 'session');
		const proof = loginOf(credentials);
		const key = fingerprint(endpoint.url, proof.login, proof.password);
		return {
			client: new LegacyClient({ endpoint, http, clock, limits }),
			proof,
			places: budgetFor(key, clock),
		};
	}

	private async logIn(): Promise<string> {
		const { login, password } = this.open().proof;
		const request: WireRequest = { method: 'GET', path: LOGIN };
		const values = { login, password };
		// a second session does no harm, so a lost answer is asked for again
		const sent = await this.exchange({ kind: 'GET', asForm: true, path: LOGIN, values });
		if (!sent.ok) throw this.failure(request, sent);
		const key = isRecord(sent.value) ? shown(sent.value.session_key) : '';
		if (key === '') throw new Error('The log-in was answered without a session key');
		this.settings.around.secrets.push(key);
		return key;
	}

	private async logOut(key: string): Promise<void> {
		await this.open().client.once({
			kind: 'GET',
			path: LOGOUT,
			values: { session_key: key },
			timeoutMs: LOGOUT_TIMEOUT_MS,
		});
	}
}

const withKey = (values: Record<string, QueryValue>, key: string): Record<string, QueryValue> => ({
	...values,
	session_key: key,
});
