import { listOperation } from '../../fields/operations';

export const callTrackingCampaigns = listOperation({
	method: 'get.ct_ac_summary_report',
	name: 'Call Tracking Campaigns',
	value: 'callTrackingCampaigns',
	action: 'Get call tracking campaigns',
	description: 'Get numbers and calls of dynamic call tracking by campaign',
	noun: 'statistic',
});
