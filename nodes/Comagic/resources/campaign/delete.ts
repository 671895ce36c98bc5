import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.campaigns',
	name: 'Delete',
	value: 'delete',
	action: 'Delete campaign',
	description: 'Delete a campaign',
	noun: 'campaign',
	reference: 'campaign',
});
