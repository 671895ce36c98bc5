import { checkCreate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { createOptions } from '../../fields/options';
import { additionalFields, textField } from '../../fields/plain';
import { taskFields } from './fields';

export const create: ClevertimOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create task',
		description: 'Create a task',
		routing: { request: { method: 'POST', url: '/api/task' } },
	},
	kind: 'write',
	root: '',
	noun: 'task',
	fields: [
		textField('Name', 'name', 'name', { required: true, placeholder: 'e.g. Call Ana' }),
		additionalFields(taskFields),
		createOptions,
	],
	check: checkCreate('task'),
};
