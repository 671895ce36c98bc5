import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.contacts',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get contacts, with filters and order',
	noun: 'contact',
});
