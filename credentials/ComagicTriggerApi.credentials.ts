import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** A secret that HTTP notifications carry in their address; the service signs nothing (§D.1). */
export class ComagicTriggerApi implements ICredentialType {
	name = 'comagicTriggerApi';

	displayName = 'Comagic Trigger API';

	icon = {
		light: 'file:../icons/comagic.svg',
		dark: 'file:../icons/comagic.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kommo-suite/n8n-nodes-kommo-suite/blob/main/docs/comagic-trigger.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'16 letters and digits or more, made by a password generator. The URL in the cabinet carries it as ?secret=… behind the address of the node.',
		},
	];
}
