import { hinted, PAGE, type Case } from './builders';

/** No usable answer, and the token endpoint's refusals. */
export const noAnswerCases: Case[] = [
	// no answer
	['cancelled', { code: 'ERR_CANCELED' }, 'The execution was cancelled', 'No further request'],
	[
		'not connected',
		{ credentialKind: 'oAuth2', message: 'OAuth credentials not connected' },
		"The credential 'Kommo / amoCRM OAuth2 API' is not connected to an account",
		'Connect my account',
	],
	[
		'no refresh token',
		{
			credentialKind: 'oAuth2',
			message:
				'OAuth access token expired and no refresh token is available. Please reconnect the credentials.',
		},
		/has to be connected again$/,
		'Connect my account',
	],
	[
		'no refresh token',
		{ credentialKind: 'oAuth2', message: 'The credential "Kommo" needs to be reconnected.' },
		/has to be connected again$/,
		'Connect my account',
	],
	[
		'host not allowed',
		{ message: 'Domain not allowed: This credential is restricted from accessing example.org.' },
		/would have left the host/,
		"'acme.kommo.com'",
	],
	['name unknown', { code: 'ENOTFOUND' }, "The host 'acme.kommo.com' does not exist", 'renamed'],
	['name service down', { code: 'EAI_AGAIN' }, /could not be looked up$/, 'DNS'],
	['refused', { code: 'ECONNREFUSED' }, /refused the connection$/, "'Base URL'"],
	['unreachable', { code: 'EHOSTUNREACH' }, /cannot be reached$/, 'firewall'],
	['unreachable', { code: 'ENETUNREACH' }, /cannot be reached$/, 'firewall'],
	['time-out', { code: 'ETIMEDOUT' }, /did not answer in time$/, "'Batch Size'"],
	['time-out', { code: 'ECONNABORTED' }, /did not answer in time$/, "'Batch Size'"],
	['broken connection', { code: 'ECONNRESET' }, /broke off/, 'Try again'],
	['broken connection', { code: 'EPIPE' }, /broke off/, 'Try again'],
	['certificate expired', { code: 'CERT_HAS_EXPIRED' }, /not valid today$/, 'clock'],
	[
		'certificate of another host',
		{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
		/belongs to another host$/,
		"'Subdomain'",
	],
	[
		'certificate not trusted',
		{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
		/not trusted$/,
		'NODE_EXTRA',
	],
	['certificate not trusted', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, /not trusted$/, 'NODE_EXTRA'],
	[
		'certificate not trusted',
		{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
		/not trusted$/,
		'NODE_EXTRA',
	],
	['no TLS', { code: 'EPROTO' }, /does not speak https$/, 'port'],

	// an answer that is none
	[
		'renamed account',
		{ status: 302, headers: { Location: 'https://acme2.kommo.com/leads?token=x' } },
		"The account 'acme.kommo.com' has moved to 'acme2.kommo.com'",
		'connected again',
	],
	[
		'redirect',
		{ status: 301, headers: { location: 'https://www.kommo.com/' } },
		/leads elsewhere/,
		"'Subdomain'",
	],
	['redirect', { code: 'REDIRECT' }, /leads elsewhere/, 'was not sent on'],
	['redirect', { status: 302, headers: { location: '/login' } }, /leads elsewhere/, "'Subdomain'"],
	[
		'empty answer',
		{ status: 204, code: 'NO_BODY' },
		/GET \/api\/v4\/leads without any data/,
		'not',
	],
	['web page instead of data', { status: 200, body: PAGE }, /web page instead of data/, 'proxy'],
	[
		'web page instead of data',
		{ status: 200, body: 'Please log in', headers: { 'Content-Type': 'text/html; charset=utf-8' } },
		/web page instead of data/,
		'login',
	],
	[
		'unreadable answer',
		{ status: 200, code: 'BAD_ANSWER', body: '{"_embedded":{"leads":[{"id":70' },
		/cut off/,
		'Try again',
	],

	// the token endpoint, §1.3
	['code expired', hinted('Authorization code has expired', 400), /has expired$/, '20 minutes'],
	['code used', hinted('Authorization code has been revoked', 400), /used before$/, 'works once'],
	[
		'code unreadable',
		hinted('Cannot decrypt the authorization code', 400),
		/not one of this account$/,
		"'Subdomain'",
	],
	['refresh token used', hinted('Token has been revoked'), /was used$/, 'works once'],
	['refresh token expired', hinted('Token has expired'), /three months$/, 'three months'],
	[
		'refresh token of another integration',
		hinted('Token is not linked to client'),
		/belongs to another integration$/,
		"'Client ID'",
	],
	['refresh token unreadable', hinted('Invalid refresh token', 400), /no longer valid$/, 'three'],
	['refresh token unreadable', hinted('Cannot decrypt the refresh token'), /no longer valid$/, ''],
	[
		'redirect URI',
		hinted('Check the `redirect_uri` parameter', 400),
		/'OAuth Redirect URL'/,
		'long-lived token',
	],
	[
		'client unknown',
		{ ...hinted(''), body: { error: 'invalid_client', message: 'Client authentication failed' } },
		/^'Client ID' or 'Client Secret'/,
		'Keys and scopes',
	],
	['other hint', hinted('Something new'), /did not renew the connection/, "says: 'Something new'"],
	[
		'token endpoint refuses',
		{ status: 401, code: 'ESTATUS', credentialKind: 'oAuth2', body: '' },
		/does not know the connection/,
		'renamed',
	],
	[
		'token endpoint refuses',
		{ status: null, message: 'HTTP status 404', credentialKind: 'oAuth2' },
		/does not know the connection/,
		'renamed',
	],
	[
		'token endpoint refuses',
		{ status: 404, path: '/oauth2/access_token', method: 'POST', credentialKind: 'oAuth2' },
		/does not know the connection/,
		'renamed',
	],
];
