import { createOperation } from '../../fields/operations';

export const updateNumbers = createOperation({
	method: 'update.group_employees_numbers',
	name: 'Update Numbers',
	value: 'updateNumbers',
	action: 'Update numbers of employee group',
	description:
		'Choose which numbers of the group are available; all of its numbers have to be named',
	noun: 'employee group',
	params: { id: { displayName: 'Employee Group', reference: 'employeeGroup' } },
});
