import { listOperation } from '../../fields/operations';

export const callTrackingSummary = listOperation({
	method: 'get.ct_summary_report',
	name: 'Call Tracking Summary',
	value: 'callTrackingSummary',
	action: 'Get call tracking summary',
	description: 'Get numbers and calls of dynamic call tracking by site',
	noun: 'statistic',
});
