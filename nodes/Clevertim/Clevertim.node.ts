import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { describeForm } from '../shared/describe';
import { run } from '../shared/run';
import { clevertim } from './connector';
import { listSearch, loadOptions, resourceMapping } from './methods';
import { resources } from './resources';

export class Clevertim implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Clevertim',
		name: 'clevertim',
		icon: { light: 'file:../../icons/clevertim.svg', dark: 'file:../../icons/clevertim.dark.svg' },
		group: ['transform'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Work with contacts, companies, opportunities, cases, tasks and notes in Clevertim',
		defaults: { name: 'Clevertim' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'clevertimApi', required: true }],
		properties: describeForm(resources),
	};

	methods = { listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, clevertim);
	}
}
