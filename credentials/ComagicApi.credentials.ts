import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import {
	hostFields,
	pinFields,
	proofFields,
	testFields,
} from '../nodes/Comagic/transport/credentialFields';

/**
 * A user of Comagic, UIS, CallGear or Novofon. Tested by the Comagic node (`comagicApiTest`): the
 * service refuses with HTTP 200, and each API in its own way (fact sheet §A.2, §B.2, §C.1).
 */
export class ComagicApi implements ICredentialType {
	name = 'comagicApi';

	displayName = 'Comagic API';

	icon = {
		light: 'file:../icons/comagic.svg',
		dark: 'file:../icons/comagic.dark.svg',
	} as const;

	documentationUrl = 'https://comagic.github.io/data_api/';

	properties: INodeProperties[] = [...hostFields, ...proofFields, ...testFields, ...pinFields];
}
