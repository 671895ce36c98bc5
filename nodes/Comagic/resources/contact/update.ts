import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.contacts',
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change a contact; lists are replaced as a whole',
	noun: 'contact',
	reference: 'contact',
	storedAt: 'get.contacts',
});
