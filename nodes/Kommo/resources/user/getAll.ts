import type { KommoOperation } from '../../fields/kommoField';
import { readOptions } from '../../fields/options';
import { include, limit, returnAll, simplify } from '../../fields/search';
import { simplifyUser, USER_INCLUDES } from './simplify';

export const getAll: KommoOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many users',
		description: 'Get the users of the account; needs the token of an admin',
		routing: { request: { method: 'GET', url: '/api/v4/users' } },
	},
	kind: 'list',
	root: '_embedded.users',
	noun: 'user',
	fields: [returnAll, limit, simplify, readOptions([include(USER_INCLUDES)])],
	simplify: simplifyUser,
};
