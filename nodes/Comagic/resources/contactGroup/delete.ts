import { deleteOperation } from '../../fields/operations';

export const remove = deleteOperation({
	method: 'delete.group_contacts',
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact group',
	description: 'Delete a contact group',
	noun: 'contact group',
	reference: 'contactGroup',
});
