import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.customers',
	name: 'Get',
	value: 'get',
	action: 'Get customer',
	description: 'Get a customer by its ID',
	noun: 'customer',
	reference: 'customer',
});
