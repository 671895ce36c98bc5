import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.campaigns',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many campaigns',
	description: 'Get campaigns, with filters and order',
	noun: 'campaign',
});
