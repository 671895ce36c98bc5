import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.tags',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'Get the tags of the account',
	noun: 'tag',
});
