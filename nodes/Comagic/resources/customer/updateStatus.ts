import { changeOperation } from '../../fields/operations';
import { asTool } from '../../fields/options';

export const updateStatus = changeOperation({
	method: 'update.customer_status',
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update customer status',
	description: 'Activate, archive or lock a customer; for agents',
	noun: 'customer',
	options: [asTool],
});
