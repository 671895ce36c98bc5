import type { ClevertimOperation } from '../../fields/clevertimField';
import { customFieldMapper } from '../../fields/customFields';
import { customerField } from '../../fields/customer';
import { checkUpsert } from '../../fields/matchBy';
import { upsertOptions } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';
import { opportunityFields } from './fields';

export const upsert: ClevertimOperation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update opportunity',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
		routing: { request: { method: 'PUT', url: '/api/opportunity' } },
	},
	kind: 'write',
	root: '',
	noun: 'opportunity',
	note: 'All opportunities are read once per run to find the record; then it is `POST /api/opportunity` or `PUT /api/opportunity/{id}`.',
	fields: [
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. New roof' }),
		customerField,
		customFieldMapper('opportunities'),
		additionalFields(opportunityFields),
		upsertOptions,
	],
	check: checkUpsert('opportunity', 'nameAndCustomer'),
};
