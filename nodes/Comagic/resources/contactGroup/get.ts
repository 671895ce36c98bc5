import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.group_contacts',
	name: 'Get',
	value: 'get',
	action: 'Get contact group',
	description: 'Get a contact group by its ID',
	noun: 'contact group',
	reference: 'contactGroup',
});
