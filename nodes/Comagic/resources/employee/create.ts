import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.employees',
	name: 'Create',
	value: 'create',
	action: 'Create employee',
	description: 'Create an employee',
	noun: 'employee',
});
