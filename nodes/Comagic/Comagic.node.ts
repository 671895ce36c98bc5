import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { describeForm } from '../shared/describe';
import { run } from '../shared/run';
import { comagic } from './connector';
import { methods } from './methods';
import { resources } from './resources';

export class Comagic implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Comagic',
		name: 'comagic',
		icon: { light: 'file:../../icons/comagic.svg', dark: 'file:../../icons/comagic.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Call tracking and telephony: calls, reports, campaigns, numbers and tags of Comagic, UIS, CallGear and Novofon',
		defaults: { name: 'Comagic' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'comagicApi', required: true, testedBy: 'comagicApiTest' }],
		properties: describeForm(resources),
	};

	methods = methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, comagic);
	}
}
