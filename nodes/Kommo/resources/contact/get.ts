import type { KommoOperation } from '../../fields/kommoField';
import { contactLocator } from '../../fields/locators';
import { getOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { CONTACT_INCLUDES, simplifyContact } from './simplify';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get contact',
		description: 'Get contacts by ID; many items share a request',
		routing: { request: { method: 'GET', url: '/api/v4/contacts/{id}' } },
	},
	kind: 'get',
	filterById: true,
	root: '_embedded.contacts',
	noun: 'contact',
	fields: [
		contactLocator({ property: 'id', path: 'id' }),
		simplify,
		getOptions([include(CONTACT_INCLUDES)]),
	],
	simplify: simplifyContact,
};
