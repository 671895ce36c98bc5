import { objectOperation } from '../../fields/operations';

export const get = objectOperation({
	method: 'get.account',
	name: 'Get',
	value: 'get',
	action: 'Get account',
	description: 'Get the ID, name and time zone of the account; not for agents',
	noun: 'account',
});
