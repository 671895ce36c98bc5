import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.virtual_numbers',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many virtual numbers',
	description: 'Get virtual numbers, with filters and order',
	noun: 'virtual number',
});
