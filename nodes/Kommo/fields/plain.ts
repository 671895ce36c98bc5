import type { INodeProperties } from 'n8n-workflow';

import type { KommoField } from './kommoField';
import { date, filledText, integer, text, user } from './values';

const body = (property: string): INodeProperties['routing'] => ({
	send: { type: 'body', property },
});

/** A text that is sent as it is, also when it is empty (the user added it to empty it). */
export function textField(
	displayName: string,
	name: string,
	property: string,
	more: Partial<INodeProperties> = {},
): KommoField {
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'string',
		default: '',
		...more,
		routing: body(property),
	};
	return { prop, to: text(displayName) };
}

/** A text that is left out when it is empty. */
export function optionalText(
	displayName: string,
	name: string,
	property: string,
	more: Partial<INodeProperties> = {},
): KommoField {
	return { ...textField(displayName, name, property, more), to: filledText(displayName) };
}

/** Any ISO 8601 text; the workflow's zone where the text has none. */
export function dateField(
	displayName: string,
	name: string,
	property: string,
	more: Partial<INodeProperties> = {},
): KommoField {
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'dateTime',
		default: '',
		...more,
		routing: body(property),
	};
	return { prop, to: date(displayName) };
}

export function integerField(
	displayName: string,
	name: string,
	property: string,
	more: Partial<INodeProperties> = {},
): KommoField {
	const prop: INodeProperties = {
		displayName,
		name,
		type: 'number',
		default: 0,
		...more,
		routing: body(property),
	};
	return { prop, to: integer(displayName) };
}

/** A user from the account's list; names work in expressions, too. */
export function userField(displayName: string, name: string, property: string): KommoField {
	const prop: INodeProperties = {
		displayName: `${displayName} Name or ID`,
		name,
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		routing: body(property),
	};
	return { prop, to: user(displayName) };
}

/** Who and when, as every entity knows it (fact sheet §4): all of them can be written. */
export const authorship: KommoField[] = [
	dateField('Created At', 'createdAt', 'created_at', {
		description: 'When the record is said to have been created',
	}),
	userField('Created By', 'createdBy', 'created_by'),
	userField('Responsible User', 'responsibleUserId', 'responsible_user_id'),
	dateField('Updated At', 'updatedAt', 'updated_at', {
		description: 'When the record is said to have been changed last',
	}),
	userField('Updated By', 'updatedBy', 'updated_by'),
];

/** Options of a collection stand in alphabetical order, whatever file they come from. */
export function collection(
	displayName: string,
	name: string,
	fields: KommoField[],
	placeholder: string,
): KommoField {
	const sorted = [...fields].sort((a, b) => a.prop.displayName.localeCompare(b.prop.displayName));
	return {
		prop: { displayName, name, type: 'collection', default: {}, placeholder },
		fields: sorted,
	};
}

export const additionalFields = (fields: KommoField[]): KommoField =>
	collection('Additional Fields', 'additionalFields', fields, 'Add Field');

export const updateFields = (fields: KommoField[]): KommoField =>
	collection('Update Fields', 'updateFields', fields, 'Add Field');

/** Upsert: values for one of the two cases. */
export function onlyWhen(which: 'found' | 'missing', fields: KommoField[]): KommoField {
	const isFound = which === 'found';
	const field = collection(
		isFound ? 'Only When Found' : 'Only When Not Found',
		isFound ? 'onlyWhenFound' : 'onlyWhenMissing',
		fields,
		'Add Field',
	);
	const description = isFound
		? 'Values that are sent only when a record matches'
		: 'Values that are sent only when no record matches and one is created';
	return { ...field, prop: { ...field.prop, description }, onlyWhen: which };
}
