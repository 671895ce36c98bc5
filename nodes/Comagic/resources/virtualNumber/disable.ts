import { createOperation } from '../../fields/operations';
import { asTool } from '../../fields/options';

export const disable = createOperation({
	method: 'disable.virtual_numbers',
	name: 'Disable',
	value: 'disable',
	action: 'Disable virtual number',
	description: 'Give a number back; refused while a campaign uses it',
	noun: 'virtual number',
	top: ['virtual_phone_number'],
	params: { virtual_phone_number: { reference: 'virtualNumber', displayName: 'Number' } },
	options: [asTool],
});
