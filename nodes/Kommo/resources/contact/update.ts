import { checkUpdate } from '../../fields/checks';
import { clearFields, customFieldMapper } from '../../fields/customFieldValues';
import { fieldAliases } from '../../fields/fieldAliases';
import { fieldMap } from '../../fields/fieldMap';
import type { KommoOperation } from '../../fields/kommoField';
import { linksOfContact } from '../../fields/linkTo';
import { contactLocator } from '../../fields/locators';
import { multiValueMode, updateOptions } from '../../fields/options';
import { authorship, textField, updateFields } from '../../fields/plain';
import { tagChanges } from '../../fields/tags';

export const update: KommoOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update contact',
		description: 'Change contacts, many in one request',
		routing: { request: { method: 'PATCH', url: '/api/v4/contacts' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
	root: '_embedded.contacts',
	noun: 'contact',
	fields: [
		contactLocator({ property: 'id' }),
		customFieldMapper('contacts'),
		updateFields([
			...authorship,
			clearFields('contacts'),
			fieldMap('contacts', { clears: true }),
			textField('Name', 'name', 'name'),
			textField('First Name', 'firstName', 'first_name'),
			textField('Last Name', 'lastName', 'last_name'),
			...linksOfContact('updateFields'),
			...tagChanges('getContactTags'),
		]),
		updateOptions([fieldAliases, multiValueMode]),
	],
	check: checkUpdate,
};
