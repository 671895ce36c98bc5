import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { EVENT_OPTIONS, EVENTS } from './events';
import { sampleItem } from './samples';

const CHOOSE =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

function chosen(
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	says: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod },
		default: [],
		description: `${says}. ${CHOOSE}.`,
	};
}

const CHANGES: INodePropertyOptions[] = [
	{ name: 'Pipeline', value: 'pipeline', description: 'Of leads' },
	{
		name: 'Responsible User',
		value: 'responsible',
		description: 'Of leads, contacts, companies, customers and tasks',
	},
	{ name: 'Stage', value: 'stage', description: 'Of leads' },
	{ name: 'Task Text', value: 'taskText', description: 'Of tasks' },
];

const customFields: INodeProperties = {
	displayName: 'Custom Field Values',
	name: 'customFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description:
		'Only leads, contacts, companies, customers and list elements whose fields have all of these values. Events without custom fields of their own pass.',
	options: [
		{
			displayName: 'Condition',
			name: 'conditions',
			values: [
				{
					displayName: 'Field Name, Code or ID',
					name: 'field',
					type: 'string',
					default: '',
					placeholder: 'e.g. Channel',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. Referral',
					description:
						'Text or option ID; 1 for a ticked checkbox, Unix seconds for a date; empty for any value',
				},
			],
		},
	],
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		customFields,
		chosen(
			'From Stage Names or IDs',
			'fromStages',
			'getStages',
			'Only leads that come from one of these stages; leads whose stage did not change do not pass',
		),
		chosen(
			'Ignore Changes By Names or IDs',
			'ignoredUsers',
			'getUsers',
			'Leaves out what these users did, such as the user of your own workflows: their changes would start the workflow again. 0 stands for robots',
		),
		{
			displayName: 'Only When Changed',
			name: 'changed',
			type: 'multiOptions',
			options: CHANGES,
			default: [],
			description:
				'Only changes in which one of these got another value. Deliveries carry the old value of these only, so nothing else can be chosen; other events pass.',
		},
		chosen(
			'Pipeline Names or IDs',
			'pipelines',
			'getPipelines',
			'Only events of these pipelines; events that belong to no pipeline pass',
		),
		chosen(
			'Responsible User Names or IDs',
			'responsibleUsers',
			'getUsers',
			'Only what these users are responsible for; events without a responsible user pass',
		),
		chosen('To Stage Names or IDs', 'toStages', 'getStages', 'Only leads in one of these stages'),
	],
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Include Raw Body',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: 'Whether to add the body as it came to each item',
		},
		{
			displayName: 'Load Full Entity',
			name: 'loadFull',
			type: 'boolean',
			default: false,
			description:
				'Whether to read the entity from the account and add it as full: a lead with its contacts, companies, names of pipeline and stage, and responsible user. Deliveries of the same moment share their requests; if the account does not answer, the event comes without it and says why.',
		},
		{
			displayName: 'Suppress Duplicates',
			name: 'suppressDuplicates',
			type: 'boolean',
			default: true,
			description:
				'Whether a delivery that the account repeats starts no second run. Certain within one n8n process; after a restart and between several processes it is a best effort.',
		},
	],
};

const showSamples: INodeProperties = {
	displayName: 'Show Sample Items',
	name: 'showSamples',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		"Whether to show a sample item of each chosen event: paste it into the output's mock data to build the workflow before the first event comes. Changes nothing else.",
};

/** What an event's item looks like, before the first event is there; a list, as mock data has to be. */
const samples: INodeProperties[] = EVENTS.map(({ code, name }) => ({
	displayName: `Sample: ${name}`,
	name: `sample_${code}`,
	type: 'json',
	noDataExpression: true,
	typeOptions: { rows: 12 },
	default: JSON.stringify([sampleItem(code, true)], null, 2),
	displayOptions: { show: { events: [code], showSamples: [true] } },
	description: 'With Simplify. To be copied; what stands here has no effect.',
}));

/** The form below the credential. */
export const TRIGGER_FORM: INodeProperties[] = [
	{
		displayName:
			'Needs a credential made by an admin, a plan with webhooks, and an address of n8n that the account can reach from the internet, best with https://',
		name: 'needs',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: EVENT_OPTIONS,
		default: [],
		description: 'Events that start the workflow; each entity concerned gives one item',
	},
	showSamples,
	...samples,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	filters,
	options,
];
