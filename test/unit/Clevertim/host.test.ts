import {
	getCredentialAllowedDomains,
	isDomainAllowed,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
} from 'n8n-workflow';

import { ClevertimApi } from '../../../credentials/ClevertimApi.credentials';
import { resolveHost } from '../../../nodes/Clevertim/transport/host';
import { apiUrlExpression } from '../../../nodes/Clevertim/transport/hostExpressions';
import { shown } from '../../../nodes/shared/shown';
import { CredentialStore } from '../../support/credentialStore';
import { TestCredentialsHelper } from '../../support/credentialsHelper';
import { bareNode } from '../../support/nodeTypes';
import { additionalDataFor } from '../../support/workflow';

const VENDOR = 'https://www.clevertim.com/api';

/** The credential's address, read by an expression through both roots. */
const probe: ICredentialType = {
	name: 'probeApi',
	displayName: 'Probe API',
	properties: [
		...new ClevertimApi().properties,
		{ displayName: 'Url', name: 'url', type: 'hidden', default: apiUrlExpression('$self') },
	],
};

async function resolved(data: ICredentialDataDecryptedObject) {
	const store = new CredentialStore({ probeApi: data }, [probe]);
	const helper = await TestCredentialsHelper.create(store);
	const additionalData = await additionalDataFor(store);
	return helper.resolve('probeApi', data, { additionalData, mode: 'internal' });
}

const at = (baseUrl: string, allowPlainHttp = false) => ({ apiKey: 'k', baseUrl, allowPlainHttp });

const ACCEPTED: Array<[ICredentialDataDecryptedObject, string]> = [
	[{ apiKey: 'k' }, VENDOR],
	[at(''), VENDOR],
	[at(VENDOR), VENDOR],
	[at('https://www.clevertim.com'), VENDOR],
	[at('www.clevertim.com/api/'), VENDOR],
	[at('http://127.0.0.1:4020/api'), 'http://127.0.0.1:4020/api'],
	[at('http://localhost:4020'), 'http://localhost:4020/api'],
	[at('https://proxy.example.com/crm/api/'), 'https://proxy.example.com/crm/api'],
	[at('https://proxy.example.com/crm'), 'https://proxy.example.com/crm/api'],
	[at('http://crm.internal/api', true), 'http://crm.internal/api'],
];

describe('the address of a credential (fact sheet §1)', () => {
	it.each(ACCEPTED)('%j', async (data, expected) => {
		const { origin, basePath } = resolveHost(data);
		expect(`${origin}${basePath}/api`).toBe(expected);
		expect((await resolved(data)).url).toBe(expected);
	});

	it.each(ACCEPTED)('pins the key to its host: %j', async (data, url) => {
		const credentialData = await resolved(data);
		const { hostname } = resolveHost(data);
		expect(credentialData.allowedHttpRequestDomains).toBe('domains');
		expect(credentialData.allowedDomains).toBe(hostname);
		const allowedDomains = getCredentialAllowedDomains({ node: bareNode, credentialData }) ?? '';
		expect(isDomainAllowed({ url: `${url}/user`, allowedDomains })).toBe(true);
		expect(isDomainAllowed({ url: 'https://example.org/', allowedDomains })).toBe(false);
	});

	it.each([
		['http://crm.example.com/api', /would travel unencrypted/],
		['http://127.0.0.1.example.com', /would travel unencrypted/],
		['ftp://crm.example.com', /'Base URL' is not a web address: 'ftp/],
		['https://key:X@www.clevertim.com/api', /contains a user name or a password/],
		['not an address', /'Base URL' is not a web address: 'not an address'/],
	])(
		'%s is refused, and the expression never leads there unencrypted',
		async (baseUrl, message) => {
			expect(() => resolveHost(at(baseUrl))).toThrow(message);
			expect(shown((await resolved(at(baseUrl))).url)).not.toMatch(/^http:|@/);
		},
	);

	it('does not repeat a key that was pasted into the wrong field', () => {
		const key = `https://${'k'.repeat(90)} x`;
		expect(() => resolveHost(at(key))).toThrow(/^'Base URL' is not a web address$/);
	});

	it.each([0, 51, 'many'])('refuses a pace of %p', (requestsPerSecond) => {
		expect(() => resolveHost({ requestsPerSecond })).toThrow(/^'Requests per Second' has to be/);
	});

	it('is modest by default', () => {
		expect(resolveHost({}).requestsPerSecond).toBe(5);
	});
});

describe('the credential', () => {
	const { properties } = new ClevertimApi();

	it('shows the key as a password only', () => {
		const [key] = properties;
		expect(key).toMatchObject({ name: 'apiKey', typeOptions: { password: true }, required: true });
	});

	it('says that the key sees only what its user sees', () => {
		expect(properties[0]?.description).toMatch(/records that this user may not see do not exist/);
	});

	it('has the fields that were agreed on', () => {
		const visible = properties.filter(({ type }) => type !== 'hidden').map(({ name }) => name);
		expect(visible).toEqual(['apiKey', 'baseUrl', 'allowPlainHttp', 'requestsPerSecond']);
	});
});
