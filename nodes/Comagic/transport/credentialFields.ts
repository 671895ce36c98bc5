import type { INodeProperties } from 'n8n-workflow';

import { API_LABELS, URL_FIELDS, type ApiName } from './brands';
import { hostnamesExpression } from './hostExpressions';

const urlField = (api: ApiName, placeholder: string): INodeProperties => ({
	displayName: URL_FIELDS[api].label,
	name: URL_FIELDS[api].name,
	type: 'string',
	default: '',
	placeholder,
	displayOptions: { show: { brand: ['custom'] } },
	description: `Address of the ${API_LABELS[api]}; leave it empty when it is not used`,
});

/** Where the account is; read by `resolveEndpoint`. */
export const hostFields: INodeProperties[] = [
	{
		displayName: 'Brand',
		name: 'brand',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'CallGear', value: 'callgear', description: 'Without Session API' },
			{ name: 'Comagic', value: 'comagic' },
			{ name: 'Custom', value: 'custom', description: 'Addresses of your own, e.g. the sandbox' },
			{ name: 'Novofon', value: 'novofon', description: 'Novofon 2.0; without Session API' },
			{ name: 'UIS', value: 'uis' },
		],
		default: 'comagic',
		description:
			'The portal where the account was registered. The others do not know its users and keys.',
	},
	urlField('call', 'e.g. https://callapi.comagic.ru/v4.0'),
	urlField('data', 'e.g. https://dataapi.comagic.ru/v2.0'),
	urlField('session', 'e.g. https://api.comagic.ru/api'),
	{
		displayName: 'Allow Plain HTTP',
		name: 'allowPlainHttp',
		type: 'boolean',
		default: false,
		displayOptions: { show: { brand: ['custom'] } },
		description:
			'Whether token and password may travel unencrypted to another machine. Not needed for this machine (localhost).',
	},
];

/** Who asks; read by `proofOf` and `userIdOf`. */
export const proofFields: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Access Token',
				value: 'accessToken',
				description: 'A key of the user management; for Data API and Call API',
			},
			{
				name: 'Login and Password',
				value: 'login',
				description: 'A session is opened when needed and ended with the run; for all three APIs',
			},
		],
		default: 'accessToken',
	},
	{
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: { show: { authentication: ['accessToken'] } },
		description:
			"A permanent or temporary key, made in the cabinet's user management. It acts as its user, with that user's rights.",
	},
	{
		displayName: 'Login',
		name: 'login',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { authentication: ['login'] } },
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: { show: { authentication: ['login'] } },
	},
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'number',
		default: '',
		description:
			'Only for agents (partners): ID of the user of a customer, for whom the Data API is asked. The node can name another one in its options.',
	},
];

export const testFields: INodeProperties[] = [
	{
		displayName: 'API to Test',
		name: 'testApi',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Call API', value: 'call' },
			{ name: 'Data API', value: 'data' },
			{ name: 'Data API and Call API', value: 'both' },
			{ name: 'Session API (Legacy)', value: 'session' },
		],
		default: 'data',
		description:
			"What the test of this credential asks. Each API has a whitelist of its own for this machine's IP address, and needs a component of its own.",
	},
];

/** Keep requests of other nodes with this credential on the account's hosts. */
export const pinFields: INodeProperties[] = [
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
		default: hostnamesExpression(),
	},
];
