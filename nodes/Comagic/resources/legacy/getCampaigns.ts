import { customer, site } from '../../fields/legacyFields';
import { legacyRead, limits } from '../../fields/legacyOperations';

export const getCampaigns = legacyRead({
	name: 'Get Campaigns',
	value: 'getCampaigns',
	action: 'Get campaigns',
	description: 'Get the advertising campaigns of a site or of the whole account',
	path: 'v1/ac/',
	noun: 'campaign',
	fields: [site(), customer(), ...limits],
});
