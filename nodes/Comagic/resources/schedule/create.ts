import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.schedules',
	name: 'Create',
	value: 'create',
	action: 'Create schedule',
	description: 'Create a schedule',
	noun: 'schedule',
});
