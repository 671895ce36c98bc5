import type { ComagicOperation } from '../../fields/comagicField';
import { listOperation } from '../../fields/operations';
import { needsChatOrDates } from './needsChatOrDates';

const operation = listOperation({
	method: 'get.chat_messages_report',
	name: 'Chat Messages',
	value: 'chatMessages',
	action: 'Get chat messages',
	description: 'Get the messages of chats, by chat or by date',
	noun: 'chat message',
});

/** By chat or by date (fact sheet §B.8). */
export const chatMessages: ComagicOperation = { ...operation, check: needsChatOrDates };
