import type { INodeProperties } from 'n8n-workflow';

import type { KommoField } from './kommoField';
import { collection } from './plain';

const field = (prop: INodeProperties): KommoField => ({ prop });

/** How requests travel: read by the session, set once for the node. */
const transport: KommoField[] = [
	field({
		displayName: 'Ignore SSL Issues (Insecure)',
		name: 'allowUnauthorizedCerts',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether to connect even if SSL certificate validation is not possible',
	}),
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
		default: 60,
		description: 'How long to wait for the answer to one request',
	}),
];

/** @param most what the API takes in one request */
const batchSize = (most: number): KommoField =>
	field({
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: most },
		default: 50,
		description: `How many items go into one request: 1 to ${most}${most > 50 ? ', the vendor recommends 50' : ''}`,
	});

const writing = (most: number): KommoField[] => [
	batchSize(most),
	field({
		displayName: 'Resend After Rejection',
		name: 'resendAfterRejection',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether the other items of a refused request are sent again without the refused ones. Takes effect when the node continues on fail; assumes that a refused request stored nothing.',
	}),
	field({
		displayName: 'Return',
		name: 'return',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Full Record',
				value: 'entity',
				description: 'The record as it is stored now, read again in as few requests as possible',
			},
			{
				name: 'Values Sent',
				value: 'values',
				description: 'What the API answers (ID, times) with the values that were sent',
			},
		],
		default: 'values',
		description: 'What the node gives for each record it wrote',
	}),
	field({
		displayName: 'Validate Only',
		name: 'validateOnly',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether to give the requests as items instead of sending them',
	}),
];

const retryCreates = field({
	displayName: 'Retry Creates',
	name: 'retryCreates',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description:
		'Whether to repeat a create whose answer was lost. It may then be carried out twice.',
});

export const roundPrice = field({
	displayName: 'Round Price',
	name: 'roundPrice',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	description: 'Whether to round prices to whole numbers instead of refusing fractions',
});

export const multiValueMode = field({
	displayName: 'Phones, Emails and Multiselects',
	name: 'multiValueMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Add', value: 'add', description: 'Keep the stored values and add the new ones' },
		{ name: 'Remove', value: 'remove', description: 'Take the given values away' },
		{ name: 'Replace', value: 'replace', description: 'Store the given values only' },
	],
	default: 'replace',
	description:
		'What to do with the values that a field with several values already has. Add and Remove read the records first.',
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

const options = (fields: KommoField[]): KommoField =>
	collection('Options', 'options', fields, 'Add Option');

/** Rows that most endpoints take in one request (fact sheet §2.2). */
const MOST_ROWS = 250;

export const createOptions = (more: KommoField[] = [], most = MOST_ROWS): KommoField =>
	options([...writing(most), ...transport, retryCreates, ...more]);

const writingWhole = writing(MOST_ROWS).filter(({ prop }) => prop.name !== 'return');

/** For records that the API's answer gives whole: there is nothing more to read. */
export const createOptionsOfWhole = (): KommoField =>
	options([...writingWhole, ...transport, retryCreates]);

/** For what is no record, such as a link: there is nothing to read afterwards. */
export const deleteOptions = (): KommoField => options([...writingWhole, ...transport]);

export const updateOptions = (more: KommoField[] = []): KommoField =>
	options([...writing(MOST_ROWS), ...transport, ...more]);

export const getOptions = (more: KommoField[] = []): KommoField =>
	options([whenNotFound, ...transport, ...more]);

export const readOptions = (more: KommoField[] = []): KommoField =>
	options([...transport, ...more]);

/** How the search for matches goes. */
const matching: KommoField[] = [
	field({
		displayName: 'Match Against All Records',
		name: 'matchAgainstAll',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether to read all records once, 250 in a request, instead of looking each value up. Cheaper when there are more values than pages.',
	}),
	field({
		displayName: 'Max Candidates',
		name: 'maxCandidates',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1 },
		default: 1000,
		description: 'How many records to read for one value before the item stops',
	}),
	field({
		displayName: 'Max Pages',
		name: 'maxPages',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1 },
		default: 40,
		description: 'How many pages to read at most when matching against all records',
	}),
];

const SEVERAL = [
	{ name: 'First Created', value: 'firstCreated' },
	{ name: 'Last Updated', value: 'lastUpdated' },
	{ name: 'Stop', value: 'stop', description: 'Ends the item and names the IDs' },
];

function onSeveral(choices: typeof SEVERAL): KommoField {
	return field({
		displayName: 'When Several Match',
		name: 'onSeveral',
		type: 'options',
		noDataExpression: true,
		options: choices,
		default: 'firstCreated',
		description: 'Which record counts when more than one matches',
	});
}

export const findOptions = (more: KommoField[] = []): KommoField =>
	options([
		...transport,
		...matching,
		onSeveral([{ name: 'All', value: 'all', description: 'One item for each match' }, ...SEVERAL]),
		...more,
	]);

export const upsertOptions = (more: KommoField[] = []): KommoField =>
	options([
		...writing(MOST_ROWS),
		...transport,
		retryCreates,
		...matching,
		onSeveral(SEVERAL),
		...more,
	]);
