import { manageOperation } from '../../fields/callOperations';
import { asTool } from '../../fields/options';

export const blockContact = manageOperation({
	name: 'Block Contact',
	value: 'blockContact',
	action: 'Block contact of call',
	description: 'Put the number of the contact on the blacklist',
	method: 'block.contact',
	options: [asTool],
});
