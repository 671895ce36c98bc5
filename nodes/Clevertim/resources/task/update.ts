import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { emptyFields } from '../../fields/emptyFields';
import { recordLocator } from '../../fields/operations';
import { updateOptionsWithoutLists } from '../../fields/options';
import { textField, updateFields } from '../../fields/plain';
import { taskFields, taskFlags } from './fields';

export const update: ClevertimOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update task',
		description: 'Change a task',
		routing: { request: { method: 'PUT', url: '/api/task/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'task',
	fields: [
		recordLocator('task', { inBody: true }),
		updateFields([
			...taskFields,
			...taskFlags,
			emptyFields([
				{ name: 'Assignee', value: 'aUserId' },
				{ name: 'Case', value: 'case' },
				{ name: 'End Date', value: 'endDate' },
				{ name: 'Opportunity', value: 'opp' },
				{ name: 'Start Date', value: 'startDate' },
			]),
			textField('Name', 'name', 'name'),
		]),
		updateOptionsWithoutLists,
	],
	check: checkUpdate('task'),
};
