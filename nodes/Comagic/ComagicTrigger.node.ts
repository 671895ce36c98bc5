import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { TRIGGER_FORM } from './webhook/form';
import { receive } from './webhook/receive';
import { testSecret } from './webhook/secret';

export class ComagicTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Comagic / UIS Trigger',
		name: 'comagicTrigger',
		icon: { light: 'file:../../icons/comagic.svg', dark: 'file:../../icons/comagic.dark.svg' },
		group: ['trigger'],
		// alike; but for version 1 n8n evaluates an expression with each delivery, which takes an isolate
		version: [1, 2],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow on HTTP notifications of Comagic, UIS, CallGear or Novofon: calls, recordings, tags, chats, requests',
		defaults: { name: 'Comagic Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'comagicTriggerApi',
				required: true,
				testedBy: 'testSecret',
				displayOptions: { show: { authentication: ['secret'] } },
			},
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'comagic' },
			// n8n asks for a name of its own for each method; 'setup' is the only other one
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'comagic' },
		],
		properties: TRIGGER_FORM,
	};

	methods = { credentialTest: { testSecret } };

	/** The service has no way to register an address: its cabinet does, by hand (§D.1). */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await Promise.resolve(true);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive.call(this);
	}
}
