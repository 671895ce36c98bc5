import { manageOperation } from '../../fields/callOperations';

export const restoreTalk = manageOperation({
	name: 'Restore Talk',
	value: 'restoreTalk',
	action: 'Restore talk',
	description: 'Give up the call to the third party and go back to the contact',
	method: 'restore.talk',
});
