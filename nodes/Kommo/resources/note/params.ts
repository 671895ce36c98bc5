import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { wholeNumber } from '../../fields/ids';
import type { KommoField } from '../../fields/kommoField';
import { filledText, integer, needed, text, type Transform } from '../../fields/values';

type Param = Omit<INodeProperties, 'name' | 'default' | 'type'> & {
	name: string;
	/** Text when absent; the choices of options are numbers. */
	type?: 'number' | 'options';
	/** Key below `params` (fact sheet §4.8). */
	key: string;
	/** Note types that have it. */
	types: string[];
	/** Whether a new note of these types has to have it. */
	needed?: boolean;
	default?: string | number;
};

export const CALLS = ['call_in', 'call_out'];
const SMS = ['sms_in', 'sms_out'];
const SERVICE = ['service_message', 'extended_service_message'];

const ATTACHMENT_KEYS = ['file_uuid', 'version_uuid', 'file_name'];

/** Every parameter of every note type that can be written. */
const PARAMS: Param[] = [
	{
		displayName: 'Text',
		name: 'text',
		key: 'text',
		types: ['common', ...SERVICE, ...SMS, 'geolocation'],
		required: true,
		typeOptions: { rows: 4 },
		description: 'What the note says',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		key: 'phone',
		types: [...CALLS, ...SMS],
		needed: true,
		placeholder: 'e.g. +12025550143',
		description: 'Number of the other side',
	},
	{
		displayName: 'Service',
		name: 'service',
		key: 'service',
		types: SERVICE,
		needed: true,
		placeholder: 'e.g. Website',
		description: 'Name of the service the message comes from',
	},
	{
		displayName: 'Duration (Seconds)',
		name: 'duration',
		key: 'duration',
		types: CALLS,
		type: 'number',
		needed: true,
		default: 0,
		description: 'How long the call took',
	},
	{
		displayName: 'Call ID',
		name: 'uniq',
		key: 'uniq',
		types: CALLS,
		description: 'Unique ID of the call in the telephony',
	},
	{
		displayName: 'Telephony',
		name: 'source',
		key: 'source',
		types: CALLS,
		default: 'n8n',
		placeholder: 'e.g. my_pbx',
		description: 'Name of the telephony',
	},
	{
		displayName: 'Recording Link',
		name: 'link',
		key: 'link',
		types: CALLS,
		placeholder: 'e.g. https://pbx.example.org/rec/1.mp3',
		description: 'Where the recording can be heard',
	},
	{
		displayName: 'Call Result',
		name: 'callResult',
		key: 'call_result',
		types: CALLS,
		description: 'What came of the call',
	},
	{
		displayName: 'Call Status',
		name: 'callStatus',
		key: 'call_status',
		types: CALLS,
		type: 'options',
		default: '',
		options: [
			{ name: 'Busy', value: '7' },
			{ name: 'Call Back Later', value: '2' },
			{ name: 'Left a Message', value: '1' },
			{ name: 'No Answer', value: '6' },
			{ name: 'Not Available', value: '3' },
			{ name: 'Not Set', value: '' },
			{ name: 'Talk Took Place', value: '4' },
			{ name: 'Wrong Number', value: '5' },
		],
		description: 'How the call ended',
	},
	{
		displayName: 'Call Responsible',
		name: 'callResponsible',
		key: 'call_responsible',
		types: CALLS,
		description: 'ID of the user who took the call, or a name',
	},
	{
		displayName: 'Address',
		name: 'address',
		key: 'address',
		types: ['geolocation'],
		needed: true,
		placeholder: 'e.g. 1 Harbor Street',
		description: 'The place in words',
	},
	{
		displayName: 'Latitude',
		name: 'latitude',
		key: 'latitude',
		types: ['geolocation'],
		needed: true,
		placeholder: 'e.g. 55.7558',
	},
	{
		displayName: 'Longitude',
		name: 'longitude',
		key: 'longitude',
		types: ['geolocation'],
		needed: true,
		placeholder: 'e.g. 37.6173',
	},
];

function transform(param: Param): Transform {
	if (param.type !== undefined) return integer(param.displayName);
	return isPlainText(param) ? filledText(param.displayName) : responsible;
}

const isPlainText = ({ type, name }: Param): boolean =>
	type === undefined && name !== 'callResponsible';

/** A user id is sent as a number, a name as text (§4.8). */
const responsible: Transform = (value, row) =>
	wholeNumber(value) ?? filledText('Call Responsible')(value, row);

function field(param: Param, more: Partial<INodeProperties>): KommoField {
	const { key, types: _types, needed: _needed, ...shown } = param;
	const prop: INodeProperties = {
		type: 'string',
		default: '',
		...shown,
		...more,
		routing: { send: { type: 'body', property: `params.${key}` } },
	};
	return { prop, to: transform(param) };
}

/** Fields of a new note, each shown for the types that have it. */
export const paramsByType: KommoField[] = PARAMS.map((param) => {
	const shown = field(param, { displayOptions: { show: { noteType: param.types } } });
	return param.needed ? { ...shown, to: needed(param.displayName, transform(param)) } : shown;
});

/** Fields of a change: only those that the user adds are changed. */
export const paramsToChange: KommoField[] = PARAMS.map((param) => {
	const changed = field(param, { required: false });
	// a text that the user added and left empty empties the stored one
	return isPlainText(param) ? { ...changed, to: text(param.displayName) } : changed;
});

/** What can be sent again of a stored note's params: reading shows more, and nulls (§4.8, §7). */
export function writableParams(noteType: unknown, params: IDataObject): IDataObject {
	const keys = new Set(
		noteType === 'attachment'
			? ATTACHMENT_KEYS
			: PARAMS.filter(({ types }) => types.some((type) => type === noteType)).map(({ key }) => key),
	);
	return Object.fromEntries(
		Object.entries(params).filter(([key, value]) => keys.has(key) && value !== null),
	);
}

/**
 * Labels of the parameters that a note of this type does not have: the API would store them
 * unseen.
 */
export function foreignParams(noteType: unknown, params: IDataObject): string[] {
	const has = ({ key, types }: Param) =>
		types.some((type) => type === noteType) ||
		// reading shows that attachments have a text as well
		(noteType === 'attachment' && key === 'text');
	return PARAMS.filter((param) => Object.hasOwn(params, param.key) && !has(param)).map(
		({ displayName }) => displayName,
	);
}

/** Note types that can be written (§4.8). E-mails cannot: v4 only reads them. */
export const NOTE_TYPES = [
	{ name: 'Attachment', value: 'attachment' },
	{ name: 'Call In', value: 'call_in' },
	{ name: 'Call Out', value: 'call_out' },
	{ name: 'Common', value: 'common' },
	{ name: 'Extended Service Message', value: 'extended_service_message' },
	{ name: 'Geolocation', value: 'geolocation' },
	{ name: 'Service Message', value: 'service_message' },
	{ name: 'SMS In', value: 'sms_in' },
	{ name: 'SMS Out', value: 'sms_out' },
];
