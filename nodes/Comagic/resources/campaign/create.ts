import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.campaigns',
	name: 'Create',
	value: 'create',
	action: 'Create campaign',
	description: 'Create a campaign',
	noun: 'campaign',
});
