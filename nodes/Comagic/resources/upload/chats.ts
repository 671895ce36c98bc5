import { uploadOperation } from '../../fields/uploads';
import { needsVisitor } from './needsVisitor';

export const chats = uploadOperation({
	method: 'upload.chats',
	name: 'Upload Chats',
	value: 'chats',
	action: 'Upload chats',
	description: 'Load past chats; up to 50 items go into one request',
	noun: 'chat',
	max: 50,
	answer: 'inOrder',
	check: needsVisitor,
});
