import { customer } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getTags = legacyRead({
	name: 'Get Tags',
	value: 'getTags',
	action: 'Get tags',
	description: 'Get the tags of an account or of a customer',
	path: 'v1/tag/',
	noun: 'tag',
	fields: [customer(), ...limits],
});
