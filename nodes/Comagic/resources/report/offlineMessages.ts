import { listOperation } from '../../fields/operations';

export const offlineMessages = listOperation({
	method: 'get.offline_messages_report',
	name: 'Offline Messages',
	value: 'offlineMessages',
	action: 'Get offline messages',
	description: 'Get requests that visitors left in forms',
	noun: 'offline message',
});
