import type { ComagicField } from '../../fields/comagicField';
import { customer, toId } from '../../fields/legacyFields';
import { legacyRead } from '../../fields/legacyOperations';
import { JSON_IN } from '../../transport/legacyReads';
import { shown } from '../../../shared/shown';

const visitorInPath: ComagicField = {
	prop: {
		displayName: 'Visitor ID',
		name: 'visitorId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 1234',
	},
	to: (value, row) => {
		row.path('id', shown(toId('Visitor ID')(value, row)));
		return undefined;
	},
};

export const getVisitor = legacyRead({
	name: 'Get Visitor',
	value: 'getVisitor',
	action: 'Get visitor',
	description: 'Get a visitor with the campaigns that brought him',
	path: 'v1/visitor/{id}/',
	// comes as JSON in a text (fact sheet §A.5)
	query: { [JSON_IN]: 'acs' },
	noun: 'visitor',
	fields: [visitorInPath, customer()],
});
