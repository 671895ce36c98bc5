import { fieldAliases } from '../../fields/fieldAliases';
import type { KommoOperation } from '../../fields/kommoField';
import { matchFields } from '../../fields/matchFields';
import { findOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { CONTACT_INCLUDES, simplifyContact } from './simplify';

export const find: KommoOperation = {
	option: {
		name: 'Find',
		value: 'find',
		action: 'Find contact',
		description: 'Look contacts up by phone, email or a custom field, compared exactly',
		routing: { request: { method: 'GET', url: '/api/v4/contacts' } },
	},
	kind: 'find',
	root: '_embedded.contacts',
	noun: 'contact',
	fields: [
		...matchFields('contacts', ['customField', 'email', 'name', 'phone', 'query'], 'find'),
		simplify,
		findOptions([fieldAliases, include(CONTACT_INCLUDES)]),
	],
	simplify: simplifyContact,
	note: 'Gives `found`, the number of `matches` and the `contact` for every item. The search of the API is fuzzy: what it gives is compared exactly, phones by their digits.',
};
