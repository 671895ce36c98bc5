import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.customer_users',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users',
	description: "Get the users of an agent's customers; their IDs are what 'Acting User ID' takes",
	noun: 'user',
});
