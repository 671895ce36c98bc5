import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.sites',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many sites',
	description: 'Get sites, with filters and order',
	noun: 'site',
});
