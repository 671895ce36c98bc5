import type { ClevertimOperation } from '../../fields/clevertimField';
import { customFieldMapper } from '../../fields/customFields';
import { checkUpsert, matchByFields } from '../../fields/matchBy';
import { upsertOptions } from '../../fields/options';
import { additionalFields } from '../../fields/plain';
import { contactFields, nameFields } from './fields';

export const upsert: ClevertimOperation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update contact',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: { request: { method: 'PUT', url: '/api/contact' } },
	},
	kind: 'write',
	root: '',
	noun: 'contact',
	note: 'All contacts are read once per run to find the record; then it is `POST /api/contact` or `PUT /api/contact/{id}`.',
	fields: [
		...matchByFields('contact', 'contactId', 'Contact'),
		...nameFields,
		customFieldMapper('customers'),
		additionalFields(contactFields),
		upsertOptions,
	],
	check: checkUpsert('contact'),
};
