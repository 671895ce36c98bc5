import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import { hostFields, userTest } from '../nodes/Clevertim/transport/credentialFields';

/** API key of one user: HTTP Basic, the key as user name, any password (fact sheet §2). */
export class ClevertimApi implements ICredentialType {
	name = 'clevertimApi';

	displayName = 'Clevertim API';

	icon = {
		light: 'file:../icons/clevertim.svg',
		dark: 'file:../icons/clevertim.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/clevertim/clevertim-crm-api';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Under My Info & settings → API Key. It acts as its user: records that this user may not see do not exist for it, and a user who may only read cannot write. An administrator sees everything.',
		},
		...hostFields,
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				// a pasted key brings spaces and line ends along
				username: '={{ String($credentials["apiKey"] || "").replace(/\\s+/g, "") }}',
				password: 'X',
			},
		},
	};

	test: ICredentialTestRequest = userTest;
}
