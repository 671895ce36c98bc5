import { listOperation } from '../../fields/operations';

export const getWeights = listOperation({
	method: 'get.campaign_parameter_weights',
	name: 'Get Parameter Weights',
	value: 'getWeights',
	action: 'Get parameter weights of campaigns',
	description: 'Get the weights that decide which campaign a visit belongs to',
	noun: 'weight',
});
