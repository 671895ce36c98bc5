import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { customFieldMapper } from '../../fields/customFields';
import { createOptions } from '../../fields/options';
import { personFields } from '../../fields/person';
import { additionalFields, textField } from '../../fields/plain';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create company',
		description: 'Create a company',
		routing: { request: { method: 'POST', url: '/api/company' } },
	},
	kind: 'write',
	root: '',
	noun: 'company',
	fields: [
		textField('Name', 'name', 'cn', {
			required: true,
			placeholder: 'e.g. Hill & Sons',
			description: 'Name of the company',
		}),
		customFieldMapper('companies'),
		additionalFields(personFields),
		createOptions,
	],
	check: checkCreate('company'),
};
