import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.group_employees',
	name: 'Update',
	value: 'update',
	action: 'Update employee group',
	description: 'Change an employee group; lists are replaced as a whole',
	noun: 'employee group',
	reference: 'employeeGroup',
	storedAt: 'get.group_employees',
});
