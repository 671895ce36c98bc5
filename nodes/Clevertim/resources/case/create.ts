import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { customFieldMapper } from '../../fields/customFields';
import { createOptions } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';
import { caseFields } from './fields';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create case',
		description: 'Create a case',
		routing: { request: { method: 'POST', url: '/api/case' } },
	},
	kind: 'write',
	root: '',
	noun: 'case',
	fields: [
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. Leaking roof' }),
		customFieldMapper('cases'),
		additionalFields(caseFields),
		createOptions,
	],
	check: checkCreate('case'),
};
