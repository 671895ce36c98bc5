import { deleteOperation } from '../../fields/operations';

export const deleteOfflineMessage = deleteOperation({
	method: 'delete.offline_messages',
	name: 'Delete Offline Message',
	value: 'deleteOfflineMessage',
	action: 'Delete uploaded offline message',
	description: 'Delete an offline message that was uploaded',
	noun: 'offline message',
});
