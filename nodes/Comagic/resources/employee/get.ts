import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.employees',
	name: 'Get',
	value: 'get',
	action: 'Get employee',
	description: 'Get a employee by its ID',
	noun: 'employee',
	reference: 'employee',
});
