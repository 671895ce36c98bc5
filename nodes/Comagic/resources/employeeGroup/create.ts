import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.group_employees',
	name: 'Create',
	value: 'create',
	action: 'Create employee group',
	description: 'Create an employee group',
	noun: 'employee group',
});
