import type { INodeProperties } from 'n8n-workflow';

import { codedField } from '../../../fields/codedFields';
import { customFieldMapper } from '../../../fields/customFieldValues';
import { fieldMap } from '../../../fields/fieldMap';
import type { KommoField } from '../../../fields/kommoField';
import { collection, optionalText, userField } from '../../../fields/plain';
import { tagFields } from '../../../fields/tags';

/** A contact or company inside of a lead: at most one of each (fact sheet §4.1). */
export interface Part {
	name: 'contact' | 'company';
	label: 'Contact' | 'Company';
	entityType: 'contacts' | 'companies';
	/** Dropdown of its tags. */
	tags: string;
	/** Picks a stored one. */
	locator: (use: { property: string }) => KommoField;
	/** Further fields of a new one. */
	more: (path: string) => KommoField[];
}

/** New, stored or none, and the fields of a new one. */
export function partFields(part: Part): KommoField[] {
	const path = `_embedded.${part.entityType}[0]`;
	return [modeField(part), storedOne(part, path), ...newOne(part, path)];
}

const shownFor = ({ name }: Part, mode: string): INodeProperties['displayOptions'] => ({
	show: { [`${name}Mode`]: [mode] },
});

function modeField({ name, label }: Part): KommoField {
	const noun = label.toLowerCase();
	return {
		// eslint-disable-next-line n8n-nodes-base/node-param-default-missing -- the default is computed
		prop: {
			displayName: `Linked ${label}`,
			name: `${name}Mode`,
			type: 'options',
			options: [
				{ name: 'Existing', value: 'existing', description: `A stored ${noun}, left as it is` },
				{ name: 'New', value: 'new', description: 'Created together with the lead' },
				{ name: 'None', value: 'none' },
			],
			default: name === 'contact' ? 'new' : 'none',
			description: `Whether the lead gets a new ${noun}, a stored one, or none`,
		},
		to: () => undefined,
	};
}

function storedOne(part: Part, path: string): KommoField {
	const field = part.locator({ property: `${path}.id` });
	return { ...field, prop: { ...field.prop, displayOptions: shownFor(part, 'existing') } };
}

function newOne(part: Part, path: string): KommoField[] {
	const { name, label, entityType } = part;
	const property = `${path}.custom_fields_values`;
	const displayOptions = shownFor(part, 'new');
	const beside = [`${name}CustomFields`, `${name}Fields.fieldMap`];
	const coded = (what: 'Phone' | 'Email', placeholder: string) =>
		codedField({
			...{ displayName: `${label} ${what}`, name: `${name}${what}`, code: what.toUpperCase() },
			...{ type: 'multitext', entityType, property, beside },
			more: {
				displayOptions,
				placeholder,
				description:
					'One, or several separated by commas; the work one unless said otherwise below',
			},
		});
	return [
		optionalText(`${label} Name`, `${name}Name`, `${path}.name`, { displayOptions }),
		coded('Phone', 'e.g. +1 202 555 0143'),
		coded('Email', 'e.g. ana@example.com'),
		customFieldMapper(entityType, {
			displayName: `${label} Custom Fields`,
			name: `${name}CustomFields`,
			displayOptions,
			property,
		}),
		moreFields(part, path, displayOptions),
	];
}

function moreFields(
	{ name, label, entityType, tags, more }: Part,
	path: string,
	displayOptions: INodeProperties['displayOptions'],
): KommoField {
	const fields = [
		fieldMap(entityType, { clears: false, property: `${path}.custom_fields_values` }),
		userField('Responsible User', 'responsibleUserId', `${path}.responsible_user_id`),
		...tagFields({
			label: 'Tag',
			name: 'tags',
			target: `${path}._embedded.tags`,
			loadOptionsMethod: tags,
			effect: '',
		}),
		...more(path),
	];
	const field = collection(`${label} Fields`, `${name}Fields`, fields, 'Add Field');
	return { ...field, prop: { ...field.prop, displayOptions } };
}
