import { InvalidValue } from '../../../shared/invalidValue';
import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { plainCreateOptions } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';
import { modelsField, multipleField, optionsField, typeField } from './fields';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create custom field',
		description: 'Create a custom field',
		routing: { request: { method: 'POST', url: '/api/customfield' } },
	},
	kind: 'write',
	root: '',
	noun: 'custom field',
	fields: [
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. Rating' }),
		typeField,
		modelsField,
		additionalFields([multipleField, optionsField]),
		plainCreateOptions,
	],
	check: (body, row) => {
		checkCreate('customfield')(body);
		if (body.modelType === undefined) {
			throw new InvalidValue("'Records' is empty", 'Choose which records have the field.');
		}
		// §6.8: only select fields have values
		if (body.elemType === 'select' || body.values === undefined) return;
		delete body.values;
		row.warn("'Options' was left out: only fields of the type Select have options");
	},
};
