import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.customers',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many customers',
	description: 'Get the customers of an agent; archived ones are not listed',
	noun: 'customer',
});
