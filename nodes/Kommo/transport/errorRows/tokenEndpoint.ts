import type { ErrorRow } from './row';

const CONNECT_AGAIN = "Open the credential and choose 'Connect my account' as an admin.";

/**
 * Refusals of `/oauth2/access_token` (fact sheet §1.3), which n8n meets while it connects a
 * credential or renews its token in the middle of a run.
 */
export const tokenEndpointRows: ErrorRow[] = [
	{
		name: 'code expired',
		when: [{ hint: /authorization code has expired/i }],
		message: 'The authorization code has expired',
		description: `It is valid for 20 minutes. ${CONNECT_AGAIN}`,
	},
	{
		name: 'code used',
		when: [{ hint: /authorization code has been revoked/i }],
		message: 'The authorization code has been used before',
		description: `Each code works once. ${CONNECT_AGAIN}`,
	},
	{
		name: 'code unreadable',
		when: [{ hint: /cannot decrypt the authorization code/i }],
		message: 'The authorization code is not one of this account',
		description: `'Subdomain' and 'Domain' of the credential have to be those of the account that was chosen on the consent page. ${CONNECT_AGAIN}`,
	},
	{
		name: 'refresh token used',
		when: [{ hint: /token has been revoked/i }],
		message:
			"The connection of the credential '{credential}' has ended: its refresh token was used",
		description: `Every refresh token works once; two n8n instances, or a copy of the credential, that share a connection take it from each other. ${CONNECT_AGAIN} Give each instance an integration of its own, or use a long-lived token.`,
	},
	{
		name: 'refresh token expired',
		when: [{ hint: /token has expired/i }],
		message: "The connection of the credential '{credential}' was not used for three months",
		description: `An unused connection ends after three months. ${CONNECT_AGAIN}`,
	},
	{
		name: 'refresh token of another integration',
		when: [{ hint: /not linked to client/i }],
		message: "The connection of the credential '{credential}' belongs to another integration",
		description: `'Client ID' was changed after connecting. ${CONNECT_AGAIN}`,
	},
	{
		name: 'refresh token unreadable',
		when: [{ hint: /(?:invalid|cannot decrypt the) refresh token/i }],
		message: "The connection of the credential '{credential}' is no longer valid",
		description: `It was made with another account, or was not used for three months. ${CONNECT_AGAIN}`,
	},
	{
		name: 'redirect URI',
		when: [{ hint: /redirect_uri/i }],
		message: "The 'OAuth Redirect URL' of the credential is not the one of the integration",
		description:
			'Copy it from the credential into the settings of the integration, character by character. If the account asks for it on every renewal, use a long-lived token instead.',
	},
	{
		name: 'client unknown',
		when: [{ says: /\binvalid_client\b|client authentication failed/i }],
		message: "'Client ID' or 'Client Secret' of the credential is not the one of the integration",
		description:
			'Copy both again from Keys and scopes of the integration, in the account that the credential names. The integration has to be saved and switched on.',
	},
	{
		name: 'other hint',
		when: [{ hint: /./ }, { says: /\binvalid_grant\b|authorization grant/i }],
		message: "The account '{host}' did not renew the connection of the credential '{credential}'",
		description: `Check 'Subdomain', 'Client ID' and 'Client Secret'. ${CONNECT_AGAIN} If the account asks for the redirect URL on every renewal, use a long-lived token instead.{said}`,
	},
	{
		name: 'token endpoint refuses',
		when: [
			{ code: ['ESTATUS', 'EAUTH'], status: [400, 401, 404] },
			{ says: /^HTTP status 4(?:00|01|04)$/m },
			{ path: /^\/oauth2\/access_token$/, status: [400, 401, 404] },
		],
		message: "The account '{host}' does not know the connection of the credential '{credential}'",
		description: `The account may have been renamed (enter its new subdomain), or the integration was removed. ${CONNECT_AGAIN}{said}`,
	},
];
