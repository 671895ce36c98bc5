import { listOperation } from '../../fields/operations';

export const campaignDailyStat = listOperation({
	method: 'get.campaign_daily_stat',
	name: 'Campaign Daily Statistics',
	value: 'campaignDailyStat',
	action: 'Get campaign daily statistics',
	description: 'Get costs, shows and clicks of campaigns by day, at most 90 days',
	noun: 'statistic',
});
