import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { customFieldMapper } from '../../fields/customFields';
import { createOptions } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';
import { opportunityFieldsWithCustomer } from './fields';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create opportunity',
		description: 'Create an opportunity',
		routing: { request: { method: 'POST', url: '/api/opportunity' } },
	},
	kind: 'write',
	root: '',
	noun: 'opportunity',
	fields: [
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. New roof' }),
		customFieldMapper('opportunities'),
		additionalFields(opportunityFieldsWithCustomer),
		createOptions,
	],
	check: checkCreate('opportunity'),
};
