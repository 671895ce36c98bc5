import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { clearFields, customFieldMapper } from '../../fields/customFields';
import { emptyFields } from '../../fields/emptyFields';
import { recordLocator } from '../../fields/operations';
import { updateOptions } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';
import { opportunityFieldsWithCustomer } from './fields';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update opportunity',
		description: 'Change an opportunity',
		routing: { request: { method: 'PUT', url: '/api/opportunity/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'opportunity',
	fields: [
		recordLocator('opportunity', { inBody: true }),
		customFieldMapper('opportunities'),
		updateFields([
			...opportunityFieldsWithCustomer,
			clearFields('opportunities'),
			emptyFields([
				{ name: 'Currency', value: 'currency' },
				{ name: 'Lead User', value: 'leadUser' },
				{ name: 'Value', value: 'value' },
			]),
			textField('Name', 'name', 'name'),
		]),
		updateOptions,
	],
	check: checkUpdate('opportunity'),
};
