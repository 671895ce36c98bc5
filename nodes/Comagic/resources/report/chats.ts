import { listOperation } from '../../fields/operations';

export const chats = listOperation({
	method: 'get.chats_report',
	name: 'Chats',
	value: 'chats',
	action: 'Get chats',
	description: 'Get chats, one item for each',
	noun: 'chat',
});
