import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.sites',
	name: 'Update',
	value: 'update',
	action: 'Update site',
	description: 'Change a site; lists are replaced as a whole',
	noun: 'site',
	reference: 'site',
	storedAt: 'get.sites',
});
