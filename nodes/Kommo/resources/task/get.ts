import type { KommoOperation } from '../../fields/kommoField';
import { taskLocator } from '../../fields/locators';
import { getOptions } from '../../fields/options';
import { simplify } from '../../fields/search';
import { simplifyTask } from './fields';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get task',
		description: 'Get tasks by ID; many items share a request',
		routing: { request: { method: 'GET', url: '/api/v4/tasks/{id}' } },
	},
	kind: 'get',
	filterById: true,
	root: '_embedded.tasks',
	noun: 'task',
	fields: [taskLocator({ property: 'id', path: 'id' }), simplify, getOptions()],
	simplify: simplifyTask,
};
