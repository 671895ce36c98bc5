import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

import { ACCOUNT_DOMAINS } from './accountDomain';
import { baseUrlExpression, hostnameExpression } from './hostExpressions';

const custom = { show: { hostType: ['custom'] } };
const byAddress = { show: { hostType: ['subdomain'] } };

/** The host as both credential types ask for it; read by `resolveHost`. */
export const hostFields: INodeProperties[] = [
	{
		displayName: 'Connect To',
		name: 'hostType',
		type: 'options',
		options: [
			{
				name: 'Account Address',
				value: 'subdomain',
				description: 'The account on kommo.com, amocrm.ru or amocrm.com',
			},
			{
				name: 'Custom Base URL',
				value: 'custom',
				description: 'A proxy in front of the account, or the sandbox',
			},
		],
		default: 'subdomain',
	},
	{
		displayName: 'Subdomain',
		name: 'subdomain',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. acme',
		description:
			"First part of the account's address: 'acme' for https://acme.kommo.com. A pasted address is understood too.",
		displayOptions: byAddress,
	},
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://crm-proxy.example.com',
		description: "Address in front of '/api/v4'; plain http only for this machine",
		displayOptions: custom,
	},
	{
		displayName: 'Allow Plain HTTP',
		name: 'allowPlainHttp',
		type: 'boolean',
		default: false,
		description:
			'Whether the token may travel unencrypted to another machine. Not needed for this machine (localhost).',
		displayOptions: custom,
	},
	{
		displayName: 'Domain',
		name: 'domain',
		type: 'options',
		options: [...ACCOUNT_DOMAINS].sort().map((domain) => ({ name: domain, value: domain })),
		default: 'kommo.com',
		description:
			'Domain of the account. A domain in the pasted address goes before it; with a custom base URL it only tells which product answers there.',
	},
];

export const rateField: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 50 },
	default: 7,
	description:
		'Ceiling for all workflows with this account together. The service allows 7 and blocks who goes on above it.',
};

/** n8n's own nodes (HTTP Request) may use the credential for its own host only. */
export const hostPin: INodeProperties[] = [
	{
		displayName: 'Allowed HTTP Request Domains',
		name: 'allowedHttpRequestDomains',
		type: 'hidden',
		default: 'domains',
	},
	{
		displayName: 'Allowed Domains',
		name: 'allowedDomains',
		type: 'hidden',
		default: hostnameExpression('$self'),
	},
];

const REDIRECTED =
	'The address leads elsewhere. Check the subdomain and the domain: the account may have been renamed.';
const UNAVAILABLE = 'The service is not available at the moment. Try again in a few minutes.';

/** Texts of the credential test; the statuses of fact sheet §1.6 and §2.1. */
const TEST_MESSAGES: Array<[status: number, message: string]> = [
	...[301, 302, 303, 307, 308].map((status): [number, string] => [status, REDIRECTED]),
	[
		401,
		'The account did not accept the credential. Check the subdomain and the domain, that the integration is installed and saved, and that the token or connection belongs to this account and has not expired.',
	],
	[402, "The account's trial or subscription has ended. Renew it in the settings of the account."],
	[
		403,
		'The account refused the request. Check the rights of the user and the allowed IP addresses of the account. After too many requests the service blocks the address: ask its support.',
	],
	[404, 'No account answers at this address. Check the subdomain, the domain or the base URL.'],
	[429, 'Too many requests are under way for this account. Try again in a few minutes.'],
	...[500, 502, 503, 504].map((status): [number, string] => [status, UNAVAILABLE]),
];

/** `GET /api/v4/account`, which needs a valid token and nothing else (fact sheet §4.17). */
export const accountTest: ICredentialTestRequest = {
	request: {
		method: 'GET',
		baseURL: baseUrlExpression('$credentials'),
		url: '/api/v4/account',
		json: true,
		// the token is not carried to wherever a redirect points
		disableFollowRedirect: true,
	},
	rules: TEST_MESSAGES.map(([value, message]) => ({
		type: 'responseCode',
		properties: { value, message },
	})),
};
