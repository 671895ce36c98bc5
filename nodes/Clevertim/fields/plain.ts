import type { INodeProperties } from 'n8n-workflow';

import type { Code } from '../codes';
import type { ClevertimField, Transform } from './clevertimField';
import { toIds } from './ids';
import { code, emails, filledText, isNothing, text, texts, yesNo } from './values';

export const body = (property: string): INodeProperties['routing'] => ({
	send: { type: 'body', property },
});

type More = Partial<INodeProperties>;

/** A field of the form whose value goes to `property`, made right by `to`. */
export function bodyField(
	displayName: string,
	name: string,
	property: string,
	to: Transform,
	more: More = {},
): ClevertimField {
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'string',
		default: '',
		...more,
		routing: body(property),
	};
	return { prop, to };
}

/** A text that is sent as it is, also when it is empty (the user added it to empty it). */
export const textField = (
	displayName: string,
	name: string,
	property: string,
	more: More = {},
): ClevertimField => bodyField(displayName, name, property, text(displayName), more);

/** A text that is left out when it is empty. */
export const optionalText = (
	displayName: string,
	name: string,
	property: string,
	more: More = {},
): ClevertimField => bodyField(displayName, name, property, filledText(displayName), more);

export const longText = (
	displayName: string,
	name: string,
	property: string,
	more: More = {},
): ClevertimField => textField(displayName, name, property, { typeOptions: { rows: 3 }, ...more });

/** One of a fixed list; an expression may give the code or the name. */
export const codeField = (
	displayName: string,
	name: string,
	property: string,
	codes: Code[],
	more: More = {},
): ClevertimField =>
	bodyField(displayName, name, property, code(displayName, codes), {
		type: 'options',
		options: codes,
		default: codes[0]?.value ?? '',
		...more,
	});

/** A switch that changes the record itself. */
export const flagField = (
	displayName: string,
	name: string,
	property: string,
	description: string,
): ClevertimField =>
	bodyField(displayName, name, property, yesNo(displayName), {
		type: 'boolean',
		default: false,
		description,
	});

/** Texts separated by commas, or a list from an expression. */
export const textsField = (
	displayName: string,
	name: string,
	property: string,
	more: More = {},
): ClevertimField => bodyField(displayName, name, property, texts(displayName), more);

export const emailsField: ClevertimField = bodyField(
	'Emails',
	'emails',
	'email',
	emails('Emails'),
	{
		placeholder: 'e.g. ana@example.com, office@example.com',
		description: 'Addresses separated by commas, or a list from an expression',
	},
);

export const tagsField: ClevertimField = textsField('Tags', 'tags', 'tags', {
	placeholder: 'e.g. vip, website',
	description: 'Tags separated by commas, or a list from an expression; new ones are created',
});

/** Files that are in Clevertim already: the API has no upload (fact sheet §4). */
export const fileFields: ClevertimField[] = [
	bodyField('File IDs', 'fileIds', 'files', (value) => idList(value, 'File IDs'), {
		placeholder: 'e.g. 17, 18',
		description: 'Files that are stored in Clevertim, separated by commas',
	}),
	bodyField(
		'Linked File IDs',
		'linkedFileIds',
		'lfiles',
		(value) => idList(value, 'Linked File IDs'),
		{
			placeholder: 'e.g. 4',
			description: 'Files linked from Dropbox or Google Drive, separated by commas',
		},
	),
];

function idList(value: unknown, label: string): number[] | undefined {
	return isNothing(value) ? undefined : toIds(value, label);
}

/** Options of a collection stand in alphabetical order, whatever file they come from. */
export function collection(
	displayName: string,
	name: string,
	fields: ClevertimField[],
	placeholder: string,
): ClevertimField {
	const sorted = [...fields].sort((a, b) => a.prop.displayName.localeCompare(b.prop.displayName));
	return {
		prop: { displayName, name, type: 'collection', default: {}, placeholder },
		fields: sorted,
	};
}

export const additionalFields = (fields: ClevertimField[]): ClevertimField =>
	collection('Additional Fields', 'additionalFields', fields, 'Add Field');

export const updateFields = (fields: ClevertimField[]): ClevertimField =>
	collection('Update Fields', 'updateFields', fields, 'Add Field');

/** A sentence in the form; it sends nothing. */
export const notice = (name: string, displayName: string): ClevertimField => ({
	prop: { displayName, name, type: 'notice', default: '' },
	to: () => undefined,
});
