import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.scenarios',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many scenarios',
	description: 'Get scenarios, with filters and order',
	noun: 'scenario',
});
