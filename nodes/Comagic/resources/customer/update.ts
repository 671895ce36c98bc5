import { updateOperation } from '../../fields/operations';

export const update = updateOperation({
	method: 'update.customers',
	name: 'Update',
	value: 'update',
	action: 'Update customer',
	description: 'Change limits and texts of a customer; for agents',
	noun: 'customer',
	reference: 'customer',
	storedAt: 'get.customers',
});
