import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.campaigns',
	name: 'Update',
	value: 'update',
	action: 'Update campaign',
	description: 'Change a campaign; lists are replaced as a whole',
	noun: 'campaign',
	reference: 'campaign',
	storedAt: 'get.campaigns',
});
