import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.group_employees',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many employee groups',
	description: 'Get employee groups, with filters and order',
	noun: 'employee group',
});
