import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { clearFields, customFieldMapper } from '../../fields/customFields';
import { emptyFields } from '../../fields/emptyFields';
import { recordLocator } from '../../fields/operations';
import { updateOptions } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';
import { caseFields } from './fields';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update case',
		description: 'Change a case',
		routing: { request: { method: 'PUT', url: '/api/case/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'case',
	fields: [
		recordLocator('case', { inBody: true }),
		customFieldMapper('cases'),
		updateFields([
			...caseFields,
			clearFields('cases'),
			emptyFields([{ name: 'Lead User', value: 'leadUser' }]),
			textField('Name', 'name', 'name'),
		]),
		updateOptions,
	],
	check: checkUpdate('case'),
};
