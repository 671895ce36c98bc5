import { listOperation } from '../../fields/operations';

export const communications = listOperation({
	method: 'get.communications_report',
	name: 'Communications',
	value: 'communications',
	action: 'Get communications',
	description: 'Get calls, chats, goals and requests alike, with their visitors',
	noun: 'communication',
});
