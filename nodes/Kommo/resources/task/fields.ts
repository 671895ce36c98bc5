import type { KommoField } from '../../fields/kommoField';
import { authorship, integerField, textField } from '../../fields/plain';
import { flatRecord } from '../../fields/simplify';
import { taskType } from '../../fields/values';

const taskTypeField: KommoField = {
	prop: {
		displayName: 'Task Type Name or ID',
		name: 'taskTypeId',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTaskTypes' },
		default: '',
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		routing: { send: { type: 'body', property: 'task_type_id' } },
	},
	to: taskType('Task Type'),
};

/** What can be written on a task beside its text, date and card (fact sheet §4.7). */
export const taskFields: KommoField[] = [
	...authorship,
	{
		prop: {
			displayName: 'Completed',
			name: 'isCompleted',
			type: 'boolean',
			default: false,
			description: 'Whether the task is done',
			routing: { send: { type: 'body', property: 'is_completed' } },
		},
		to: (value) => value === true || value === 'true',
	},
	integerField('Duration (Seconds)', 'duration', 'duration', {
		description: 'How long the task takes',
	}),
	textField('Result', 'resultText', 'result.text', { description: 'What came of the task' }),
	taskTypeField,
];

export const simplifyTask = flatRecord([
	'id',
	'text',
	'task_type_id',
	'complete_till',
	'is_completed',
	'responsible_user_id',
	'entity_type',
	'entity_id',
	'result',
	'created_at',
]);
