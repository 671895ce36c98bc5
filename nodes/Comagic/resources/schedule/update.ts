import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.schedules',
	name: 'Update',
	value: 'update',
	action: 'Update schedule',
	description: 'Change a schedule; lists are replaced as a whole',
	noun: 'schedule',
	reference: 'schedule',
	storedAt: 'get.schedules',
});
