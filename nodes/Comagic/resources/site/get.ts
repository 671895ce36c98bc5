import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.sites',
	name: 'Get',
	value: 'get',
	action: 'Get site',
	description: 'Get a site by its ID',
	noun: 'site',
	reference: 'site',
});
