import { listOperation } from '../../fields/operations';

export const getAvailable = listOperation({
	method: 'get.available_virtual_numbers',
	name: 'Get Available',
	value: 'getAvailable',
	action: 'Get available virtual numbers',
	description: 'Get numbers that can be enabled, with their prices',
	noun: 'virtual number',
});
