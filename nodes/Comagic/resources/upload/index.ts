import type { ComagicResource } from '../../fields/comagicField';
import { calls } from './calls';
import { campaignCosts } from './campaignCosts';
import { chats } from './chats';
import { deleteChat } from './deleteChat';
import { deleteOfflineMessage } from './deleteOfflineMessage';
import { getUploadedCalls } from './getUploadedCalls';
import { offlineMessages } from './offlineMessages';
import { sessions } from './sessions';

export const upload: ComagicResource = {
	name: 'Upload',
	value: 'upload',
	operations: [
		deleteChat,
		deleteOfflineMessage,
		getUploadedCalls,
		calls,
		campaignCosts,
		chats,
		offlineMessages,
		sessions,
	],
};
