import { requireChange } from '../../fields/checks';
import type { KommoOperation } from '../../fields/kommoField';
import { taskLocator } from '../../fields/locators';
import { updateOptions } from '../../fields/options';
import { dateField, textField, updateFields } from '../../fields/plain';
import { taskFields } from './fields';

export const update: KommoOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update task',
		description: 'Change tasks, many in one request',
		routing: { request: { method: 'PATCH', url: '/api/v4/tasks' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
	root: '_embedded.tasks',
	noun: 'task',
	fields: [
		taskLocator({ property: 'id' }),
		updateFields([
			...taskFields,
			dateField('Due Date', 'completeTill', 'complete_till'),
			textField('Text', 'text', 'text'),
		]),
		updateOptions(),
	],
	check: requireChange,
};
