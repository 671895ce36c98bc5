import { createOperation } from '../../fields/operations';

export const create = createOperation({
	method: 'create.customers',
	name: 'Create',
	value: 'create',
	action: 'Create customer',
	description: 'Create a customer; for agents',
	noun: 'customer',
});
