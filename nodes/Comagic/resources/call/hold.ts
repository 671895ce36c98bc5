import { requiredMessage } from '../../fields/callMessage';
import { manageOperation } from '../../fields/callOperations';

export const hold = manageOperation({
	name: 'Hold',
	value: 'hold',
	action: 'Put call on hold',
	description: 'Put the contact on hold, with a message or music; only during a talk',
	method: 'hold.call',
	fields: requiredMessage,
});
