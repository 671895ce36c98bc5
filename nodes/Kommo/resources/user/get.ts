import type { KommoOperation } from '../../fields/kommoField';
import { locator } from '../../fields/locators';
import { getOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { usersFor } from '../../fields/values';
import { simplifyUser, USER_INCLUDES } from './simplify';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get user',
		description: 'Get a user; needs the token of an admin',
		routing: { request: { method: 'GET', url: '/api/v4/users/{id}' } },
	},
	kind: 'get',
	root: '',
	noun: 'user',
	fields: [
		locator({
			displayName: 'User',
			name: 'userId',
			searchListMethod: 'searchUsers',
			property: 'id',
			path: 'id',
			known: async (row, given) => await usersFor(given, row),
		}),
		simplify,
		getOptions([include(USER_INCLUDES)]),
	],
	simplify: simplifyUser,
};
