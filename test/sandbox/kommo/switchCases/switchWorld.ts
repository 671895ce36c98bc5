/** What the cases of the switches work with. */
import type { KommoSandbox, KommoSwitches, SandboxAccount } from '../../../../sandbox/kommo';
import { ask, type Reply } from '../client';
import type { Receiver } from '../receiver';

export interface SwitchCase {
	set: Partial<KommoSwitches>;
	says: string;
	check: (world: SwitchWorld) => Promise<void>;
}

export interface SwitchWorld {
	sandbox: KommoSandbox;
	kommo: SandboxAccount;
	amocrm: SandboxAccount;
	receiver: Receiver;
	get: (path: string, account?: SandboxAccount) => Promise<Reply>;
	post: (path: string, body: unknown) => Promise<Reply>;
	patch: (path: string, body: unknown) => Promise<Reply>;
	/** Sends these events of the Kommo account to the receiver. */
	subscribe: (...settings: string[]) => Promise<Reply>;
	/** A request that the limit refuses. */
	limited: () => Promise<Reply>;
	/** Token request with a code fresh from the consent page. */
	codeGrant: (
		headers: Record<string, string>,
		asForm: boolean,
		withSecret: boolean,
	) => Promise<Reply>;
}

export const field = (id: number, value: object): object => ({
	custom_fields_values: [{ field_id: id, values: [value] }],
});

export function switchWorld(sandbox: KommoSandbox, receiver: Receiver): SwitchWorld {
	const { kommo, amocrm } = sandbox.accounts;
	const get = (path: string, account = kommo): Promise<Reply> => ask(account, `/api/v4${path}`);
	const post = (path: string, body: unknown): Promise<Reply> =>
		ask(kommo, `/api/v4${path}`, { body });
	return {
		sandbox,
		kommo,
		amocrm,
		receiver,
		get,
		post,
		patch: (path, body) => ask(kommo, `/api/v4${path}`, { method: 'PATCH', body }),
		subscribe: (...settings) => post('/webhooks', { destination: receiver.url, settings }),
		limited: () => {
			sandbox.setRateLimit({ enabled: true, perSecond: 0 });
			return get('/account');
		},
		codeGrant: (headers, asForm, withSecret) => codeGrant(kommo, headers, asForm, withSecret),
	};
}

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };

async function codeGrant(
	account: SandboxAccount,
	headers: Record<string, string>,
	isForm: boolean,
	withSecret: boolean,
): Promise<Reply> {
	const { clientId: client_id, clientSecret: client_secret } = account.oauth;
	const redirect_uri = 'http://127.0.0.1:1/back';
	const form = { client_id, redirect_uri, account: account.name, decision: 'allow' };
	const res = await fetch(`${account.url}/oauth`, {
		method: 'POST',
		redirect: 'manual',
		headers: asForm,
		body: new URLSearchParams(form).toString(),
	});
	const code = new URL(res.headers.get('location') ?? '').searchParams.get('code') ?? '';
	const grant = {
		grant_type: 'authorization_code',
		code,
		redirect_uri,
		...(withSecret ? { client_id, client_secret } : {}),
	};
	return ask(account, '/oauth2/access_token', {
		body: isForm ? new URLSearchParams(grant).toString() : grant,
		headers: { ...(isForm ? asForm : {}), ...headers },
	});
}
