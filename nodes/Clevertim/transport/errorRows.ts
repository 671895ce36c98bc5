import type { HttpMethod } from '../../shared/wire';

/**
 * One row of the table; all that `when` names must hold. Placeholders of the texts: `{host}`,
 * `{method}`, `{path}`, `{status}`, `{missing}`, `{wait}`, `{text}` (the service's own words) and
 * `{said}` (a sentence with them, or nothing).
 */
export interface ErrorRow {
	name: string;
	when: {
		status?: number[];
		/** Both ends included. */
		statusRange?: [from: number, to: number];
		code?: string[];
		says?: RegExp;
		html?: boolean;
		/** Whether the request was about one record. */
		record?: boolean;
		method?: HttpMethod;
	};
	message: string;
	description: string;
}

/** No answer came, or none that can be read. */
export const connectionRows: ErrorRow[] = [
	{
		name: 'cancelled',
		when: { code: ['ERR_CANCELED'] },
		message: 'The execution was cancelled',
		description: 'No further request was sent.',
	},
	{
		name: 'host not allowed',
		when: { says: /Domain not allowed/i },
		message: 'The request would have left the host of the credential and was not sent',
		description: "The API key is only ever sent to '{host}'. Check 'Base URL' in the credential.",
	},
	{
		name: 'name unknown',
		when: { code: ['ENOTFOUND', 'EAI_AGAIN'] },
		message: "The host '{host}' could not be found",
		description:
			"Check 'Base URL' in the credential, and the network connection and name service (DNS) of this machine.",
	},
	{
		name: 'refused',
		when: { code: ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'] },
		message: "The host '{host}' cannot be reached",
		description:
			"Nothing answers there. Check 'Base URL' with its port in the credential, and the firewall and proxy of this machine.",
	},
	{
		name: 'time-out',
		when: { code: ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT'] },
		message: "The host '{host}' did not answer in time",
		description:
			"Whole collections take long in a large account: raise 'Timeout (Seconds)' in the options.",
	},
	{
		name: 'broken connection',
		when: { code: ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_NETWORK'] },
		message: "The connection to '{host}' broke off before the answer was complete",
		description: 'Try again. If it happens often, check the proxy or firewall in between.',
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
	},
	{
		name: 'no TLS',
		when: { code: ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER'] },
		message: "The host '{host}' does not speak https",
		description: "Check the port in 'Base URL' of the credential.",
	},
	{
		name: 'redirect',
		when: { statusRange: [300, 399] },
		message: "The host '{host}' leads elsewhere instead of answering",
		description: "Check 'Base URL' in the credential; the API key was not sent on.",
	},
	{
		name: 'web page instead of data',
		when: { statusRange: [200, 299], html: true },
		message: "The host '{host}' answered with a web page instead of data",
		description:
			"Check 'Base URL' in the credential, and that no proxy in between asks for a login.",
	},
	{
		name: 'unreadable answer',
		when: { code: ['BAD_ANSWER'] },
		message: "The answer of '{host}' was cut off or cannot be read",
		description: 'Try again. If it happens often, check the proxy in between.',
	},
];

/** What the service answers (fact sheet §3). */
export const requestRows: ErrorRow[] = [
	{
		name: 'key not accepted',
		when: { status: [401] },
		message: 'Clevertim did not accept the API key of the credential',
		description:
			"Copy the key again from My Info & settings → API Key of the user and paste it into the credential 'Clevertim API'. A key that was generated anew ends the old one.",
	},
	{
		name: 'no permission',
		when: { status: [403] },
		message: 'The user of the API key may not do this',
		description:
			'The key acts as its user: extend his rights to edit or delete in Clevertim, or use the key of another user.{said}',
	},
	{
		name: 'no permission, told as a bad request',
		when: {
			status: [400],
			says: /permission|forbidden|not (?:allowed|authori[sz]ed|permitted) to\b|read-?only user/i,
		},
		message: 'The user of the API key may not do this',
		description:
			'The key acts as its user: extend his rights to edit or delete in Clevertim, or use the key of another user.{said}',
	},
	{
		name: 'not found page',
		when: { status: [404], html: true },
		message: "No Clevertim answers at '{host}' for {method} {path}",
		description: "Check 'Base URL' in the credential.",
	},
	{
		name: 'no such collection',
		when: { status: [404], record: false },
		message: 'Clevertim has nothing at {path}',
		description:
			"Check 'Base URL' in the credential. Lists of folders and files may not exist for every account.{said}",
	},
	{
		name: 'not found',
		when: { status: [404] },
		message: '{missing}',
		description:
			'It may have been deleted or merged (merged contacts get a new ID), or be hidden from the user of the API key.{said}',
	},
	{
		name: 'read refused',
		when: { status: [400], method: 'GET' },
		message: 'Clevertim refused to answer: {text}',
		description:
			"Nothing was read. Try again {wait}; if it stays so, check 'Base URL' and the user of the API key.",
	},
	{
		name: 'refused',
		when: { status: [400] },
		message: 'Clevertim refused the values: {text}',
		description: 'Check the values of the fields; nothing of this item was written.',
	},
	{
		name: 'too many requests',
		when: { status: [429] },
		message: 'Clevertim asks for fewer requests',
		description:
			"Try again {wait}. Lower 'Requests per Second' in the credential if it happens often.",
	},
	{
		name: 'not supported',
		when: { status: [501] },
		message: 'Clevertim has no such operation: {method} {path}',
		description:
			'The API cannot change comments (delete and create them again), nor write users and groups, and may not list files and folders.{said}',
	},
	{
		name: 'not understood',
		when: { status: [500] },
		message: 'Clevertim could not handle the request (status 500)',
		description:
			'It answers so when it cannot read a value. Leave out fields to find the one it stumbles over, or try again {wait}.{said}',
	},
	{
		name: 'not available',
		when: { statusRange: [502, 504] },
		message: 'Clevertim is not available at the moment',
		description: 'The service is overloaded or under maintenance. Try again {wait}.',
	},
	{
		name: 'other refusal',
		when: { statusRange: [400, 599] },
		message: 'Clevertim refused the request with status {status}',
		description: 'Check the values of the fields.{said}',
	},
	{
		name: 'unknown',
		when: {},
		message: "The request {method} {path} to '{host}' did not succeed",
		description: 'Try again {wait}.{said}',
	},
];
