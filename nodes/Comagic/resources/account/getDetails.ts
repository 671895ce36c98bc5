import { objectOperation } from '../../fields/operations';

export const getDetails = objectOperation({
	method: 'getobj.account',
	name: 'Get Details',
	value: 'getDetails',
	action: 'Get account details',
	description:
		'Get tariff, components and rights of the user; needs the option Data API for configuration',
	noun: 'account',
});
