import { deleteOperation } from '../../fields/operations';

export const deleteChat = deleteOperation({
	method: 'delete.chats',
	name: 'Delete Chat',
	value: 'deleteChat',
	action: 'Delete uploaded chat',
	description: 'Delete a chat that was uploaded',
	noun: 'chat',
});
