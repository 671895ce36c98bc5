import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { recordLocator } from '../../fields/operations';
import { plainUpdateOptions } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';
import { modelsField, multipleField, optionsField, typeField } from './fields';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update custom field',
		description: 'Change a custom field',
		routing: { request: { method: 'PUT', url: '/api/customfield/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'custom field',
	fields: [
		recordLocator('customfield', { inBody: true }),
		updateFields([
			modelsField,
			multipleField,
			optionsField,
			textField('Name', 'name', 'name'),
			typeField,
		]),
		plainUpdateOptions,
	],
	check: checkUpdate('customfield'),
};
