import { CONTACT_TYPES } from '../codes';
import type { ClevertimField } from './clevertimField';
import { phoneFields, socialFields } from './lists';
import {
	codeField,
	emailsField,
	fileFields,
	longText,
	tagsField,
	textField,
	textsField,
} from './plain';
import { visibilityField } from './visibility';

/** What contacts and companies have in common (fact sheet §5, §6.1, §6.2). */
export const personFields: ClevertimField[] = [
	textField('Address', 'address', 'address', { placeholder: 'e.g. 1 High Street' }),
	textField('City', 'city', 'city'),
	codeField('Contact Type', 'contactType', 'ctype', CONTACT_TYPES, { default: 'C' }),
	textField('Country', 'country', 'country', {
		placeholder: 'e.g. GB',
		description: 'Two-letter code (ISO 3166); older records hold names',
	}),
	longText('Description', 'description', 'description'),
	emailsField,
	...fileFields,
	...phoneFields,
	textField('Postcode', 'postcode', 'postcode'),
	textField('Region', 'region', 'region', {
		placeholder: 'e.g. US-FL',
		description: 'Code of the region (ISO 3166-2)',
	}),
	...socialFields,
	tagsField,
	visibilityField,
	textsField('Websites', 'websites', 'website', {
		placeholder: 'e.g. https://example.com',
		description: 'Addresses separated by commas, or a list from an expression',
	}),
];
