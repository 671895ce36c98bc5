import { listOperation } from '../../fields/operations';

export const getAll = listOperation({
	method: 'get.schedules',
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many schedules',
	description: 'Get schedules, with filters and order',
	noun: 'schedule',
});
