import { customer, idField } from '../../fields/legacyFields';
import { legacyRead } from '../../fields/legacyOperations';

export const getPersonByVisitor = legacyRead({
	name: 'Get Person by Visitor',
	value: 'getPersonByVisitor',
	action: 'Get person by visitor',
	description: 'Get the person that a visitor is',
	path: 'v1/person_by_visitor/',
	noun: 'person',
	fields: [idField('Visitor ID', 'visitorId', 'id', { required: true }), customer()],
});
