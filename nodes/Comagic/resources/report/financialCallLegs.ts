import { listOperation } from '../../fields/operations';

export const financialCallLegs = listOperation({
	method: 'get.financial_call_legs_report',
	name: 'Financial Call Legs',
	value: 'financialCallLegs',
	action: 'Get financial call legs',
	description: 'Get call legs with what they cost',
	noun: 'call leg',
});
