import { uploadOperation } from '../../fields/uploads';

export const campaignCosts = uploadOperation({
	method: 'upload.campaign_costs',
	name: 'Upload Campaign Costs',
	value: 'campaignCosts',
	action: 'Upload campaign costs',
	description: 'Load costs of campaigns; up to 500 items go into one request',
	noun: 'cost',
	max: 500,
	answer: 'nothing',
});
