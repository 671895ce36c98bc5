import type { INodeProperties } from 'n8n-workflow';

import { property } from '../../shared/describe';
import type { ClevertimField } from '../fields/clevertimField';
import { transportFields } from '../fields/options';
import { simplify } from '../fields/search';
import { ACCEPT_UNTIL, MOST_VANISHED } from './vanished';
import { WATCHED } from './watched';

const notice: INodeProperties = {
	displayName:
		'The service has neither webhooks nor a search for changes: every poll reads all records of the resource. Set Poll Times to 5 minutes or more. Publishing sets the mark and starts nothing; from then on each record that has changed since the poll before gives one item.',
	name: 'pollNotice',
	type: 'notice',
	default: '',
};

const resource: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: WATCHED.map(({ name, value }) => ({ name, value })),
	default: 'contact',
	description: 'The records to watch',
};

const events: INodeProperties = {
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: [
		{
			name: 'Created',
			value: 'created',
			description: 'A record that was not there before, also one that was restored or merged',
		},
		{
			name: 'Deleted',
			value: 'deleted',
			description: 'A record that is gone; nothing but its ID is known then',
		},
		{ name: 'Updated', value: 'updated', description: 'A record that is another one than before' },
	],
	default: ['created', 'updated'],
	description: 'What starts the workflow; several changes of a record between two polls are one',
};

const deletions: INodeProperties[] = [
	{
		displayName: ACCEPT_UNTIL,
		name: 'acceptDeletionsUntil',
		type: 'dateTime',
		default: '',
		description:
			'Until this time any number of missing records is taken for deleted, also all of them. To be set when polls stop because many records are gone and you know that they were deleted.',
	},
	{
		displayName: MOST_VANISHED,
		name: 'mostDeletions',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 20,
		description:
			'When more of the known records than this are missing at once, the poll stops with a message instead of taking them for deleted: the answer may be incomplete. 100 believes every answer.',
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	default: {},
	placeholder: 'Add Option',
	options: [...deletions, ...transportFields.map(property)].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};

const shownFor = (value: string, field: ClevertimField | undefined): INodeProperties[] =>
	field ? [{ ...property(field), displayOptions: { show: { resource: [value] } } }] : [];

/** The form below the credential; links and filters are those of the node. */
export const TRIGGER_FORM: INodeProperties[] = [
	notice,
	resource,
	events,
	property(simplify),
	...WATCHED.flatMap(({ value, links }) => shownFor(value, links)),
	...WATCHED.flatMap(({ value, filters }) => shownFor(value, filters)),
	options,
];
