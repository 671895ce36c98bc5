import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ANY, EVENT_OPTIONS, EVENTS } from './events';
import { sampleItem } from './samples';
import { SECRET_PARAMETER } from './secretRule';
import { getTemplate, postTemplate } from './templates';

const steps: INodeProperties = {
	displayName: [
		'The service has no way to register this address by itself. In the cabinet of Comagic, UIS, CallGear or Novofon:',
		'1. Open Notifications (Уведомления) and add one; choose the event and its conditions.',
		'2. Choose HTTP as the way to send it, then POST (or GET).',
		'3. Paste the production URL from above.',
		'4. Paste the body (or the parameters) from below, for the same event. Leave the placeholders in double braces without quotes: the service puts them in itself.',
		'5. Save and switch it on. Add another notification for each further event; all may have the same URL.',
	].join('<br>'),
	name: 'steps',
	type: 'notice',
	default: '',
};

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{
			name: 'Address Only',
			value: 'path',
			description: 'Whoever knows the URL of this node may send; it cannot be guessed',
		},
		{
			name: 'Secret in the Address',
			value: 'secret',
			description: 'The URL has to carry the secret of a credential, too',
		},
	],
	default: 'path',
	description: 'The service signs nothing: what stands in the address is all that can be checked',
};

const secretNotice: INodeProperties = {
	displayName: `Write <code>?${SECRET_PARAMETER}=</code> and the secret behind the URL in the cabinet. Requests without it are answered 401 and start nothing.`,
	name: 'secretNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { authentication: ['secret'] } },
};

const TYPES: INodePropertyOptions[] = EVENTS.map(({ code, name, russian }) => ({
	name,
	value: code,
	description: russian,
}));

const templateChoice: INodeProperties[] = [
	{
		displayName: 'Show Template For',
		name: 'templateFor',
		type: 'options',
		noDataExpression: true,
		options: TYPES,
		default: 'call_finished',
		description:
			'Only shows what to paste into the cabinet; what starts the workflow is chosen above',
	},
	{
		displayName: 'Sent With',
		name: 'templateMethod',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'GET',
				value: 'GET',
				description: 'Everything stands in the address; n8n takes it in whatever it looks like',
			},
			{ name: 'POST', value: 'POST', description: 'A JSON body' },
		],
		default: 'POST',
		description: 'The method chosen for the notification in the cabinet',
	},
];

const templates: INodeProperties[] = EVENTS.flatMap((event): INodeProperties[] => [
	{
		displayName: 'Body to Paste',
		name: `postTemplate_${event.code}`,
		type: 'string',
		typeOptions: { rows: 12 },
		noDataExpression: true,
		default: postTemplate(event),
		description:
			'Copy this into the body of the notification. Remove lines, or add your own: every field comes out.',
		displayOptions: { show: { templateFor: [event.code], templateMethod: ['POST'] } },
	},
	{
		displayName: 'Parameters to Paste',
		name: `getTemplate_${event.code}`,
		type: 'string',
		typeOptions: { rows: 6 },
		noDataExpression: true,
		default: getTemplate(event),
		description:
			'Copy this into the parameters of the notification, or behind the URL after ? or &. Remove parameters, or add your own: every field comes out.',
		displayOptions: { show: { templateFor: [event.code], templateMethod: ['GET'] } },
	},
]);

/** What an event's item looks like, before the first one is there. */
const samples: INodeProperties[] = EVENTS.map(({ code, name }) => ({
	displayName: `<details><summary>Sample: ${name}</summary><code>${asHtml(code)}</code></details>`,
	name: `sample_${code}`,
	type: 'notice',
	default: '',
	displayOptions: { show: { templateFor: [code] } },
}));

function asHtml(code: string): string {
	return JSON.stringify(sampleItem(code, true), null, 2)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replace(/\n( *)/g, (_line, indent: string) => `<br>${'&nbsp;'.repeat(indent.length)}`);
}

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Absolute Recording Links',
			name: 'absoluteLinks',
			type: 'boolean',
			default: true,
			description:
				'Whether to complete links of recordings that come without https:// so that they can be opened',
		},
		{
			displayName: 'Account Time Zone',
			name: 'accountTimezone',
			type: 'string',
			default: '',
			placeholder: 'e.g. Europe/Moscow',
			description:
				'Zone of the times in notifications, which do not tell it. Empty: the time zone of the workflow.',
		},
		{
			displayName: 'Include Raw Body',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: 'Whether to add the body (or the parameters) as it came to each item',
		},
		{
			displayName: 'Only Mnemonics or Names',
			name: 'names',
			type: 'string',
			default: '',
			placeholder: 'e.g. CALL_END, Lost call of the shop',
			description:
				'Only notifications with one of these mnemonics or names, as they stand in the cabinet; several with commas, or a list from an expression',
		},
		{
			displayName: 'Recording Host',
			name: 'recordingHost',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://app.uiscom.ru',
			description: 'Put before links of recordings that begin with a slash',
		},
		{
			displayName: 'Suppress Duplicates',
			name: 'suppressDuplicates',
			type: 'boolean',
			default: true,
			description:
				'Whether a notification that comes again (same call, event, time and content) starts no second run. Certain within one n8n process; after a restart and between several processes it is a best effort.',
		},
	],
};

/** The form of the node. */
export const TRIGGER_FORM: INodeProperties[] = [
	steps,
	authentication,
	secretNotice,
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: EVENT_OPTIONS,
		default: [ANY],
		description:
			'Notifications that start the workflow. The type is what the template says, else what mnemonic or name tell.',
	},
	...templateChoice,
	...templates,
	...samples,
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	options,
];
