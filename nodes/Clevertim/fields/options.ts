import type { INodeProperties } from 'n8n-workflow';

import type { Code } from '../codes';
import { LOAD } from '../transport/session';
import type { ClevertimField } from './clevertimField';
import { collection } from './plain';
import { listOf } from './values';

const field = (prop: INodeProperties): ClevertimField => ({ prop });

/** A switch that is set once for the node. */
const toggle = (
	displayName: string,
	name: string,
	byDefault: boolean,
	description: string,
): ClevertimField => {
	return field({
		displayName,
		name,
		type: 'boolean',
		noDataExpression: true,
		// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-boolean -- the default is passed in
		default: byDefault,
		description,
	});
};

/** How requests travel: read by the session, set once for the node. */
export const transportFields: ClevertimField[] = [
	toggle(
		'Ignore SSL Issues (Insecure)',
		'allowUnauthorizedCerts',
		false,
		'Whether to connect even if SSL certificate validation is not possible',
	),
	field({
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'How long one request may wait for its turn and after refusals by the rate limit',
	}),
	field({
		displayName: 'Proxy',
		name: 'proxy',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. http://proxy.example.com:3128',
		description: "HTTP proxy to use instead of n8n's own setting",
	}),
	field({
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1 },
		default: 120,
		description:
			'How long to wait for the answer to one request; whole collections take their time',
	}),
];

const validateOnly = toggle(
	'Validate Only',
	'validateOnly',
	false,
	'Whether to give the requests as items instead of sending them',
);

const checkReferences = toggle(
	'Check References',
	'checkReferences',
	true,
	'Whether to look up customers, companies, users and other records by their ID before anything is sent. IDs of contacts and companies may be the same, and the service is not known to check them.',
);

const writing: ClevertimField[] = [
	field({
		displayName: 'Return',
		name: 'return',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Full Record',
				value: 'record',
				description:
					'The record as it is stored now; it is read again when the answer leaves something out',
			},
			{
				name: 'Values Sent',
				value: 'values',
				description: 'What the API answers with the values that were sent, without reading again',
			},
		],
		default: 'record',
		description: 'What the node gives for each record it wrote',
	}),
	validateOnly,
];

const retryCreates = toggle(
	'Retry Creates',
	'retryCreates',
	false,
	'Whether to repeat a create whose answer was lost. It may then be carried out twice.',
);

const changedOnly = toggle(
	'Send Only Changed Fields',
	'sendChangedOnly',
	false,
	'Whether to send the changed fields alone. By default the stored record is read and sent with the changes, as the vendor does, so that nothing is lost if the service empties fields that are left out.',
);

const listMode = (byDefault: 'add' | 'replace'): ClevertimField =>
	field({
		displayName: 'Emails, Phones, Tags and Other Lists',
		name: 'multiValueMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Add', value: 'add', description: 'Keep the stored values and add the new ones' },
			{ name: 'Remove', value: 'remove', description: 'Take the given values away' },
			{ name: 'Replace', value: 'replace', description: 'Store the given values only' },
		],
		default: byDefault,
		description: 'What to do with the values that a list already has',
	});

const whenNotFound = field({
	displayName: 'When Not Found',
	name: 'whenNotFound',
	type: 'options',
	options: [
		{ name: 'Return Empty Item', value: 'empty' },
		{ name: 'Stop', value: 'error', description: 'Ends the item according to On Error' },
	],
	default: 'error',
	description: 'What to do when no record has the ID',
});

const asTool = toggle(
	'Allow Deleting as Tool',
	'allowToolDelete',
	false,
	'Whether an AI agent that uses this node as a tool may delete records',
);

/** "Load Referenced Records": the client's lazy links, one read per kind (fact sheet §7). */
export function loadReferenced(links: Code[]): ClevertimField[] {
	if (links.length === 0) return [];
	const prop: INodeProperties = {
		displayName: 'Load Referenced Records',
		name: 'loadReferenced',
		type: 'multiOptions',
		options: links,
		default: [],
		description:
			"Which links to follow; the records come under 'referenced'. Each kind is read once and completely.",
		routing: { send: { type: 'query', property: LOAD } },
	};
	return [
		{
			prop,
			to: (value) => {
				const keys = listOf(value);
				return keys.length === 0 ? undefined : keys;
			},
		},
	];
}

const options = (fields: ClevertimField[]): ClevertimField =>
	collection('Options', 'options', fields, 'Add Option');

/** Records that point to others; those that do not have `plain…` options. */
const referring: ClevertimField[] = [...writing, checkReferences, ...transportFields];
const plain: ClevertimField[] = [...writing, ...transportFields];

export const createOptions = options([...referring, retryCreates]);
export const plainCreateOptions = options([...plain, retryCreates]);
export const updateOptions = options([...referring, changedOnly, listMode('replace')]);
export const updateOptionsWithoutLists = options([...referring, changedOnly]);
export const plainUpdateOptions = options([...plain, changedOnly, listMode('replace')]);
export const plainUpdateOptionsWithoutLists = options([...plain, changedOnly]);
export const upsertOptions = options([...referring, retryCreates, changedOnly, listMode('add')]);
export const deleteOptions = options([asTool, validateOnly, ...transportFields]);
export const callOptions = options([asTool, validateOnly, retryCreates, ...transportFields]);
export const getOptions = (links: Code[] = []): ClevertimField =>
	options([whenNotFound, ...loadReferenced(links), ...transportFields]);
export const readOptions = (links: Code[] = []): ClevertimField =>
	options([...loadReferenced(links), ...transportFields]);
