import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.sites',
	name: 'Create',
	value: 'create',
	action: 'Create site',
	description: 'Create a site',
	noun: 'site',
});
