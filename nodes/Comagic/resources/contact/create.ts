import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.contacts',
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Create a contact',
	noun: 'contact',
});
