import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	accountTest,
	hostFields,
	hostPin,
	rateField,
} from '../nodes/Kommo/transport/credentialFields';
import { consentUrlExpression, tokenUrlExpression } from '../nodes/Kommo/transport/hostExpressions';

/** Authorization code flow of a private or public integration (fact sheet §1.3). */
export class KommoOAuth2Api implements ICredentialType {
	name = 'kommoOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Kommo / amoCRM OAuth2 API';

	icon = { light: 'file:../icons/kommo.svg', dark: 'file:../icons/kommo.dark.svg' } as const;

	documentationUrl = 'https://developers.kommo.com/docs/oauth-20';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		...hostFields,
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: consentUrlExpression('$self'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: tokenUrlExpression('$self'),
		},
		{
			// scopes belong to the integration, the consent page takes none
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
		},
		{
			// the opened window itself is sent back to n8n, as n8n's pop-up expects
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: 'mode=post_message',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		rateField,
		...hostPin,
	];

	test: ICredentialTestRequest = accountTest;
}
