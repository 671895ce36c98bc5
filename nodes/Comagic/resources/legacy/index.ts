import type { ComagicResource } from '../../fields/comagicField';
import { customRequest } from './customRequest';
import { getAdvertisingSales } from './getAdvertisingSales';
import { getCallLegs } from './getCallLegs';
import { getCallStats } from './getCallStats';
import { getCampaignConditions } from './getCampaignConditions';
import { getCampaigns } from './getCampaigns';
import { getChatMessages } from './getChatMessages';
import { getChats } from './getChats';
import { getClients } from './getClients';
import { getCommunicationStats } from './getCommunicationStats';
import { getGoalStats } from './getGoalStats';
import { getOfflineMessages } from './getOfflineMessages';
import { getPersonByVisitor } from './getPersonByVisitor';
import { getSession } from './getSession';
import { getSites } from './getSites';
import { getSummaryStats } from './getSummaryStats';
import { getTags } from './getTags';
import { getTariffPlans } from './getTariffPlans';
import { getVisitor } from './getVisitor';
import { getVisitorsByPerson } from './getVisitorsByPerson';
import { tagCommunication } from './tagCommunication';
import { tagSale } from './tagSale';
import { untagCommunication } from './untagCommunication';

export const legacy: ComagicResource = {
	name: 'Session API (Legacy)',
	value: 'legacy',
	operations: [
		customRequest,
		getAdvertisingSales,
		getCallLegs,
		getCallStats,
		getCampaignConditions,
		getCampaigns,
		getChatMessages,
		getChats,
		getClients,
		getCommunicationStats,
		getGoalStats,
		getOfflineMessages,
		getPersonByVisitor,
		getSession,
		getSites,
		getSummaryStats,
		getTags,
		getTariffPlans,
		getVisitor,
		getVisitorsByPerson,
		tagCommunication,
		tagSale,
		untagCommunication,
	],
};
