import type { ComagicResource } from '../../fields/comagicField';
import { callLegs } from './callLegs';
import { calls } from './calls';
import { callTrackingCampaigns } from './callTrackingCampaigns';
import { callTrackingSummary } from './callTrackingSummary';
import { campaignDailyStat } from './campaignDailyStat';
import { chatMessages } from './chatMessages';
import { chats } from './chats';
import { communications } from './communications';
import { financialCallLegs } from './financialCallLegs';
import { goals } from './goals';
import { offlineMessages } from './offlineMessages';
import { visitorSessions } from './visitorSessions';

export const report: ComagicResource = {
	name: 'Report',
	value: 'report',
	operations: [
		callLegs,
		callTrackingCampaigns,
		callTrackingSummary,
		calls,
		campaignDailyStat,
		chatMessages,
		chats,
		communications,
		financialCallLegs,
		goals,
		offlineMessages,
		visitorSessions,
	],
};
