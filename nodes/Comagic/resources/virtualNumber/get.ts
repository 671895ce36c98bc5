import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.virtual_numbers',
	name: 'Get',
	value: 'get',
	action: 'Get virtual number',
	description: 'Get a virtual number by its ID',
	noun: 'virtual number',
});
