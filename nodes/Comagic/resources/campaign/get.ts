import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.campaigns',
	name: 'Get',
	value: 'get',
	action: 'Get campaign',
	description: 'Get a campaign by its ID',
	noun: 'campaign',
	reference: 'campaign',
});
