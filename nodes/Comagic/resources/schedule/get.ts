import { getOperation } from '../../fields/operations';

export const get = getOperation({
	method: 'get.schedules',
	name: 'Get',
	value: 'get',
	action: 'Get schedule',
	description: 'Get a schedule by its ID',
	noun: 'schedule',
	reference: 'schedule',
});
