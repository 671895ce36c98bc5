import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';

import { KommoApi } from '../../../credentials/KommoApi.credentials';
import { KommoOAuth2Api } from '../../../credentials/KommoOAuth2Api.credentials';
import { CredentialStore } from '../../support/credentialStore';
import { TestCredentialsHelper } from '../../support/credentialsHelper';
import { additionalDataFor } from '../../support/workflow';

export const types: ICredentialType[] = [new KommoApi(), new KommoOAuth2Api()];

/** The credential as n8n gives it to a node: defaults filled in, `$self` evaluated. */
export async function resolved(
	type: string,
	data: ICredentialDataDecryptedObject,
	extra: ICredentialType[] = [],
): Promise<ICredentialDataDecryptedObject> {
	const store = new CredentialStore({ [type]: data }, [...types, ...extra]);
	const helper = await TestCredentialsHelper.create(store);
	const additionalData = await additionalDataFor(store);
	return helper.resolve(type, data, { additionalData, mode: 'internal' });
}

/** One field of it, which has to be text. */
export async function resolvedText(
	field: string,
	...[type, data, extra]: Parameters<typeof resolved>
): Promise<string> {
	const value = (await resolved(type, data, extra))[field];
	if (typeof value !== 'string') throw new Error(`'${field}' is not text`);
	return value;
}

export const byAddress = (subdomain: string, domain = 'kommo.com') => ({
	hostType: 'subdomain',
	subdomain,
	domain,
});
export const byUrl = (baseUrl: string, allowPlainHttp = false, domain = 'kommo.com') => ({
	hostType: 'custom',
	baseUrl,
	allowPlainHttp,
	domain,
});
