import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.group_employees',
	name: 'Delete',
	value: 'delete',
	action: 'Delete employee group',
	description: 'Delete an employee group',
	noun: 'employee group',
	reference: 'employeeGroup',
});
