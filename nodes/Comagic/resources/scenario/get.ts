import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.scenarios',
	name: 'Get',
	value: 'get',
	action: 'Get scenario',
	description: 'Get a scenario by its ID',
	noun: 'scenario',
	reference: 'scenario',
});
