import { listOperation } from '../../fields/operations';

export const getStatuses = listOperation({
	method: 'get.statuses',
	name: 'Get Statuses',
	value: 'getStatuses',
	action: 'Get employee statuses',
	description: 'Get the statuses that employees can have',
	noun: 'status',
});
