import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.group_contacts',
	name: 'Update',
	value: 'update',
	action: 'Update contact group',
	description: 'Change a contact group; lists are replaced as a whole',
	noun: 'contact group',
	reference: 'contactGroup',
	storedAt: 'get.group_contacts',
});
