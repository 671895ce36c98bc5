import type { ErrorRow } from './row';

/** No answer came, or none that can be read. */
export const connectionRows: ErrorRow[] = [
	{
		name: 'cancelled',
		when: [{ code: ['ERR_CANCELED'] }],
		message: 'The execution was cancelled',
		description: 'No further request was sent.',
	},
	{
		name: 'not connected',
		when: [{ says: /OAuth credentials not connected|Unable to sign without access token/i }],
		message: "The credential '{credential}' is not connected to an account",
		description:
			"Open the credential, choose 'Connect my account' and agree as an admin of the account.",
	},
	{
		name: 'no refresh token',
		when: [{ says: /no refresh token is available/i }, { says: /needs to be reconnected/i }],
		message: "The credential '{credential}' has to be connected again",
		description:
			"The connection ended and cannot be renewed. Open the credential and choose 'Connect my account'.",
	},
	{
		name: 'host not allowed',
		when: [{ says: /Domain not allowed/i }],
		message: 'The request would have left the host of the account and was not sent',
		description:
			"The token is only ever sent to the host of the credential ('{host}'). Check 'Subdomain', 'Domain' or 'Base URL' there.",
	},
	{
		name: 'name unknown',
		when: [{ code: ['ENOTFOUND'] }],
		message: "The host '{host}' does not exist",
		description:
			"Check 'Subdomain' and 'Domain' (or 'Base URL') in the credential. After an account was renamed, enter its new subdomain.",
	},
	{
		name: 'name service down',
		when: [{ code: ['EAI_AGAIN'] }],
		message: "The name of the host '{host}' could not be looked up",
		description:
			'The name service (DNS) of this machine did not answer. Check its network connection and try again.',
	},
	{
		name: 'refused',
		when: [{ code: ['ECONNREFUSED'] }],
		message: "The host '{host}' refused the connection",
		description:
			"Nothing listens there. Check 'Base URL' with its port in the credential, and that the proxy or sandbox is running.",
	},
	{
		name: 'unreachable',
		when: [{ code: ['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'] }],
		message: "The host '{host}' cannot be reached",
		description: 'Check the network connection, firewall and proxy of the machine n8n runs on.',
	},
	{
		name: 'time-out',
		when: [{ code: ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT'] }],
		message: "The host '{host}' did not answer in time",
		description:
			"Try again later, with a smaller 'Batch Size' or 'Limit', or raise the time-out in the options.",
	},
	{
		name: 'broken connection',
		when: [{ code: ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_NETWORK'] }],
		message: "The connection to '{host}' broke off before the answer was complete",
		description: 'Try again. If it happens often, check the proxy or firewall in between.',
	},
	{
		name: 'certificate expired',
		when: [{ code: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'] }],
		message: "The certificate of '{host}' is not valid today",
		description:
			'Check the clock of the machine n8n runs on, then the certificate of the proxy in between.',
	},
	{
		name: 'certificate of another host',
		when: [{ code: ['ERR_TLS_CERT_ALTNAME_INVALID'] }],
		message: "The certificate of '{host}' belongs to another host",
		description:
			"Check 'Subdomain' and 'Domain' (or 'Base URL') in the credential, and whether a proxy answers in between.",
	},
	{
		name: 'certificate not trusted',
		when: [
			{
				code: [
					'DEPTH_ZERO_SELF_SIGNED_CERT',
					'SELF_SIGNED_CERT_IN_CHAIN',
					'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
					'UNABLE_TO_GET_ISSUER_CERT',
					'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
				],
			},
		],
		message: "The certificate of '{host}' is not trusted",
		description:
			'It was issued by an authority this machine does not know, a company proxy for instance. Add that authority to the machine (NODE_EXTRA_CA_CERTS).',
	},
	{
		name: 'no TLS',
		when: [{ code: ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER'] }],
		message: "The host '{host}' does not speak https",
		description:
			"Check the port in 'Base URL' of the credential; for a server on this machine the address may start with http://.",
	},
	{
		name: 'renamed account',
		when: [
			{
				statusRange: [300, 399],
				location: /^(?!www\.)[a-z0-9-]+\.(?:kommo\.com|amocrm\.ru|amocrm\.com)$/,
			},
		],
		message: "The account '{host}' has moved to '{location}'",
		description:
			"Enter the new address in 'Subdomain' and 'Domain' of the credential. An OAuth2 credential has to be connected again afterwards.",
	},
	{
		name: 'redirect',
		when: [
			{ statusRange: [300, 399] },
			{ code: ['REDIRECT', 'redirect', 'ERR_FR_TOO_MANY_REDIRECTS'] },
		],
		message: "The host '{host}' leads elsewhere instead of answering",
		description:
			"There is no account at this address. Check 'Subdomain' and 'Domain' (or 'Base URL') in the credential; the token was not sent on.",
	},
	{
		name: 'empty answer',
		when: [{ status: [204] }, { code: ['NO_BODY'] }],
		message: "The host '{host}' answered {method} {path} without any data",
		description: 'What was asked for does not exist, or the user has no right to see it.',
	},
	{
		name: 'web page instead of data',
		when: [{ statusRange: [200, 299], html: true }],
		message: "The host '{host}' answered with a web page instead of data",
		description:
			"Check 'Subdomain' and 'Domain' (or 'Base URL') in the credential: it has to be the account itself, and a proxy in between must not ask for a login.",
	},
	{
		name: 'unreadable answer',
		when: [{ code: ['BAD_ANSWER'] }],
		message: "The answer of '{host}' was cut off or cannot be read",
		description: 'Try again. If it happens often, check the proxy in between.{support}',
	},
];
