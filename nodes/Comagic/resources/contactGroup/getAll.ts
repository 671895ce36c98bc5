import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.group_contacts',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contact groups',
	description: 'Get contact groups, with filters and order',
	noun: 'contact group',
});
