import { customer, idField } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getVisitorsByPerson = legacyRead({
	name: 'Get Visitors by Person',
	value: 'getVisitorsByPerson',
	action: 'Get visitors by person',
	description: 'Get all visitors that are the same person',
	path: 'v1/visitors_by_person/',
	noun: 'visitor',
	fields: [idField('Person ID', 'personId', 'id', { required: true }), customer(), ...limits],
});
