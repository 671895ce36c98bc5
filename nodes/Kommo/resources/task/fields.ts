import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../../shared/wire';
import type { KommoField } from '../../fields/kommoField';
import { authorship, integerField, textField } from '../../fields/plain';
import { flatRecord } from '../../fields/simplify';
import { taskType, yesNo } from '../../fields/values';

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
		to: yesNo('Completed'),
	},
	integerField('Duration (Seconds)', 'duration', 'duration', {
		description: 'How long the task takes',
	}),
	textField('Result', 'resultText', 'result.text', { description: 'What came of the task' }),
	taskTypeField,
];

const flat = flatRecord([
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

/** A task with its result as a text: the API gives an object, and `[]` where there is none (§4.7). */
export function simplifyTask(task: IDataObject): IDataObject {
	if (task.result === undefined) return flat(task);
	return { ...flat(task), result: isRecord(task.result) ? (task.result.text ?? null) : null };
}
