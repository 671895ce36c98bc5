import { manageOperation } from '../../fields/callOperations';

export const transfer = manageOperation({
	name: 'Transfer',
	value: 'transfer',
	action: 'Transfer call',
	description: "Connect the contact with the third party that 'Call Third Party' has called",
	method: 'transfer.talk',
});
