import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { clearFields, customFieldMapper } from '../../fields/customFields';
import { emptyFields } from '../../fields/emptyFields';
import { recordLocator } from '../../fields/operations';
import { updateOptions } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';
import { contactFields } from './fields';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update contact',
		description: 'Change a contact',
		routing: { request: { method: 'PUT', url: '/api/contact/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'contact',
	fields: [
		recordLocator('contact', { inBody: true }),
		customFieldMapper('customers'),
		updateFields([
			...contactFields,
			clearFields('customers'),
			emptyFields([
				{ name: 'Company', value: 'companyId' },
				{ name: 'Contact Type', value: 'ctype' },
			]),
			textField('First Name', 'firstName', 'fn'),
			textField('Last Name', 'lastName', 'ln'),
		]),
		updateOptions,
	],
	check: checkUpdate('contact'),
};
