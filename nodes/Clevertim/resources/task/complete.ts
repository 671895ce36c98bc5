import { checkUpdate } from '../../fields/checks';
import type { ClevertimOperation } from '../../fields/clevertimField';
import { recordLocator } from '../../fields/operations';
import { plainUpdateOptionsWithoutLists } from '../../fields/options';

export const complete: ClevertimOperation = {
	option: {
		name: 'Complete',
		value: 'complete',
		action: 'Complete task',
		description: 'Mark a task as done',
		routing: { request: { method: 'PUT', url: '/api/task/{id}' } },
	},
	kind: 'write',
	root: '',
	noun: 'task',
	fields: [recordLocator('task', { inBody: true }), plainUpdateOptionsWithoutLists],
	check: (body, row) => {
		row.body('is_completed', true);
		checkUpdate('task')(body, row);
	},
};
