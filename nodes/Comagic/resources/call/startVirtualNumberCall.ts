import {
	contact,
	contactMessage,
	firstCall,
	startFields,
	switching,
	virtualNumber,
} from '../../fields/callFields';
import { startOperation } from '../../fields/callOperations';

export const startVirtualNumberCall = startOperation({
	name: 'Start Virtual Number Call',
	value: 'startVirtualNumberCall',
	action: 'Start call by scenario of number',
	description: 'Call a contact and whomever the scenario of the virtual number names',
	method: 'start.vnumber_call',
	fields: [
		contact,
		virtualNumber,
		firstCall('employee'),
		startFields([contactMessage, ...switching]),
	],
});
