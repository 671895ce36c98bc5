import { listOperation } from '../../fields/operations';

export const goals = listOperation({
	method: 'get.goals_report',
	name: 'Goals',
	value: 'goals',
	action: 'Get goals',
	description: 'Get goals that visitors reached',
	noun: 'goal',
});
