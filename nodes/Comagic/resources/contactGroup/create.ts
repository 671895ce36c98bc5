import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.group_contacts',
	name: 'Create',
	value: 'create',
	action: 'Create contact group',
	description: 'Create a contact group',
	noun: 'contact group',
});
