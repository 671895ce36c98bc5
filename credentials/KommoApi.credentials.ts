import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

import {
	accountTest,
	hostFields,
	hostPin,
	rateField,
} from '../nodes/Kommo/transport/credentialFields';

/** Long-lived token of a private integration (fact sheet §1.2, §1.3). */
export class KommoApi implements ICredentialType {
	name = 'kommoApi';

	displayName = 'Kommo / amoCRM API';

	icon = { light: 'file:../icons/kommo.svg', dark: 'file:../icons/kommo.dark.svg' } as const;

	documentationUrl = 'https://developers.kommo.com/docs/long-lived-token';

	properties: INodeProperties[] = [
		...hostFields,
		{
			displayName: 'Long-Lived Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Created by an admin of the account under Settings → Integrations → your private integration → Keys and scopes; it is shown once',
		},
		rateField,
		...hostPin,
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				// a pasted token brings spaces, line ends or the word Bearer along
				Authorization:
					'={{ "Bearer " + String($credentials["accessToken"] || "").replace(/\\s+/g, " ").trim().replace(/^Bearer /i, "") }}',
			},
		},
	};

	test: ICredentialTestRequest = accountTest;
}
