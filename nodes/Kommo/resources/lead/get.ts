import type { KommoOperation } from '../../fields/kommoField';
import { leadLocator } from '../../fields/locators';
import { getOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { LEAD_INCLUDES, simplifyLead } from './simplify';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get lead',
		description: 'Get leads by ID; many items share a request',
		routing: { request: { method: 'GET', url: '/api/v4/leads/{id}' } },
	},
	kind: 'get',
	filterById: true,
	root: '_embedded.leads',
	noun: 'lead',
	fields: [
		leadLocator({ property: 'id', path: 'id' }),
		simplify,
		getOptions([include(LEAD_INCLUDES)]),
	],
	simplify: simplifyLead,
};
