import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const field = (
	name: string,
	type: INodeProperties['type'],
	value: INodeProperties['default'],
	more: Partial<INodeProperties> = {},
): INodeProperties => ({ displayName: name, name, type, default: value, ...more });

const options = (...values: string[]): Partial<INodeProperties> => ({
	options: values.map((value) => ({ name: value, value })),
});

/**
 * The parent of every OAuth2 credential as n8n 2.41 declares it: the names and defaults that the
 * engine reads. n8n ships it with its own nodes, which are not installed for these tests.
 */
export const oAuth2ApiType: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	genericAuth: true,
	properties: [
		field('useDynamicClientRegistration', 'hidden', false),
		field(
			'grantType',
			'options',
			'authorizationCode',
			options('authorizationCode', 'clientCredentials', 'pkce'),
		),
		field('authUrl', 'string', '', {
			displayOptions: { show: { grantType: ['authorizationCode'] } },
		}),
		field('accessTokenUrl', 'string', ''),
		field('clientId', 'string', ''),
		field('clientCredentialType', 'hidden', 'clientSecret'),
		field('clientSecret', 'string', '', { typeOptions: { password: true } }),
		field('scope', 'string', ''),
		field('authQueryParameters', 'string', '', {
			displayOptions: { show: { grantType: ['authorizationCode'] } },
		}),
		field('authentication', 'options', 'header', options('body', 'header')),
		field('ignoreSSLIssues', 'boolean', false, { doNotInherit: true }),
		field('tokenExpiredStatusCode', 'number', 401, { doNotInherit: true }),
		field('jweEnabled', 'boolean', false, { doNotInherit: true }),
		// n8n adds it to the declaration: an unconnected credential holds {}, not undefined
		field('oauthTokenData', 'json', {}),
	],
};
