import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { customFieldMapper } from '../../fields/customFields';
import { createOptions } from '../../fields/options';
import { additionalFields } from '../../fields/plain';
import { contactFields, nameFields } from './fields';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create contact',
		description: 'Create a contact',
		routing: { request: { method: 'POST', url: '/api/contact' } },
	},
	kind: 'write',
	root: '',
	noun: 'contact',
	fields: [
		...nameFields,
		customFieldMapper('customers'),
		additionalFields(contactFields),
		createOptions,
	],
	check: checkCreate('contact'),
};
