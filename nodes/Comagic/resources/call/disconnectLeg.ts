import { callField, wholeNumber } from '../../fields/callInputs';
import { manageOperation } from '../../fields/callOperations';
import { asTool } from '../../fields/options';

export const disconnectLeg = manageOperation({
	name: 'Disconnect Leg',
	value: 'disconnectLeg',
	action: 'Disconnect leg of call',
	description: 'Drop one party of a call; without the contact the call ends',
	method: 'disconnect.leg',
	options: [asTool],
	fields: [
		callField('Leg ID', 'legId', 'leg_id', wholeNumber('Leg ID'), {
			required: true,
			placeholder: 'e.g. 3900000012',
			description: "From 'List Calls'",
		}),
	],
});
