import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.customer_users',
	name: 'Get',
	value: 'get',
	action: 'Get user',
	description: 'Get a user by its ID',
	noun: 'user',
	reference: 'customerUser',
});
