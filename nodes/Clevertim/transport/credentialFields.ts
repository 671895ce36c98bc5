import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

import { DEFAULT_BASE_URL, DEFAULT_REQUESTS_PER_SECOND } from './host';
import { apiUrlExpression, hostnameExpression } from './hostExpressions';

/** Host, pace and pin of the credential; read by `resolveHost`. */
export const hostFields: INodeProperties[] = [
	{
		displayName: 'Base URL',
		name: 'baseUrl',
		type: 'string',
		default: DEFAULT_BASE_URL,
		description: 'Change it only for a proxy in front of the service, or for the sandbox',
	},
	{
		displayName: 'Allow Plain HTTP',
		name: 'allowPlainHttp',
		type: 'boolean',
		default: false,
		description:
			'Whether the key may travel unencrypted to another machine. Not needed for this machine (localhost).',
	},
	{
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 50 },
		default: DEFAULT_REQUESTS_PER_SECOND,
		description:
			'Ceiling for all workflows with this API key together. The service documents no limit: a modest pace is safe.',
	},
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

const REDIRECTED = 'The address leads elsewhere. Check the base URL.';
const UNAVAILABLE = 'The service is not available at the moment. Try again in a few minutes.';

/** Texts of the credential test (fact sheet §3). */
const TEST_MESSAGES: Array<[status: number, message: string]> = [
	...[301, 302, 303, 307, 308].map((status): [number, string] => [status, REDIRECTED]),
	[
		401,
		'The service did not accept the API key. Copy it again from My Info & settings → API Key; a key that was generated anew ends the old one.',
	],
	[403, 'The service refused the request. Check the rights of the user the key belongs to.'],
	[404, 'No Clevertim answers at this address. Check the base URL.'],
	[429, 'Too many requests are under way. Try again in a few minutes.'],
	...[500, 502, 503, 504].map((status): [number, string] => [status, UNAVAILABLE]),
];

/** `GET /user`, which needs a valid key and no rights (fact sheet §2). */
export const userTest: ICredentialTestRequest = {
	request: {
		method: 'GET',
		baseURL: apiUrlExpression('$credentials'),
		url: '/user',
		json: true,
		// the key is not carried to wherever a redirect points
		disableFollowRedirect: true,
	},
	rules: TEST_MESSAGES.map(([value, message]) => ({
		type: 'responseCode',
		properties: { value, message },
	})),
};
