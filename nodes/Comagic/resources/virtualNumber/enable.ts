import { createOperation } from '../../fields/operations';
import { asTool } from '../../fields/options';

export const enable = createOperation({
	method: 'enable.virtual_numbers',
	name: 'Enable',
	value: 'enable',
	action: 'Enable virtual number',
	description: 'Enable a number; it costs money',
	noun: 'virtual number',
	top: ['virtual_phone_number'],
	params: { virtual_phone_number: { reference: 'availableNumber', displayName: 'Number' } },
	options: [asTool],
});
