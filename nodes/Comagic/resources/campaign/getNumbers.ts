import { listOperation } from '../../fields/operations';

export const getNumbers = listOperation({
	method: 'get.campaign_available_phone_numbers',
	name: 'Get Available Numbers',
	value: 'getNumbers',
	action: 'Get available numbers of campaigns',
	description: 'Get numbers that a campaign may use',
	noun: 'number',
});
