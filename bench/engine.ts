import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import { connect } from '../test/support/consent';
import { CredentialStore, runNode, type RunResult } from '../test/support/engine';
import type { SandboxProcess } from './sandbox/process';

export interface Job {
	nodeType: INodeType;
	credentials: CredentialStore;
	parameters: INodeParameters;
	items: IDataObject[];
}

/** One execution of the node in n8n's own engine; throws when it does not give what was asked for. */
export async function execute(job: Job): Promise<RunResult> {
	const result = await runNode(job);
	if (result.error) throw new Error(`${result.error.message} ${result.error.description ?? ''}`);
	return result;
}

interface Reach {
	/** Default: the account itself; else e.g. the proxy before it. */
	url?: string;
	/** Default: what the API allows. */
	requestsPerSecond?: number;
}

/** A saved long-lived token of the sandbox's account. */
export function tokenCredential({ account }: SandboxProcess, reach: Reach = {}): CredentialStore {
	const host = hostFields(reach.url ?? account.url, reach.requestsPerSecond);
	return new CredentialStore({ kommoApi: { ...host, accessToken: account.token } });
}

/** A second credential of the same account: OAuth2, connected through the consent page. */
export async function oAuthCredential(
	{ account }: SandboxProcess,
	reach: Reach = {},
): Promise<CredentialStore> {
	const oauthTokenData = await connect(account.url, 'kommo', account.oauth);
	const host = hostFields(reach.url ?? account.url, reach.requestsPerSecond);
	return new CredentialStore({ kommoOAuth2Api: { ...host, ...account.oauth, oauthTokenData } });
}

function hostFields(baseUrl: string, requestsPerSecond = 7) {
	return { hostType: 'custom', baseUrl, domain: 'kommo.com', requestsPerSecond };
}
