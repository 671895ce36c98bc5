import { entityField, entityTypeField } from '../../fields/entity';
import type { KommoOperation } from '../../fields/kommoField';
import { createOptions } from '../../fields/options';
import { additionalFields, dateField, textField } from '../../fields/plain';
import { taskFields } from './fields';

export const create: KommoOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create task',
		description: 'Create tasks, many in one request',
		routing: { request: { method: 'POST', url: '/api/v4/tasks' } },
	},
	kind: 'write',
	batch: { max: 250, requestId: true, newestFirst: true },
	root: '_embedded.tasks',
	noun: 'task',
	fields: [
		textField('Text', 'text', 'text', {
			required: true,
			placeholder: 'e.g. Call back',
			description: 'What is to be done',
		}),
		dateField('Due Date', 'completeTill', 'complete_till', {
			required: true,
			description: 'Until when it is to be done',
		}),
		entityTypeField({ property: 'entity_type', optional: true }),
		entityField({ property: 'entity_id', displayOptions: { hide: { entityType: [''] } } }),
		additionalFields(taskFields),
		createOptions(),
	],
};
