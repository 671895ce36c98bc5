import { listOperation } from '../../fields/operations';

export const getStatistics = listOperation({
	method: 'get.employee_stat',
	name: 'Get Statistics',
	value: 'getStatistics',
	action: 'Get employee statistics',
	description: 'Get the time employees spent in each status, at most three months',
	noun: 'employee',
});
