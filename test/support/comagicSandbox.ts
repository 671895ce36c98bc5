import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { Comagic } from '../../nodes/Comagic/Comagic.node';
import {
	startComagicSandbox,
	type ComagicSandbox,
	type ComagicSandboxOptions,
	type LoggedRequest,
	type RequestFilter,
} from '../../sandbox/comagic';
import type { CredentialData } from './credentialStore';
import { runNode, type RunOptions, type RunResult } from './engine';

/**
 * A Comagic sandbox for the tests of this file: started once on a free port, reset before every
 * test, closed at the end.
 *
 * @returns a function, because the sandbox exists only while tests run.
 */
export function useComagicSandbox(options: ComagicSandboxOptions = {}): () => ComagicSandbox {
	let sandbox: ComagicSandbox | undefined;
	const current = (): ComagicSandbox => {
		if (!sandbox) throw new Error('The sandbox is there inside of tests and hooks only');
		return sandbox;
	};
	beforeAll(async () => {
		sandbox = await startComagicSandbox(options);
	});
	beforeEach(() => current().reset());
	afterAll(async () => await sandbox?.close());
	return current;
}

/** How the node gets in: a permanent key or login and password, of the client or the agency. */
export type ComagicAccess = 'token' | 'login' | 'agencyToken' | 'agencyLogin';

type CredentialFields = ICredentialDataDecryptedObject & { access?: ComagicAccess };

/** The client's permanent key and login; `access: 'login'` makes the node log in. */
export function comagicCredentials(
	sandbox: ComagicSandbox,
	fields: CredentialFields = {},
): CredentialData {
	const { access = 'token', ...more } = fields;
	const isAgency = access === 'agencyToken' || access === 'agencyLogin';
	const { login, password, token } = isAgency ? sandbox.agency : sandbox;
	return {
		comagicApi: {
			brand: 'custom',
			dataApiUrl: sandbox.dataUrl,
			callApiUrl: sandbox.callUrl,
			sessionApiUrl: sandbox.legacyUrl,
			authentication: access.toLowerCase().endsWith('login') ? 'login' : 'accessToken',
			accessToken: token,
			login,
			password,
			allowPlainHttp: false,
			...more,
		},
	};
}

type More = Partial<RunOptions> & { credentialFields?: CredentialFields };

/** Runs one operation of the Comagic node with a credential of the sandbox. */
export function comagicRunner(sandbox: () => ComagicSandbox, resource: string) {
	return async (
		operation: string,
		parameters: INodeParameters = {},
		items: RunOptions['items'] = [{}],
		{ credentialFields, ...more }: More = {},
	): Promise<RunResult> =>
		await runNode({
			nodeType: new Comagic(),
			typeName: 'n8n-nodes-kommo-suite.comagic',
			parameters: { resource, operation, ...parameters },
			items,
			credentials: comagicCredentials(sandbox(), credentialFields),
			...more,
		});
}

/** Params of the JSON-RPC calls so far without the token, oldest first. */
export const rpcCalls = (
	sandbox: ComagicSandbox,
	filter: RequestFilter = {},
): Array<{ rpcMethod: string; params: IDataObject }> =>
	sandbox
		.requests(filter)
		.filter(({ api }) => api !== 'session')
		.map(({ rpcMethod = '', params }) => ({ rpcMethod, params: withoutSecrets(params) }));

/** The only params a method was called with. */
export function paramsOf(sandbox: ComagicSandbox, rpcMethod: string): IDataObject {
	const calls = rpcCalls(sandbox, { rpcMethod });
	const [only] = calls;
	if (calls.length !== 1 || !only) throw new Error(`${rpcMethod} was called ${calls.length} times`);
	return only.params;
}

/** `GET /api/v1/call/`, one line a request of the Session API. */
export const sessionLines = (sandbox: ComagicSandbox): string[] =>
	sandbox.requests({ api: 'session' }).map(({ method, path }) => `${method} ${path}`);

function withoutSecrets(params: LoggedRequest['params']): IDataObject {
	const { access_token: _token, ...rest } = params;
	return rest as IDataObject;
}

/** `YYYY-MM-DD hh:mm:ss` of the account's clock (Moscow), some days from `now`. */
export function accountTime(now: number, days = 0): string {
	const local = new Date(now + days * 86_400_000 + 3 * 3_600_000);
	return local.toISOString().slice(0, 19).replace('T', ' ');
}
