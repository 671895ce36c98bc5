import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.sites',
	name: 'Delete',
	value: 'delete',
	action: 'Delete site',
	description: 'Delete a site',
	noun: 'site',
	reference: 'site',
});
