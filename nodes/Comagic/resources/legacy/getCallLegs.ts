import { InvalidValue } from '../../../shared/invalidValue';
import { shown } from '../../../shared/shown';
import type { ComagicField } from '../../fields/comagicField';
import { dateRange } from '../../fields/legacyDates';
import { customer, filters, idField } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

/** Two addresses of the API for two directions (fact sheet §A.5). */
const direction: ComagicField = {
	prop: {
		displayName: 'Direction',
		name: 'legDirection',
		type: 'options',
		options: [
			{ name: 'In', value: 'in' },
			{ name: 'Out', value: 'out' },
		],
		default: 'in',
		description: 'Legs of incoming or of outgoing calls',
	},
	to: (value, row) => {
		if (value !== 'in' && value !== 'out') {
			throw new InvalidValue(`'Direction' does not exist: ${shown(value)}`, 'Use in or out.');
		}
		row.path('direction', value);
		return undefined;
	},
};

export const getCallLegs = legacyRead({
	name: 'Get Call Legs',
	value: 'getCallLegs',
	action: 'Get call legs',
	description: 'Get the parts that calls consist of, one for each party',
	path: 'v1/get_cdr_{direction}/',
	noun: 'leg',
	fields: [
		direction,
		...dateRange,
		customer(),
		...limits,
		filters([idField('Leg ID', 'legId', 'id')]),
	],
	hasDates: true,
});
