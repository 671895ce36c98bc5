import { uploadOperation } from '../../fields/uploads';
import { needsVisitor } from './needsVisitor';

export const offlineMessages = uploadOperation({
	method: 'upload.offline_messages',
	name: 'Upload Offline Messages',
	value: 'offlineMessages',
	action: 'Upload offline messages',
	description: 'Load requests of visitors; up to 50 items go into one request',
	noun: 'offline message',
	max: 50,
	answer: 'inOrder',
	top: ['phone', 'email', 'message'],
	check: needsVisitor,
});
