import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	startKommoSandbox,
	type KommoSandbox,
	type KommoSandboxOptions,
} from '../../sandbox/kommo';
import { connect } from './consent';
import type { CredentialData } from './credentialStore';

type AccountName = keyof KommoSandbox['accounts'];

/**
 * A Kommo sandbox for the tests of this file: started once on free ports, without a rate limit
 * unless asked for, reset before every test, closed at the end.
 *
 * @returns a function, because the sandbox exists only while tests run.
 */
export function useSandbox(options: KommoSandboxOptions = {}): () => KommoSandbox {
	let sandbox: KommoSandbox | undefined;
	const current = (): KommoSandbox => {
		if (!sandbox) throw new Error('The sandbox is there inside of tests and hooks only');
		return sandbox;
	};
	beforeAll(async () => {
		sandbox = await startKommoSandbox({ rateLimit: { enabled: false }, ...options });
	});
	beforeEach(() => current().reset());
	afterAll(async () => await sandbox?.close());
	return current;
}

const hostOf = (sandbox: KommoSandbox, name: AccountName): ICredentialDataDecryptedObject => ({
	hostType: 'custom',
	baseUrl: sandbox.accounts[name].url,
	domain: name === 'kommo' ? 'kommo.com' : 'amocrm.ru',
	requestsPerSecond: 50,
	allowPlainHttp: false,
});

/** The long-lived token of the account's admin; `limited` is a user who is not an admin. */
export function apiTokenCredentials(
	sandbox: KommoSandbox,
	name: AccountName = 'kommo',
	{ limited = false, ...fields }: { limited?: boolean } & ICredentialDataDecryptedObject = {},
): CredentialData {
	const account = sandbox.accounts[name];
	const accessToken = limited ? account.limitedToken : account.token;
	return { kommoApi: { ...hostOf(sandbox, name), accessToken, ...fields } };
}

/** An OAuth2 credential that was just connected through the sandbox's consent page. */
export async function oAuthCredentials(
	sandbox: KommoSandbox,
	name: AccountName = 'kommo',
	fields: ICredentialDataDecryptedObject = {},
): Promise<CredentialData> {
	const { url, oauth } = sandbox.accounts[name];
	const oauthTokenData = await connect(url, name, oauth);
	const data = { ...hostOf(sandbox, name), ...oauth, oauthTokenData, ...fields };
	return { kommoOAuth2Api: data };
}
