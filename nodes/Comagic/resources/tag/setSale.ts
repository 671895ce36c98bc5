import { createOperation } from '../../fields/operations';

export const setSale = createOperation({
	method: 'set.tag_sales',
	name: 'Set Sale',
	value: 'setSale',
	action: 'Set sale on communication',
	description: 'Mark a communication as a sale; the site has to have sales switched on',
	noun: 'sale',
});
