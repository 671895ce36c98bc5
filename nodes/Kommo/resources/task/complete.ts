import type { KommoOperation } from '../../fields/kommoField';
import { taskLocator } from '../../fields/locators';
import { updateOptions } from '../../fields/options';
import { optionalText } from '../../fields/plain';

export const complete: KommoOperation = {
	option: {
		name: 'Complete',
		value: 'complete',
		action: 'Complete task',
		description: 'Close tasks with a result, many in one request',
		routing: { request: { method: 'PATCH', url: '/api/v4/tasks' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true },
	root: '_embedded.tasks',
	noun: 'task',
	fields: [
		taskLocator({ property: 'id' }),
		optionalText('Result', 'resultText', 'result.text', {
			placeholder: 'e.g. Agreed',
			description: 'What came of the task',
		}),
		updateOptions(),
	],
	check: (_body, row) => row.body('is_completed', true),
};
