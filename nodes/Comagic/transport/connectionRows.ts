import type { ErrorRow } from './errorTable';

const TEST_AGAIN = '[Try again.] If it happens often, check the proxy or firewall in between.';

/** No answer came, or none that can be read; nothing was sent at all. */
export const connectionRows: ErrorRow[] = [
	{
		name: 'cancelled',
		when: { code: ['ERR_CANCELED'] },
		message: 'The execution was cancelled',
		description: 'No further request was sent.',
		endsRun: true,
	},
	{
		name: 'points of the day',
		when: { code: ['POINTS_DAY'] },
		message: 'The points of the {api} for today are used up, so {method} was not sent',
		description:
			'The service gives points again {wait}. Ask for fewer and longer ranges, or have the daily number of requests raised in the tariff.',
		endsRun: true,
	},
	{
		name: 'points of the minute',
		when: { code: ['POINTS_MINUTE'] },
		message: 'The points of the {api} for this minute are used up',
		description:
			"The service gives points again {wait}, which is longer than 'Max Wait (Seconds)' in the options allows.",
		endsRun: true,
	},
	{
		name: 'host not allowed',
		when: { says: /Domain not allowed/i },
		message: 'The request would have left the host of the credential and was not sent',
		description: "Token and password are only ever sent to '{host}'. Check the credential.",
		endsRun: true,
	},
	{
		name: 'name unknown',
		when: { code: ['ENOTFOUND', 'EAI_AGAIN'] },
		message: "The host '{host}' could not be found",
		description:
			'Check the brand or the address in the credential, and the network connection and name service (DNS) of this machine.',
		endsRun: true,
	},
	{
		name: 'refused',
		when: { code: ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'] },
		message: "The host '{host}' cannot be reached",
		description:
			'Nothing answers there. Check the address with its port in the credential, and the firewall and proxy of this machine.',
		endsRun: true,
	},
	{
		name: 'time-out',
		when: { code: ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT'] },
		message: "The host '{host}' did not answer in time",
		description:
			"Long ranges take their time: choose a shorter one, or raise 'Timeout (Seconds)' in the options.",
	},
	{
		name: 'broken connection',
		when: { code: ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_NETWORK'] },
		message: "The connection to '{host}' broke off before the answer was complete",
		description: TEST_AGAIN,
	},
	{
		name: 'certificate',
		when: {
			code: [
				'CERT_HAS_EXPIRED',
				'CERT_NOT_YET_VALID',
				'ERR_TLS_CERT_ALTNAME_INVALID',
				'DEPTH_ZERO_SELF_SIGNED_CERT',
				'SELF_SIGNED_CERT_IN_CHAIN',
				'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
				'UNABLE_TO_GET_ISSUER_CERT',
				'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
			],
		},
		message: "The certificate of '{host}' is not trusted",
		description:
			'It is out of date, belongs to another host, or was issued by an authority this machine does not know, a company proxy for instance (NODE_EXTRA_CA_CERTS adds one).',
		endsRun: true,
	},
	{
		name: 'no TLS',
		when: { code: ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER'] },
		message: "The host '{host}' does not speak https",
		description: 'Check the port of the address in the credential.',
		endsRun: true,
	},
	{
		name: 'redirect',
		when: { statusRange: [300, 399] },
		message: "The host '{host}' leads elsewhere instead of answering",
		description: 'Check the address in the credential; token and password were not sent on.',
		endsRun: true,
	},
	{
		name: 'web page instead of data',
		when: { statusRange: [200, 299], html: true },
		message: "The host '{host}' answered with a web page instead of data",
		description:
			'Check the address in the credential, and that no proxy in between asks for a login.',
	},
	{
		name: 'unreadable answer',
		when: { code: ['BAD_ANSWER'] },
		message: "The answer of '{host}' was cut off or cannot be read",
		description: TEST_AGAIN,
	},
];
