import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.contacts',
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Delete a contact',
	noun: 'contact',
	reference: 'contact',
});
