import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.employees',
	name: 'Delete',
	value: 'delete',
	action: 'Delete employee',
	description: 'Delete an employee',
	noun: 'employee',
	reference: 'employee',
});
