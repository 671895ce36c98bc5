import { customer } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getSites = legacyRead({
	name: 'Get Sites',
	value: 'getSites',
	action: 'Get sites',
	description: 'Get the sites of an account or of a customer',
	path: 'v1/site/',
	noun: 'site',
	fields: [customer(), ...limits],
});
