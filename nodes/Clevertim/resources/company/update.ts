import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { clearFields, customFieldMapper } from '../../fields/customFields';
import { emptyFields } from '../../fields/emptyFields';
import { recordLocator } from '../../fields/operations';
import { updateOptions } from '../../fields/options';
import { personFields } from '../../fields/person';
import { textField, updateFields } from '../../fields/plain';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update company',
		description: 'Change a company',
		routing: { request: { method: 'PUT', url: '/api/company/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'company',
	fields: [
		recordLocator('company', { inBody: true }),
		customFieldMapper('companies'),
		updateFields([
			...personFields,
			clearFields('companies'),
			emptyFields([{ name: 'Contact Type', value: 'ctype' }]),
			textField('Name', 'name', 'cn'),
		]),
		updateOptions,
	],
	check: checkUpdate('company'),
};
