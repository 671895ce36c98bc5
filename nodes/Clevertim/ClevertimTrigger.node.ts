import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { loadOptions } from './methods';
import { TRIGGER_FORM } from './poll/form';
import { poll } from './poll/poll';

export class ClevertimTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Clevertim Trigger',
		name: 'clevertimTrigger',
		icon: { light: 'file:../../icons/clevertim.svg', dark: 'file:../../icons/clevertim.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when records in Clevertim are created, updated or deleted',
		defaults: { name: 'Clevertim Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'clevertimApi', required: true }],
		properties: TRIGGER_FORM,
	};

	methods = { loadOptions };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll.call(this);
	}
}
