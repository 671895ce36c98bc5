import { customer, idField } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';
import { OTHER_PATH } from '../../transport/legacyReads';

export const getChatMessages = legacyRead({
	name: 'Get Chat Messages',
	value: 'getChatMessages',
	action: 'Get chat messages',
	description: 'Get the messages of a chat',
	path: 'v1/chat_message/',
	// two clients spell it differently (fact sheet §A.5)
	query: { [OTHER_PATH]: 'v1/chat_messages/' },
	noun: 'message',
	fields: [idField('Chat ID', 'chatId', 'chat_id', { required: true }), customer(), ...limits],
});
