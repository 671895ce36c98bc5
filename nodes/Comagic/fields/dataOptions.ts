import type { INodeProperties } from 'n8n-workflow';

import { LIST } from '../transport/listOptions';
import type { ComagicField } from './comagicField';
import { actingUser, optionsOf, retryCreates, transportOptions, validateOnly } from './options';

const timeZone: ComagicField = {
	prop: {
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Moscow',
		description:
			"The account's time zone, for dates that say their offset; the workflow's when empty",
	},
	to: () => undefined,
};

/** A switch whose value travels beside the params and stays here. */
function queryToggle(
	displayName: string,
	name: string,
	key: string,
	description: string,
): ComagicField {
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'boolean',
		default: false,
		description,
		routing: { send: { type: 'query', property: key } },
	};
	return { prop, to: (value) => (value === true ? true : undefined) };
}

const english = queryToggle(
	'English Values',
	'englishValues',
	LIST.english,
	'Whether to add English words beside those the service has in Russian only, e.g. visitor_type_en beside visitor_type',
);

/** @param isUsual the operation adds them unless it is told not to */
function links(isUsual: boolean): ComagicField {
	const toggled = queryToggle(
		'Recording Links',
		'recordingLinks',
		LIST.links,
		'Whether to add absolute links to the recordings, e.g. call_records_links beside call_records; communication_id comes along. Whether they open without a log-in depends on the account.',
	);
	const prop: INodeProperties = { ...toggled.prop, default: isUsual };
	return { prop, to: (value) => (value ?? isUsual) === true };
}

const files = queryToggle(
	'Download Recordings',
	'downloadRecordings',
	LIST.files,
	'Whether to load the recordings as binary data (recording_1, …). One that cannot be loaded is named in recordings_not_loaded.',
);

const whenNotFound: ComagicField = {
	prop: {
		displayName: 'When Not Found',
		name: 'whenNotFound',
		type: 'options',
		options: [
			{ name: 'Return Empty Item', value: 'empty' },
			{ name: 'Stop', value: 'error', description: 'Ends the item according to On Error' },
		],
		default: 'error',
		description: 'What to do when no record has the ID',
	},
};

const common: ComagicField[] = [actingUser, timeZone, ...transportOptions];
const writing: ComagicField[] = [...common, validateOnly];

/** @param more options of the operation's own */
export const readOptions = (more: ComagicField[] = []): ComagicField =>
	optionsOf([...common, ...more]);
export const listOptions = (more: ComagicField[] = []): ComagicField =>
	optionsOf([...common, english, ...more]);
export const getOptions = (): ComagicField => optionsOf([...common, whenNotFound]);
export const createOptions = (more: ComagicField[] = []): ComagicField =>
	optionsOf([...writing, retryCreates, ...more]);
export const changeOptions = (more: ComagicField[] = []): ComagicField =>
	optionsOf([...writing, ...more]);

/** Options of reports with recordings (fact sheet §B.8). */
export const recordingOptions: ComagicField[] = [links(false), files];
/** The same, with links unless they are switched off: for the operation that has them in its query. */
export const linkedRecordingOptions: ComagicField[] = [links(true), files];
