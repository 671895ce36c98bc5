import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.employees',
	name: 'Update',
	value: 'update',
	action: 'Update employee',
	description: 'Change an employee; lists are replaced as a whole',
	noun: 'employee',
	reference: 'employee',
	storedAt: 'get.employees',
});
