import type { ClevertimField } from '../../fields/clevertimField';
import { reference } from '../../fields/locators';
import { personFields } from '../../fields/person';
import { optionalText, textField } from '../../fields/plain';

/** At least one of the names is required (fact sheet §6.1). */
export const nameFields: ClevertimField[] = [
	optionalText('First Name', 'firstName', 'fn', { placeholder: 'e.g. Ana' }),
	optionalText('Last Name', 'lastName', 'ln', {
		placeholder: 'e.g. Smith',
		description: 'First or last name is required',
	}),
];

/** What can be written on a contact beside the names and custom fields. */
export const contactFields: ClevertimField[] = [
	...personFields,
	reference('Company', 'companyId', 'company', 'companyId'),
	textField('Title', 'title', 'title', { placeholder: 'e.g. Buyer', description: 'Job title' }),
];
