import { customFieldMapper, refuseRepeatedFields } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { linksOfContact } from '../../fields/linkTo';
import { createOptions } from '../../fields/options';
import { additionalFields, authorship, optionalText, textField } from '../../fields/plain';
import { tagFields } from '../../fields/tags';

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create contact',
		description: 'Create contacts, many in one request',
		routing: { request: { method: 'POST', url: '/api/v4/contacts' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.contacts',
	noun: 'contact',
	fields: [
		optionalText('Name', 'name', 'name', {
			placeholder: 'e.g. Ana Reis',
			description: 'Full name; leave it empty to give first and last name below',
		}),
		customFieldMapper('contacts'),
		additionalFields([
			fieldMap('contacts', { clears: false }),
			...authorship,
			textField('First Name', 'firstName', 'first_name'),
			textField('Last Name', 'lastName', 'last_name'),
			...linksOfContact('additionalFields'),
			...tagFields({
				label: 'Tag',
				name: 'tags',
				target: '_embedded.tags',
				loadOptionsMethod: 'getContactTags',
				effect: '',
			}),
		]),
		createOptions([fieldAliases]),
	],
	check: refuseRepeatedFields,
};
