import { listOperation } from '../../fields/operations';

export const getOrganizations = listOperation({
	method: 'get.contact_organizations',
	name: 'Get Many Organizations',
	value: 'getOrganizations',
	action: 'Get many contact organizations',
	description: 'Get the organizations of the address book',
	noun: 'organization',
});
