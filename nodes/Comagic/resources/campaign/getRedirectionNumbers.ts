import { listOperation } from '../../fields/operations';

export const getRedirectionNumbers = listOperation({
	method: 'get.campaign_available_redirection_phone_numbers',
	name: 'Get Redirection Numbers',
	value: 'getRedirectionNumbers',
	action: 'Get redirection numbers of campaigns',
	description: 'Get numbers that calls may be redirected to',
	noun: 'number',
});
