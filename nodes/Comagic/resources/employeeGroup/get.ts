import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.group_employees',
	name: 'Get',
	value: 'get',
	action: 'Get employee group',
	description: 'Get a employee group by its ID',
	noun: 'employee group',
	reference: 'employeeGroup',
});
