import { createOperation } from '../../fields/operations';

export const updateWeights = createOperation({
	method: 'update.campaign_parameter_weights',
	name: 'Update Parameter Weights',
	value: 'updateWeights',
	action: 'Update parameter weights of campaigns',
	description: 'Change the weights of a site',
	noun: 'weight',
});
