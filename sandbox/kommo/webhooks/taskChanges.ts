/** Delivery fields of tasks (§5.4). */
import type { Call } from '../call';
import { kinds } from '../entities/kinds';
import type { StoredTask } from '../model';
import type { Change } from './changes';
import type { PhpValue } from './phpForm';

type Fields = { [key: string]: PhpValue };

export function taskChange(
	call: Call,
	action: 'add' | 'update' | 'delete' | 'responsible',
	task: StoredTask,
	extra: Fields = {},
): Change {
	const at = (seconds: number): string => accountTime(seconds, call.store.info.timezone);
	return {
		code: `${action}_task`,
		group: 'task',
		action,
		fields: {
			id: task.id,
			element_id: task.entity_id,
			element_type: task.entity_type === null ? null : kinds[task.entity_type].elementType,
			task_type: task.task_type_id,
			date_create: at(task.created_at),
			text: task.text,
			status: task.is_completed,
			account_id: call.store.info.id,
			created_user_id: task.created_by,
			modified_user_id: task.updated_by,
			last_modified: at(task.updated_at),
			responsible_user_id: task.responsible_user_id,
			complete_till: at(task.complete_till),
			complete_before: task.complete_till,
			...extra,
			...(task.result ? { result: { id: task.id, text: task.result.text } } : {}),
			created_at: task.created_at,
			updated_at: task.updated_at,
		},
	};
}

/** responsible_task when it went to somebody else, update_task always. */
export function announceTaskUpdate(call: Call, before: StoredTask, task: StoredTask): void {
	const reassigned = before.responsible_user_id !== task.responsible_user_id;
	const old: Fields = reassigned ? { old_responsible_user_id: before.responsible_user_id } : {};
	if (reassigned) call.changes.push(taskChange(call, 'responsible', task, old));
	call.changes.push(
		taskChange(call, 'update', task, {
			...(before.text === task.text ? {} : { old_text: before.text }),
			...(!before.is_completed && task.is_completed ? { action_close: 1 } : {}),
		}),
	);
}

/** Y-m-d H:i:s in the account's time zone. */
export function accountTime(seconds: number, timeZone: string): string {
	return new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'medium',
	}).format(seconds * 1000);
}
