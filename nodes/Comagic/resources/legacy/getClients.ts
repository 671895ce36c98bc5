import { legacyRead, limits } from '../../fields/legacyOperations';

export const getClients = legacyRead({
	name: 'Get Clients',
	value: 'getClients',
	action: 'Get clients',
	description: 'Get the customers of an agency',
	path: 'v1/customer_list/',
	noun: 'client',
	fields: [...limits],
});
