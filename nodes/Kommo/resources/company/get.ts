import type { KommoOperation } from '../../fields/kommoField';
import { companyLocator } from '../../fields/locators';
import { getOptions } from '../../fields/options';
import { include, simplify } from '../../fields/search';
import { COMPANY_INCLUDES, simplifyCompany } from './simplify';

export const get: KommoOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get company',
		description: 'Get companies by ID; many items share a request',
		routing: { request: { method: 'GET', url: '/api/v4/companies/{id}' } },
	},
	kind: 'get',
	filterById: true,
	root: '_embedded.companies',
	noun: 'company',
	fields: [
		companyLocator({ property: 'id', path: 'id' }),
		simplify,
		getOptions([include(COMPANY_INCLUDES)]),
	],
	simplify: simplifyCompany,
};
