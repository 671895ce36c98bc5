import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.employees',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many employees',
	description: 'Get employees, with filters and order',
	noun: 'employee',
});
