import { manageOperation } from '../../fields/callOperations';

export const unhold = manageOperation({
	name: 'Unhold',
	value: 'unhold',
	action: 'Take call off hold',
	description: 'Go back to a contact on hold',
	method: 'unhold.call',
});
