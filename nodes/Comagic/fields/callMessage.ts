import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidValue } from '../../shared/invalidValue';
import { isBlank, isLocator } from '../../shared/readFields';
import { shown } from '../../shared/shown';
import { isRecord } from '../../shared/wire';
import type { ComagicField } from './comagicField';
import { referenceModes } from './references';

/**
 * What the Call API plays to somebody: `{ type: "media" | "tts", value }`, the value always a text,
 * also the id of a media file (§C.2).
 */
function message(type: unknown, media: unknown, text: unknown, label: string): IDataObject {
	const value = type === 'media' ? (isLocator(media) ? media.value : media) : text;
	if (type !== 'media' && type !== 'tts') {
		throw new InvalidValue(`'${label}' has no such kind: ${shown(type)}`, 'Use media or tts.');
	}
	if (isBlank(value)) {
		throw new InvalidValue(
			`'${label}' is empty`,
			type === 'media' ? 'Choose a media file.' : 'Enter the text to speak.',
		);
	}
	return { type, value: shown(value).trim() };
}

const KINDS = [
	{ name: 'Media File', value: 'media', description: 'A file uploaded to the account' },
	{ name: 'Text to Speech', value: 'tts', description: 'A text that a voice reads out' },
];

/** A message that a method cannot do without: three inputs instead of a collection. */
export const requiredMessage: ComagicField[] = [
	{
		prop: {
			displayName: 'Message',
			name: 'messageType',
			type: 'options',
			options: KINDS,
			default: 'tts',
			description: 'What the contact hears',
			routing: { send: { type: 'body', property: 'contact_message' } },
		},
		to: (value, row) =>
			message(
				value,
				row.parameter('messageMediaFile'),
				row.parameter('messageText'),
				value === 'media' ? 'Media File' : 'Text',
			),
	},
	{
		prop: {
			displayName: 'Media File',
			name: 'messageMediaFile',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: referenceModes('mediaFile'),
			required: true,
			displayOptions: { show: { messageType: ['media'] } },
		},
		to: () => undefined,
	},
	{
		prop: {
			displayName: 'Text',
			name: 'messageText',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			displayOptions: { show: { messageType: ['tts'] } },
		},
		to: () => undefined,
	},
];

const values: INodeProperties[] = [
	{
		displayName: 'Kind',
		name: 'type',
		type: 'options',
		options: KINDS,
		default: 'tts',
	},
	{
		displayName: 'Media File Name or ID',
		name: 'mediaFile',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getMediaFiles' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		displayOptions: { show: { type: ['media'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		displayOptions: { show: { type: ['tts'] } },
	},
];

/** An optional message of a collection. */
export function optionalMessage(
	displayName: string,
	name: string,
	property: string,
	description: string,
): ComagicField {
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Message',
		description,
		options: [{ displayName: 'Message', name: 'message', values }],
		routing: { send: { type: 'body', property } },
	};
	return {
		prop,
		to: (given) => {
			if (!isRecord(given) || !isRecord(given.message)) return undefined;
			const { type = 'tts', mediaFile, text } = given.message;
			return message(type, mediaFile, text, displayName);
		},
	};
}
