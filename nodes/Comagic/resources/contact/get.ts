import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.contacts',
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Get a contact by its ID',
	noun: 'contact',
	reference: 'contact',
});
