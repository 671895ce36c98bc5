import {
	getCredentialAllowedDomains,
	injectDomainRestrictionFields,
	isDomainAllowed,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
} from 'n8n-workflow';

import { KommoApi } from '../../../credentials/KommoApi.credentials';
import { resolveHost } from '../../../nodes/Kommo/transport/host';
import { baseUrlExpression } from '../../../nodes/Kommo/transport/hostExpressions';
import { bareNode } from '../../support/nodeTypes';
import { byAddress, byUrl, resolved, resolvedText, types } from './resolved';

const names = types.map(({ name }) => name);

/** Everything `resolveHost` accepts in its own tests. */
const accepted: ICredentialDataDecryptedObject[] = [
	byAddress('acme'),
	byAddress(' ACME '),
	byAddress('acme', 'amocrm.ru'),
	byAddress('acme', 'amocrm.com'),
	byAddress('acme.kommo.com'),
	byAddress('acme.kommo.com.'),
	byAddress('acme.amocrm.ru', 'kommo.com'),
	byAddress('https://acme.kommo.com/leads/pipeline/?skip_filter=Y#top'),
	byAddress('https://acme.amocrm.com:443/leads/'),
	byAddress('http://acme.kommo.com'),
	byAddress('kommo'),
	byUrl('https://crm.example.com'),
	byUrl('crm.example.com/'),
	byUrl('https://CRM.example.com:8443/Kommo/'),
	byUrl('https://crm.example.com/api/v4'),
	byUrl('https://crm.example.com/kommo/api/v4/leads?x=1#y'),
	byUrl('http://127.0.0.1:4010'),
	byUrl('http://127.8.9.10'),
	byUrl('http://localhost:4010/'),
	byUrl('http://[::1]:4010'),
	byUrl('http://crm.example.com', true),
	byUrl('http://acme.amocrm.ru/leads/list/', true),
	byUrl('https://acme.kommo.com'),
];

/** What `resolveHost` refuses: the expressions cannot, so they must be harmless. */
const refused: ICredentialDataDecryptedObject[] = [
	byAddress(''),
	byAddress('evil.example.com'),
	byAddress('evil.example.com/.kommo.com'),
	byAddress('https://evil.example.com?.kommo.com'),
	byAddress('evil.example.com@acme'),
	byAddress('acme', 'evil.example.com'),
	byAddress('evil.example.com\\'),
];
const unencrypted: ICredentialDataDecryptedObject[] = [
	byUrl('http://crm.example.com'),
	byUrl('http://127.0.0.1.example.com'),
	byUrl('http://localhost@crm.example.com'),
	byUrl('http://127.0.0.1:80@crm.example.com:90/x'),
	byUrl('HTTP://192.168.0.7:4010'),
];

const title = ({ baseUrl, subdomain, domain }: ICredentialDataDecryptedObject): string =>
	JSON.stringify(baseUrl ?? [subdomain, domain]);

