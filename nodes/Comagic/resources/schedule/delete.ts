import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.schedules',
	name: 'Delete',
	value: 'delete',
	action: 'Delete schedule',
	description: 'Delete a schedule',
	noun: 'schedule',
	reference: 'schedule',
});