describe('the address by expression says what resolveHost says', () => {
	/** Two probes beside the real types: the same expression, read through both roots. */
	const probe: ICredentialType = {
		name: 'probeApi',
		displayName: 'Probe API',
		properties: [
			...new KommoApi().properties,
			{ displayName: 'Url', name: 'url', type: 'hidden', default: baseUrlExpression('$self') },
		],
	};

	it.each(accepted.map((data) => [title(data), data] as const))('%s', async (_title, data) => {
		const host = resolveHost(data);
		const url = await resolvedText('url', 'probeApi', data, [probe]);
		expect(new URL(url).href).toBe(new URL(`${host.origin}${host.basePath}`).href);
	});

	it.each(refused.map((data) => [title(data), data] as const))(
		'refused by resolveHost, it stays with the vendor: %s',
		async (_title, data) => {
			const url = await resolvedText('url', 'probeApi', data, [probe]);
			expect(url).toMatch(/^https:\/\/[^/@?#\\]*\.kommo\.com$/);
		},
	);

	it.each(unencrypted.map((data) => [title(data), data] as const))(
		'never leaves this machine unencrypted: %s',
		async (_title, data) => {
			expect(() => resolveHost(data)).toThrow();
			const url = await resolvedText('url', 'probeApi', data, [probe]);
			expect(new URL(url)).toMatchObject({ protocol: 'https:', username: '' });
		},
	);
});

describe.each(names)('%s is pinned to its host', (type) => {
	it.each(accepted.map((data) => [title(data), data] as const))('%s', async (_title, data) => {
		const credentialData = await resolved(type, data);
		const { hostname } = resolveHost(data);
		expect(credentialData.allowedHttpRequestDomains).toBe('domains');
		expect((await resolvedText('allowedDomains', type, data)).toLowerCase()).toBe(hostname);
		// what n8n's HTTP Request node does with it
		const allowedDomains = getCredentialAllowedDomains({ node: bareNode, credentialData });
		const own = `${resolveHost(data).origin}/api/v4/leads`;
		expect(isDomainAllowed({ url: own, allowedDomains: allowedDomains ?? '' })).toBe(true);
		const foreign = 'https://example.org/';
		expect(isDomainAllowed({ url: foreign, allowedDomains: allowedDomains ?? '' })).toBe(false);
	});

	it.each(['https://*.example.com', 'https://a.example.com,b.example.org', 'https://ä.example'])(
		'%s allows nothing, rather than too much',
		async (baseUrl) => {
			const credentialData = await resolved(type, byUrl(baseUrl));
			expect(() => getCredentialAllowedDomains({ node: bareNode, credentialData })).toThrow(
				'No allowed domains specified',
			);
		},
	);

	it('leaves no switch in the form that would widen it', () => {
		const found = types.find(({ name }) => name === type);
		const fields = injectDomainRestrictionFields(found ?? new KommoApi());
		const pins = fields.filter(({ name }) => /^allowed(?:HttpRequest)?Domains$/.test(name));
		expect(pins.map((field) => field.type)).toEqual(['hidden', 'hidden']);
	});
});

describe('the OAuth2 credential (fact sheet §1.1, §1.3)', () => {
	it.each([
		[byAddress('acme'), 'https://www.kommo.com/oauth', 'https://acme.kommo.com'],
		[byAddress('acme', 'amocrm.ru'), 'https://www.amocrm.ru/oauth', 'https://acme.amocrm.ru'],
		[byAddress('acme', 'amocrm.com'), 'https://www.amocrm.com/oauth', 'https://acme.amocrm.com'],
		[
			byAddress('https://acme.amocrm.ru/leads/'),
			'https://www.amocrm.ru/oauth',
			'https://acme.amocrm.ru',
		],
		[byUrl('http://127.0.0.1:4010/'), 'http://127.0.0.1:4010/oauth', 'http://127.0.0.1:4010'],
		[
			byUrl('https://crm.example.com/kommo'),
			'https://crm.example.com/kommo/oauth',
			'https://crm.example.com/kommo',
		],
		[
			byUrl('https://acme.kommo.com/leads/'),
			'https://www.kommo.com/oauth',
			'https://acme.kommo.com',
		],
	])('%j asks for consent at %s', async (data, authUrl, origin) => {
		expect(await resolved('kommoOAuth2Api', data)).toMatchObject({
			authUrl,
			accessTokenUrl: `${origin}/oauth2/access_token`,
			grantType: 'authorizationCode',
			authentication: 'body',
			scope: '',
			authQueryParameters: 'mode=post_message',
		});
	});
});

describe('the forms', () => {
	it.each(types.map((type) => [type.displayName, type] as const))(
		'%s shows secrets as passwords only',
		(_name, { properties }) => {
			const secrets = properties.filter(({ name }) => /token|secret|password/i.test(name));
			for (const field of secrets.filter(({ type }) => type !== 'hidden')) {
				expect(field.typeOptions?.password).toBe(true);
			}
		},
	);

	it('have the fields that were agreed on', () => {
		const shared = ['hostType', 'subdomain', 'baseUrl', 'allowPlainHttp', 'domain'];
		const visible = types.map(({ properties }) =>
			properties.filter(({ type }) => type !== 'hidden').map(({ name }) => name),
		);
		expect(visible).toEqual([
			[...shared, 'accessToken', 'requestsPerSecond'],
			[...shared, 'requestsPerSecond'],
		]);
	});
});
